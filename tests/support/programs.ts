/** Real programs in tests: find them, check a file with them, start them, ask them, and end them for certain. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ConfigFile } from '../../src/lib/tools/dns-filter/index.ts'
import { findProgram } from './running.ts'

export { ask, isAnswering, isResolving, type QueryType, type Reply } from './asking.ts'
export { findProgram, run, runBeside, writeFiles, type Run } from './running.ts'

/**
 * Tests that need programs: on a machine without one they are skipped, and their name says which package brings it.
 *
 * @param needs Debian package of each program that is needed beside the first
 */
export const describeProgram = (
	program: string,
	debianPackage: string,
	tests: (path: string) => void,
	needs: Readonly<Record<string, string>> = {},
): void => {
	const missing = Object.entries({ [program]: debianPackage, ...needs }).filter(
		([name]) => !findProgram(name),
	)
	const path = findProgram(program)
	if (path && missing.length === 0) {
		describe(program, () => tests(path))
		return
	}
	const [names, packages] = [missing.map(([name]) => name), missing.map(([, brings]) => brings)]
	describe(program, () => {
		test.skip(`${names.join(', ')} not installed: apt install ${packages.join(' ')}`, () => undefined)
	})
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
	for (const child of running) child.kill('SIGKILL')
})

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Waits until something is so. */
export const waitUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
	while (!(await isSo())) await pause(50)
}

/** A folder and the programs of one test file; everything ends with the file. */
export const openStage = () => {
	const ends: (() => Promise<void> | void)[] = []
	const makeFolder = (): string => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-target-'))
		// Daemons give up their rights and still have to read it.
		chmodSync(folder, 0o755)
		ends.push(() => rmSync(folder, { recursive: true, force: true }))
		return folder
	}
	const startProgram = async (
		program: string,
		args: readonly string[],
		options: { cwd?: string; env?: NodeJS.ProcessEnv; isReady: () => Promise<boolean> },
	) => {
		const { isReady, ...spawning } = options
		const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawning })
		running.add(child)
		let output = ''
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-20_000)))
		const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
		void ended.then(() => running.delete(child))
		const stop = async () => {
			child.kill('SIGTERM')
			// Some daemons ignore the friendly way.
			await Promise.race([ended, pause(2000)])
			child.kill('SIGKILL')
			await Promise.race([ended, pause(2000)])
		}
		ends.push(stop)
		while (!(await isReady())) {
			if (child.exitCode !== null) throw new Error(`${program} did not start (${child.exitCode}):\n${output}`)
			await pause(40)
		}
		return { stop, getOutput: () => output, pid: child.pid }
	}
	const close = async () => {
		for (const end of ends.reverse()) await end()
		ends.length = 0
	}
	afterAll(close)
	return { makeFolder, startProgram, atEnd: (end: () => Promise<void> | void) => void ends.push(end) }
}

/**
 * Fails unless two sets of files differ only in lines that say where a program stands and whom it asks: what is tried
 * is what is handed out.
 */
export const expectSameRules = (
	handedOut: readonly ConfigFile[],
	tried: readonly ConfigFile[],
	place: RegExp,
): void => {
	const rules = (files: readonly ConfigFile[]) =>
		files
			.filter(({ purpose }) => purpose === 'use')
			.map(({ name, text }) => ({ name, lines: text.split('\n').filter((line) => !place.test(line)) }))
	expect(rules(tried)).toEqual(rules(handedOut))
	expect(rules(tried).flatMap(({ lines }) => lines).length).toBeGreaterThan(5)
}
