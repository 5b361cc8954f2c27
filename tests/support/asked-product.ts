/** Starts `product-child.ts`, waits until it serves, asks it. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { wiping } from '#server/process/wiped-memory'
import { shortLived } from './child.ts'
import { findFreePort } from './free-port.ts'
import { fillDataFolder } from './ready-made.ts'
import type { Seed } from './desk-seed.ts'
import type { Task } from './product-child.ts'
import type { StateDigest } from './state-digest.ts'

export type AskedProduct = {
	origin: string
	dataDir: string
	pid: number
	/** All it has said so far, on both streams. */
	said: () => string
	digest: () => Promise<StateDigest>
	/** Kinds of acts in its public record, each as often as it stands there, with its entry. */
	acts: () => Promise<[entry: string, act: string][]>
	seed: () => Promise<Seed>
	/** Adds an invented partner that is an authority. Answer: its id. */
	addAuthority: () => Promise<string>
	/** Adds a referral that a partner has and must answer. Answer: its id. */
	addReferral: () => Promise<string>
	/** Ends it. Answer: its exit code. */
	stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

const createAsk = (child: ChildProcess) => {
	let next = 0
	return <Answer>(task: Task, given = ''): Promise<Answer> =>
		new Promise((resolve, reject) => {
			const number = (next += 1)
			const hear = (message: unknown): void => {
				const heard = message as { number: number; answer?: Answer; error?: string }
				if (heard.number !== number) return
				child.off('message', hear)
				if (heard.error === undefined) resolve(heard.answer as Answer)
				else reject(new Error(`asking the product to ${task}: ${heard.error}`))
			}
			child.on('message', hear)
			child.send({ number, task, given })
		})
}

const waitUntilReady = async (origin: string, child: ChildProcess, said: () => string): Promise<void> => {
	for (;;) {
		if (child.exitCode !== null) throw new Error(`starting the product: it ended, saying ${said()}`)
		const isReady = await fetch(`${origin}/health`).then(
			(answer) => answer.ok,
			() => false,
		)
		if (isReady) return
		await wait(100)
	}
}

/** The caller stops it, and removes `dataDir`. */
export const startAskedProduct = async (
	dataDir: string,
	env: Readonly<Record<string, string>> = {},
): Promise<AskedProduct> => {
	const port = await findFreePort()
	await fillDataFolder(dataDir)
	const origin = `http://127.0.0.1:${port}`
	const child = fork(join('tests', 'support', 'product-child.ts'), {
		execArgv: [...shortLived],
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: dataDir,
			ORIGIN: '',
			LOG_LEVEL: 'debug',
			// What the entry of the product asks for by starting itself again, which would cut the line to this process.
			NODE_ENV: 'production',
			DATABASE_URL: '',
			...wiping,
			...env,
		},
	})
	let heard = ''
	const said = (): string => heard
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (text: Buffer) => (heard += text.toString()))
	const ended = once(child, 'close')
	const ask = createAsk(child)
	await waitUntilReady(origin, child, said)
	return {
		origin,
		dataDir,
		pid: child.pid ?? 0,
		said,
		digest: () => ask('digest'),
		acts: () => ask('acts'),
		seed: () => ask('seed', origin),
		addAuthority: () => ask('authority'),
		addReferral: () => ask('referral'),
		stop: async (signal = 'SIGTERM') => {
			child.kill(signal)
			await ended
			return child.exitCode
		},
	}
}
