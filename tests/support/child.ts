/** Starts `database-child.ts`, waits for its words and kills it as a power cut or the kernel would. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/**
 * For a process of which a test wants one short life: V8 optimizes the embedded database for as long as it has been used, a second of work
 * that such a process never sees the good of.
 */
export const shortLived = ['--liftoff-only'] as const

/** A folder that is removed when the test ends. */
export function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-test-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

export type Child = {
	/** Resolves when the child has said `count` words in all; throws, with its errors, when it ends before. */
	hear: (count: number) => Promise<void>
	/** Its words so far. */
	said: () => readonly string[]
	/** Kills with SIGKILL. Answer: how many words it had said. */
	kill: () => Promise<number>
}

export function startChild(task: 'hold' | 'commit' | 'migrate' | 'orphan', dataDir: string): Child {
	const child = spawn(process.execPath, [...shortLived, 'tests/support/database-child.ts', task, dataDir])
	const ended = once(child, 'close')
	const words: string[] = []
	let errors = ''
	child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
	const lines = createInterface(child.stdout).on('line', (word) => words.push(word))
	const kill = async () => {
		child.kill('SIGKILL')
		await ended
		return words.length
	}
	onTestFinished(async () => void (await kill()))
	return {
		async hear(count) {
			while (words.length < count) {
				const more = await Promise.race([once(lines, 'line').then(() => true), ended.then(() => false)])
				if (!more && words.length < count) throw new Error(`Child ended (${child.signalCode}): ${errors}`)
			}
		},
		said: () => words,
		kill,
	}
}
