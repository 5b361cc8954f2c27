/** Starts the built product once for all journeys, on a free port and an empty data folder, and stops it afterwards. */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { TestProject } from 'vitest/node'
import { findFreePort } from './free-port.ts'

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the running product, without a slash at the end. */
		origin: string
		/** File that holds everything it has logged. */
		logFile: string
	}
}

/** Resolves when the product says that it is ready, however long that takes. Rejects, with all it said, when it ends before. */
const waitUntilReady = (server: ChildProcessByStdio<null, Readable, Readable>): Promise<void> =>
	new Promise((resolve, reject) => {
		let said = ''
		server.stderr.on('data', (text: Buffer) => {
			said += text.toString()
			if (said.includes('Thiqa is ready')) resolve()
		})
		server.once('close', () =>
			reject(new Error(`starting the product for the journeys: it ended, saying ${said}`)),
		)
	})

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	if (!existsSync('build/handler.js'))
		throw new Error('starting the product for the journeys: no build, run `npm run build`')
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-journeys-'))
	const port = await findFreePort()
	const origin = `http://127.0.0.1:${port}`
	const logFile = join(folder, 'log')
	const log = createWriteStream(logFile)
	const server = spawn(process.execPath, ['src/serve.ts'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: join(folder, 'data'),
			ORIGIN: '',
			LOG_LEVEL: 'debug',
			NODE_ENV: 'production',
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	server.stdout.pipe(log)
	server.stderr.pipe(log)
	await waitUntilReady(server)
	project.provide('origin', origin)
	project.provide('logFile', logFile)
	return async () => {
		server.kill('SIGTERM')
		await new Promise((resolve) => server.on('exit', resolve))
		rmSync(folder, { recursive: true, force: true })
	}
}
