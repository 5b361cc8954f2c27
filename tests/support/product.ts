/** Starts the built product as an operator does, for tests of its start and end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { shortLived } from './child.ts'

export type Product = {
	origin: string
	/** Resolves when it says that it is ready. Throws, with all it said, when it ends before. */
	ready: () => Promise<void>
	/** Ends it by a signal, if one is given. Answer: exit code, all it said. */
	end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<{ code: number | null; said: string }>
}

export const startProduct = (env: Readonly<Record<string, string>>): Product => {
	const child = spawn(process.execPath, [...shortLived, 'src/serve.ts'], {
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
	return {
		origin: `http://127.0.0.1:${env.PORT ?? ''}`,
		async ready() {
			while (!said.includes('Thiqa is ready')) {
				await Promise.race([once(child.stderr, 'data'), ended])
				if (child.exitCode !== null) throw new Error(`starting the product: it ended, saying ${said}`)
			}
		},
		async end(signal) {
			if (signal) child.kill(signal)
			await ended
			return { code: child.exitCode, said }
		},
	}
}
