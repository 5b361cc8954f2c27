/**
 * The signer of the public record as a process and a user of its own: it has the key, remembers what it signed last, and signs nothing that does
 * not continue it. Who rules the database and the web server cannot have another record signed (docs/running.md, section 15).
 *
 * `npm run log-signer -- --dir <folder> --socket <path> [--begin FILE] [--name <host>/record]`. The folder holds `keys/log.key` and `keys/record.note`, which is **never
 * brought back from a backup**. Whoever may write to the socket may ask: give it to the group of the product (mode 660). `--begin` takes the newest
 * checkpoint that anybody has kept, for a key that comes from elsewhere; `--name` the new name of a record whose address has changed; `--key` prints the
 * public key and ends.
 */
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { openLogKey, type LogKey } from '../src/lib/platform/server/audit/log-signer/open-log-key.ts'
import { parseAddCheckpoint } from '../src/lib/platform/server/audit/witnesses/protocol/add-checkpoint.ts'
import { explainFailure } from '../src/lib/platform/server/explain-failure.ts'
import { readText } from './read-text.ts'

const say = (line: string): void => console.error(`${new Date().toISOString()} log-signer: ${line}`)

/** More than 63 hashes and a checkpoint take. */
const mostBytes = 8 * 1024

/** Milliseconds in which a connection has to say something. */
const quiet = 5_000

type Answer = { status: number; body: string }

const sign = async (key: LogKey, request: IncomingMessage): Promise<Answer> => {
	const text = await readText(request, mostBytes)
	if (text === undefined) return { status: 413, body: `wanted at most ${mostBytes} bytes\n` }
	const parsed = parseAddCheckpoint(text)
	if (!parsed.ok) return { status: 400, body: `${parsed.issues[0]?.message ?? ''}\n` }
	const judged = await key.sign(parsed.value)
	if (judged.status === 200) return { status: 200, body: judged.note }
	if (judged.status === 409) return { status: 409, body: `${judged.size}\n` }
	say(`refused: ${judged.reason}`)
	return { status: judged.status, body: `${judged.reason}\n` }
}

const decide = async (key: LogKey, request: IncomingMessage): Promise<Answer> => {
	if (request.url === '/key' && request.method === 'GET') return { status: 200, body: `${key.verifierKey}\n` }
	if (request.url === '/sign' && request.method === 'POST') return sign(key, request)
	return { status: 404, body: 'nothing is here\n' }
}

const answer = async (key: LogKey, request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const { status, body } = await decide(key, request).catch((error: unknown): Answer => {
		say(`fault: ${error instanceof Error ? error.message : String(error)}`)
		return { status: 500, body: 'nothing was signed\n' }
	})
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'content-length': Buffer.byteLength(body),
		...(status === 413 ? { connection: 'close' } : {}),
	})
	response.end(body)
}

const isSocket = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isSocket() === true

/** Removes the socket that a killed process has left. Nobody listens on it: the lock of the folder says so, and it is asked. */
const removeLeft = async (socket: string): Promise<void> => {
	if (!isSocket(socket)) return
	const isHeard = await new Promise<boolean>((resolve) => {
		const asked = connect(socket, () => {
			asked.destroy()
			resolve(true)
		})
		asked.on('error', () => resolve(false))
	})
	if (isHeard) throw new Error(`${socket}: another program listens there`)
	rmSync(socket)
}

const run = async (): Promise<void> => {
	const { values } = parseArgs({
		options: {
			dir: { type: 'string', default: '' },
			socket: { type: 'string', default: '' },
			begin: { type: 'string' },
			name: { type: 'string' },
			key: { type: 'boolean', default: false },
		},
	})
	const { dir, socket, begin, name } = values
	if (dir === '' || (socket === '' && !values.key))
		throw new Error('wanted --dir <folder> for key and memory, and --socket <path>')
	const key = await openLogKey(dir, {
		name,
		begin: begin === undefined ? undefined : readFileSync(begin, 'utf8'),
	})
	console.log(key.verifierKey)
	if (values.key) return key.unlock()
	await removeLeft(socket)
	const server = createServer((request, response) => void answer(key, request, response))
	server.requestTimeout = 10_000
	server.maxConnections = 16
	server.keepAliveTimeout = 1
	// Whoever connects and says nothing leaves the place to another.
	server.setTimeout(quiet, (connection) => connection.destroy())
	server.on('error', (error) => {
		console.error(`The signer of the record cannot listen: ${error.message}`)
		process.exit(1)
	})
	const mask = process.umask(0o117)
	server.listen(socket, () => {
		process.umask(mask)
		chmodSync(socket, 0o660)
		say(`listening on ${socket}`)
	})
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			server.close(() => {
				key.unlock()
				process.exit(0)
			})
			server.closeAllConnections()
		})
}

run().catch((error: unknown) => {
	console.error(`The signer of the record cannot start: ${explainFailure(error)}`)
	process.exit(1)
})
