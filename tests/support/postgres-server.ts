/** A PostgreSQL server of a test's own, which it may stop and start again. */
import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFreePort } from './free-port.ts'

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : []
const bin = `/usr/lib/postgresql/${versions.at(-1) ?? ''}/bin`

/** True where there is a server to start, and root to start it as its own user. */
export const canStartPostgres = process.getuid?.() === 0 && existsSync(`${bin}/initdb`)

export type PostgresServer = {
	url: string
	start: () => Promise<void>
	/** At once, as when its machine goes. */
	stop: () => Promise<void>
	/** Runs one of its programs and answers what it prints. */
	run: (program: string, args: readonly string[]) => Promise<string>
	remove: () => Promise<void>
}

export const makePostgres = async (): Promise<PostgresServer> => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-pg-'))
	const as = async (command: string): Promise<void> =>
		void (await promisify(execFile)('su', [
			'postgres',
			'-s',
			'/bin/sh',
			'-c',
			`${command} > ${folder}/said 2>&1`,
		]))
	const id = (of: string): number => Number(execFileSync('id', [of, 'postgres']).toString())
	chownSync(folder, id('-u'), id('-g'))
	const port = await findFreePort()
	await as(`${bin}/initdb -D ${folder}/db -A trust -E UTF8 --locale=C.UTF-8 --no-sync`)
	const control = (command: string): Promise<void> =>
		as(`${bin}/pg_ctl -D ${folder}/db -l ${folder}/log -w ${command}`)
	const start = (): Promise<void> => control(`-o '-p ${port} -h 127.0.0.1 -k ${folder}' start`)
	const stop = (): Promise<void> => control('-m immediate stop')
	await start()
	return {
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		start,
		stop,
		run: async (program, args) =>
			(await promisify(execFile)(`${bin}/${program}`, args, { maxBuffer: 2 ** 28 })).stdout,
		remove: async () => {
			await stop()
			rmSync(folder, { recursive: true, force: true })
		},
	}
}
