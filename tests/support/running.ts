/** Programs of the machine: where they are, and what they say when they run to their end. */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigFile } from '../../src/lib/tools/dns-filter/index.ts'
import { patience } from './patience.ts'

/** Daemons stand where only an administrator's PATH looks. */
const places = [
	...(process.env.PATH ?? '').split(':'),
	'/usr/sbin',
	'/sbin',
	'/usr/lib/systemd',
	'/usr/libexec',
]

/** Where a program is, or `undefined` when it is not on this machine. */
export const findProgram = (name: string): string | undefined =>
	places
		.map((place) => join(place, name))
		.find((path) => {
			try {
				accessSync(path, constants.X_OK)
				return true
			} catch {
				return false
			}
		})

export type Run = { status: number | null; output: string }

/** Runs a program to its end. */
export const run = (
	program: string,
	args: readonly string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Run => {
	const { status, stdout, stderr } = spawnSync(program, args, {
		encoding: 'utf8',
		timeout: patience,
		...options,
	})
	return { status, output: `${stdout}${stderr}` }
}

/** As {@link run}, while this process goes on serving: for programs that ask the world. */
export const runBeside = (
	program: string,
	args: readonly string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> =>
	new Promise((resolve) => {
		const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: patience, ...options })
		let output = ''
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text: Buffer) => (output += text.toString()))
		child.once('error', (error) => resolve({ status: null, output: error.message }))
		child.once('close', (status) => resolve({ status, output }))
	})

/** Writes configuration files into a folder; answers where each one stands. */
export const writeFiles = (folder: string, files: readonly ConfigFile[]): Record<string, string> => {
	mkdirSync(folder, { recursive: true })
	return Object.fromEntries(
		files.map(({ name, text }) => {
			const path = join(folder, name)
			writeFileSync(path, text, { mode: name.endsWith('.sh') ? 0o755 : 0o644 })
			return [name, path]
		}),
	)
}
