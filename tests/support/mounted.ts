/**
 * Programs that read a file of the machine (`/etc/hosts`, policies of a browser): they are started in a mount namespace
 * of their own, where a file of the test stands in its place. Nothing of the machine changes.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, run, type Run } from './programs.ts'

const isRoot = process.getuid?.() === 0
const unshare = findProgram('unshare') ?? 'unshare'
const apart = isRoot ? ['--mount'] : ['--map-root-user', '--mount']

/** False where the kernel gives this process no namespace of its own. */
export const canMount = (): boolean => spawnSync(unshare, [...apart, 'true']).status === 0

/** Why a test is skipped where {@link canMount} says no. */
export const cannotMount = 'no mount namespace here: run as root, or allow user namespaces'

const toScript = (from: string, to: string): string => `mount --bind '${from}' '${to}' && exec "$@"`

/** Runs a program that sees the file or folder `from` at the path `to`. */
export const runMounted = (from: string, to: string, program: string, args: readonly string[]): Run =>
	run(unshare, [...apart, 'sh', '-c', toScript(from, to), 'sh', program, ...args])

/** A program file that starts `program` in the same way, for those who start it by path. */
export const writeMountedProgram = (folder: string, from: string, to: string, program: string): string => {
	const path = join(folder, 'mounted-program')
	const line = `exec ${[unshare, ...apart].join(' ')} sh -c ${JSON.stringify(toScript(from, to)).replaceAll('$', '\\$')} sh '${program}' "$@"`
	writeFileSync(path, `#!/bin/sh\n${line}\n`)
	chmodSync(path, 0o755)
	return path
}
