import type { IncomingMessage } from 'node:http'
import type { CookieJar } from './cookie-jar.ts'
import { filter, refuse, type Asked, type Forwarded } from './filter.ts'

/** Longest wait for the server, in milliseconds: a dossier is set in that time. */
const patience = 60_000
/** Most bytes that the browser sends: what partners send by hand is the largest. */
const mostSent = 16 * 1024 * 1024

/** Headers of the browser that the server has to know. */
const passedOn = [
	'accept',
	'accept-language',
	'content-type',
	'x-sveltekit-action',
	'x-sveltekit-invalidated',
	'x-thiqa-invitation',
]

const readSent = async (request: IncomingMessage): Promise<Buffer | undefined> => {
	const chunks: Buffer[] = []
	let length = 0
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length
		if (length > mostSent) return undefined
		chunks.push(chunk)
	}
	return Buffer.concat(chunks)
}

/** Sends a request of the browser to the server, with the session of this client. `page`: it answered with a page, which is thrown away. */
export const forward = async (
	request: IncomingMessage,
	path: string,
	{ server, jar, asked }: { server: URL; jar: CookieJar; asked: Asked },
): Promise<Forwarded | 'page'> => {
	const headers: Record<string, string> = { origin: server.origin }
	for (const name of passedOn) {
		const value = request.headers[name]
		if (typeof value === 'string') headers[name] = value
	}
	const cookie = jar.format(new Date())
	if (cookie !== undefined) headers['cookie'] = cookie
	const sent = request.method === 'POST' ? await readSent(request) : Buffer.alloc(0)
	if (!sent) return refuse(413, 'That is too much to send.')
	const answer = await fetch(new URL(path, server), {
		method: request.method ?? 'GET',
		headers,
		redirect: 'manual',
		signal: AbortSignal.timeout(patience),
		...(request.method === 'POST' ? { body: Uint8Array.from(sent) } : {}),
	})
	jar.take(answer.headers.getSetCookie(), new Date())
	return filter(answer, asked, server)
}
