/** What stands behind a proxy in tests: an application that answers as ours does and remembers how it was asked. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { securityHeaders } from '../../src/lib/platform/server/security-headers.ts'

/** A request as it came through the proxy. */
export type Arrival = {
	url: string
	httpVersion: string
	headers: IncomingHttpHeaders
	/** Bytes of its body so far. */
	bytes: number
	/** The body has come to its end. */
	isWhole: boolean
}

/** A built page in brotli, with the headers of our own server. */
export const page = {
	text: '<!doctype html><title>ثقة</title>'.repeat(40),
	etag: '"thiqa-page"',
	get bytes(): Buffer {
		return brotliCompressSync(this.text)
	},
	headers: Object.fromEntries([
		['content-type', 'text/html; charset=utf-8'],
		['cache-control', 'public, no-cache'],
		['vary', 'accept-encoding'],
		['etag', '"thiqa-page"'],
		...securityHeaders,
	]) as Record<string, string>,
}

/** More than the buffers of two sockets hold, so that a slow reader makes the proxy keep some of it. */
const large = Buffer.alloc(24 * 1024 * 1024)

type Answer = (request: IncomingMessage, response: ServerResponse) => void
/** As a form whose turn comes late. */
const answerLate = (response: ServerResponse): void =>
	void setTimeout(() => response.writeHead(200, { 'content-type': 'text/plain' }).end('late'), 2500)

const answers: Readonly<Record<string, Answer>> = {
	'/page': ({ headers }, response) => {
		if (headers['if-none-match'] === page.etag) return void response.writeHead(304, page.headers).end()
		response.writeHead(200, {
			...page.headers,
			'content-encoding': 'br',
			'content-length': page.bytes.length,
		})
		response.end(page.bytes)
	},
	'/part': ({ headers }, response) => {
		const [, from = 0, to = 0] = /^bytes=(\d+)-(\d+)$/u.exec(headers.range ?? '') ?? []
		const part = page.text.slice(Number(from), Number(to) + 1)
		response
			.writeHead(206, { 'content-type': 'text/plain', 'content-range': `bytes ${from}-${to}/1000` })
			.end(part)
	},
	'/large': (_, response) => {
		response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': large.length }).end(large)
	},
	'/en/mailbox': (_, response) => answerLate(response),
	'/fr/late': (_, response) => answerLate(response),
	'/busy': (_, response) => {
		response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' }).end('{"code":"full"}')
	},
	'/cut': (_, response) => {
		response.writeHead(200, { 'content-length': 1000 }).write('half', () => response.destroy())
	},
}

/** Listens on loopback; the caller closes it. */
export const startUpstream = async () => {
	const arrivals: Arrival[] = []
	let connections = 0
	const server = createServer({ maxHeaderSize: 96 * 1024 }, (request, response) => {
		const { url = '', httpVersion, headers } = request
		const arrival: Arrival = { url, httpVersion, headers, bytes: 0, isWhole: false }
		arrivals.push(arrival)
		const answer = answers[url.split('?')[0] ?? '']
		if (answer) return answer(request, response)
		request.on('error', () => undefined).on('data', (part: Buffer) => (arrival.bytes += part.length))
		request.on('end', () => {
			arrival.isWhole = true
			response.writeHead(201, { 'content-type': 'application/json' }).end(`{"bytes":${arrival.bytes}}`)
		})
	}).on('connection', () => (connections += 1))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return {
		port: (server.address() as AddressInfo).port,
		/** The last request that came to this address. */
		find: (url: string): Arrival | undefined => arrivals.findLast((arrival) => arrival.url === url),
		/** Addresses of all requests, in the order in which they came. */
		list: (): string[] => arrivals.map(({ url }) => url),
		countConnections: () => connections,
		close: () => {
			server.closeAllConnections()
			server.close()
		},
	}
}
export type Upstream = Awaited<ReturnType<typeof startUpstream>>
