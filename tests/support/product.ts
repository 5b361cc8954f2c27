/** Starts the built product as an operator does, for tests of its start and end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { shortLived } from './child.ts'

export type Product = {
	origin: string
	/** Resolves when it says that it is ready. Throws, with all it said, when it ends before. */
	ready: () => Promise<void>
	/** All that it has said so far. */
	said: () => string
	/** Resolves when `text` stands in what it has said after the first `from` characters. Throws when it ends before. */
	hear: (text: string, from: number) => Promise<void>
	/** Ends it by a signal, if one is given. Answer: exit code, all it said. */
	end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<{ code: number | null; said: string }>
}

/** @param as - user and group that it runs as */
export const startProduct = (
	env: Readonly<Record<string, string>>,
	as: { uid?: number; gid?: number } = {},
): Product => {
	const child = spawn(process.execPath, [...shortLived, 'src/serve.ts'], {
		...as,
		env: { ...process.env, HOST: '127.0.0.1', ORIGIN: '', LOG_LEVEL: 'info', NODE_ENV: 'production', ...env },
	})
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	onTestFinished(async () => {
		child.kill('SIGKILL')
		await ended
	})
	const hear = async (text: string, from: number): Promise<void> => {
		while (!said.includes(text, from)) {
			if (child.exitCode !== null || child.signalCode !== null)
				throw new Error(`waiting for ${text}: the product ended, saying ${said}`)
			await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended])
		}
	}
	return {
		said: () => said,
		hear,
		origin: `http://127.0.0.1:${env.PORT ?? ''}`,
		ready: () => hear('Thiqa is ready', 0),
		async end(signal) {
			if (signal) child.kill(signal)
			await ended
			return { code: child.exitCode, said }
		},
	}
}
