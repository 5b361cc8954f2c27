/** Answers of a witness over HTTP: https://c2sp.org/tlog-witness, `add-checkpoint` and the retrieval of what it signed last. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseAddCheckpoint } from '../../src/lib/platform/server/audit/witnesses/protocol/add-checkpoint.ts'
import { readText } from '../read-text.ts'
import type { Witness } from './open-witness.ts'

/** More than 63 hashes and a checkpoint with a hundred signatures take. */
const mostBytes = 64 * 1024

type Answer = { status: number; body: string; type?: string }

const addCheckpoint = async (witness: Witness, request: IncomingMessage): Promise<Answer> => {
	const text = await readText(request, mostBytes)
	if (text === undefined) return { status: 413, body: `wanted at most ${mostBytes} bytes\n` }
	const parsed = parseAddCheckpoint(text)
	if (!parsed.ok) return { status: 400, body: `${parsed.issues[0]?.message ?? ''}\n` }
	const judged = await witness.add(parsed.value)
	if (judged.status === 200) return { status: 200, body: judged.lines }
	if (judged.status === 409) return { status: 409, body: `${judged.size}\n`, type: 'text/x.tlog.size' }
	return { status: judged.status, body: `${judged.reason}\n` }
}

const decide = async (witness: Witness, request: IncomingMessage): Promise<Answer> => {
	const [path] = (request.url ?? '/').split('?')
	if (path === '/add-checkpoint')
		return request.method === 'POST'
			? addCheckpoint(witness, request)
			: { status: 405, body: 'wanted POST\n' }
	const note = witness.show(/^\/([0-9a-f]{64})\/checkpoint$/u.exec(path ?? '')?.[1] ?? '')
	if (note !== undefined && request.method === 'GET') return { status: 200, body: note }
	return { status: 404, body: 'nothing is here\n' }
}

/** Answers one request. Who asks is not written down. */
export const answer = async (
	witness: Witness,
	request: IncomingMessage,
	response: ServerResponse,
	say: (line: string) => void,
): Promise<void> => {
	const {
		status,
		body,
		type = 'text/plain; charset=utf-8',
	} = await decide(witness, request).catch((error: unknown): Answer => {
		say(`witness: fault: ${error instanceof Error ? error.message : String(error)}`)
		return { status: 500, body: 'nothing was signed\n' }
	})
	response.writeHead(status, {
		'content-type': type,
		'content-length': Buffer.byteLength(body),
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		...(status === 413 ? { connection: 'close' } : {}),
	})
	response.end(body)
}
