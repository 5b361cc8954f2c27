/** BIND as the primary of one zone on loopback, for measurements; nothing where it is not installed. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const path = `${process.env['PATH'] ?? ''}:/usr/sbin`
const run = (program: string, args: readonly string[], input = '') =>
	spawnSync(program, args, {
		encoding: 'utf8',
		input,
		maxBuffer: 2 ** 28,
		env: { ...process.env, PATH: path },
	})

const findPort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	return typeof address === 'object' && address ? address.port : 0
}

export type RpzPrimary = {
	/** Sends an update; throws when it is refused. */
	update: (text: string) => void
	/** Lines of the transfer of what changed since a serial. */
	transfer: (since: number) => string[]
	close: () => void
}

/** Starts it with the text of a zone, once it has loaded it; `undefined` without BIND. */
export const startRpzPrimary = async (origin: string, text: string): Promise<RpzPrimary | undefined> => {
	if (run('named', ['-v']).status !== 0) return undefined
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-rpz-'))
	const port = await findPort()
	const key = join(folder, 'desk.key')
	writeFileSync(key, run('tsig-keygen', ['-a', 'hmac-sha256', 'desk']).stdout)
	writeFileSync(join(folder, 'rpz.zone'), text)
	writeFileSync(
		join(folder, 'named.conf'),
		`include "${key}"; controls { };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file none; session-keyfile none; };
zone "${origin}" { type primary; file "rpz.zone"; allow-update { key desk; }; allow-transfer { key desk; }; notify no; };
`,
	)
	const child = spawn('named', ['-g', '-c', join(folder, 'named.conf')], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, PATH: path },
	})
	for await (const line of child.stderr) if (String(line).includes('all zones loaded')) break
	const dig = (...args: string[]) =>
		run('dig', ['@127.0.0.1', '-p', String(port), '-k', key, '+onesoa', origin, ...args]).stdout.split('\n')
	return {
		update: (change) => {
			const { status, stderr } = run('nsupdate', ['-v', '-k', key], `server 127.0.0.1 ${port}\n${change}`)
			if (status !== 0) throw new Error(`updating the zone: ${stderr}`)
		},
		transfer: (since) => dig(`ixfr=${since}`),
		close: () => {
			child.kill('SIGKILL')
			rmSync(folder, { recursive: true, force: true })
		},
	}
}
