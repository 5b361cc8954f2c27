/** Starts the built product for a measurement, on a free port and an empty data folder, and stops it afterwards. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Product = {
	/** Address without a slash at the end. */
	origin: string
	pid: number
	stop: () => Promise<void>
}

/** A port that nobody listens on now. */
export const findFreePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	await once(server, 'close')
	if (address === null || typeof address === 'string') throw new Error('looking for a free port: none given')
	return address.port
}

/** Waits until `address` answers with success, however long that takes. Throws when `server` ends before. */
export const waitUntilReady = async (address: string, server: ChildProcess): Promise<void> => {
	for (;;) {
		if (server.exitCode !== null)
			throw new Error(`starting a server to measure: it ended (${server.exitCode})`)
		const isReady = await fetch(address).then(
			(answer) => answer.ok,
			() => false,
		)
		if (isReady) return
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
}

/** `nodeOptions` go to the product's Node, before its entry; `entry` is another one than the website's, with its own environment. */
export const startProduct = async (
	nodeOptions: readonly string[] = [],
	{ entry = 'src/serve.ts', env = {} }: { entry?: string; env?: Record<string, string> } = {},
): Promise<Product> => {
	if (!existsSync('build/handler.js'))
		throw new Error('starting the product to measure: no build, run `npm run build`')
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-'))
	const port = await findFreePort()
	const origin = `http://127.0.0.1:${port}`
	const server = spawn(process.execPath, [...nodeOptions, entry], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: join(folder, 'data'),
			DATABASE_URL: '',
			ORIGIN: '',
			LOG_LEVEL: 'warn',
			NODE_ENV: 'production',
			...env,
		},
		stdio: ['ignore', 'ignore', 'pipe'],
	})
	let errors = ''
	server.stderr.on('data', (text: Buffer) => (errors += text.toString()))
	const ended = once(server, 'exit')
	const stop = async (): Promise<void> => {
		server.kill('SIGTERM')
		await ended
		rmSync(folder, { recursive: true, force: true })
	}
	try {
		await waitUntilReady(`${origin}/health`, server)
	} catch (error) {
		await stop()
		throw new Error(`starting the product to measure: ${errors}`, { cause: error })
	}
	return { origin, pid: server.pid ?? 0, stop }
}
