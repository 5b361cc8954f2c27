/** A PostgreSQL server for a measurement, in a folder of its own, as the distribution sets it up: every commit is synced. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../../tests/support/free-port.ts'
import { getCpuSeconds, getEndedCpuSeconds } from './figures.ts'

export type Postgres = {
	/** Makes a database and answers its address. */
	makeDatabase: (name: string) => string
	/** Writes out what is left to write: it does not weigh on what is measured next. */
	checkpoint: () => void
	/** Processor seconds of all its processes, those that have ended too. */
	getCpu: () => number
	/** Runs one of its programs and answers what it prints. */
	run: (program: string, args: readonly string[]) => string
	stop: () => void
}

/** Processor seconds of a process; 0 when it has just ended, and is counted with its parent. */
const findCpu = (pid: number): number => {
	try {
		return getCpuSeconds(pid)
	} catch {
		return 0
	}
}

/** Every process of the server is a child of the first; those that ended are counted there. */
const sumCpu = (first: number): number => {
	const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ')
	return children.reduce(
		(sum, pid) => sum + findCpu(Number(pid)),
		getCpuSeconds(first) + getEndedCpuSeconds(first),
	)
}

/** Starts a server; `undefined` where there is none to start, or nobody to start it as. */
export const startPostgres = async (): Promise<Postgres | undefined> => {
	const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : []
	const bin = `/usr/lib/postgresql/${versions.at(-1) ?? ''}/bin`
	if (process.getuid?.() !== 0 || !existsSync(`${bin}/pgbench`)) return undefined
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-pg-'))
	const as = (command: string): void =>
		void execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { stdio: 'ignore' })
	const id = (of: string): number => Number(execFileSync('id', [of, 'postgres']).toString())
	chownSync(folder, id('-u'), id('-g'))
	const port = await findFreePort()
	as(`${bin}/initdb -D ${folder}/db -A trust -E UTF8 --locale=C.UTF-8`)
	as(`${bin}/pg_ctl -D ${folder}/db -o '-p ${port} -h 127.0.0.1 -k ${folder}' -l ${folder}/log -w start`)
	const first = Number(readFileSync(`${folder}/db/postmaster.pid`, 'utf8').split('\n')[0])
	const toUrl = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`
	const run = (program: string, args: readonly string[]): string =>
		execFileSync(`${bin}/${program}`, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString()
	const query = (text: string): string => run('psql', ['-qc', text, toUrl('postgres')])
	return {
		makeDatabase: (name) => {
			query(`create database ${name}`)
			return toUrl(name)
		},
		checkpoint: () => void query('checkpoint'),
		getCpu: () => sumCpu(first),
		run,
		stop: () => {
			as(`${bin}/pg_ctl -D ${folder}/db -m immediate stop`)
			rmSync(folder, { recursive: true, force: true })
		},
	}
}
