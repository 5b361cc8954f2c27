/** A visitor of a proxy, who comes from an address of loopback that nobody else has: it can be looked for. */
import { once } from 'node:events'
import { connect as connectHttp2, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2'
import { Agent, request, type RequestOptions } from 'node:https'
import { connect, type TLSSocket } from 'node:tls'
import { publicName, type PlacedProxy } from './shipped-proxies.ts'
import { silence } from './patience.ts'

export const visitorAddress = '127.0.7.77'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

export type Asked = {
	method?: string
	headers?: Record<string, string>
	/** Sent piece after piece; the next is made only when the one before has left. */
	body?: Iterable<Buffer> | AsyncIterable<Buffer>
	/** One connection for several requests. */
	agent?: Agent
}

type Proxy = Pick<PlacedProxy, 'port' | 'ca'>

/** Options of a connection of a visitor to a proxy over TLS. */
const toLine = ({ port, ca }: Proxy) => ({
	host: '127.0.0.1',
	port,
	ca,
	servername: publicName,
	localAddress: visitorAddress,
})

const pour = async (
	to: { write: (part: Buffer) => boolean; end: () => unknown; destroyed: boolean },
	body: Asked['body'] = [],
): Promise<void> => {
	for await (const part of body) {
		if (to.destroyed) return
		if (!to.write(part)) await Promise.race([once(to as never, 'drain'), once(to as never, 'close')])
	}
	to.end()
}

/** A request in HTTP/1.1. What the proxy answered before it cut the line counts. */
export const visit = (proxy: Proxy, path: string, { body, ...asked }: Asked = {}): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const options: RequestOptions = { agent: new Agent({ maxSockets: 1 }), ...toLine(proxy), path, ...asked }
		const sent = request({ ...options, headers: { host: publicName, ...asked.headers } }, (response) => {
			const parts: Buffer[] = []
			const finish = (): void => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
				if (!asked.agent) sent.destroy()
			}
			response.on('data', (part: Buffer) => parts.push(part)).on('error', finish)
			response.on('end', finish)
		})
		sent.on('error', reject).setTimeout(silence, () => sent.destroy(new Error(`${path}: no answer`)))
		void pour(sent, body).catch(reject)
	})

/** The same in HTTP/2, on a connection of its own. */
export const visitByHttp2 = async (
	proxy: Proxy,
	path: string,
	{ method = 'GET', headers, body }: Asked = {},
): Promise<Answer> => {
	const session: ClientHttp2Session = connectHttp2(`https://${publicName}`, {
		createConnection: (): TLSSocket => connect({ ...toLine(proxy), ALPNProtocols: ['h2'] }),
	})
	try {
		return await new Promise((resolve, reject) => {
			session.on('error', reject)
			const stream = session.request(
				{ ':authority': publicName, ':method': method, ':path': path, ...headers },
				{ endStream: method === 'GET' },
			)
			const parts: Buffer[] = []
			let head: IncomingHttpHeaders & { ':status'?: number | undefined } = {}
			stream.on('response', (answered) => (head = answered)).on('error', reject)
			stream.on('data', (part: Buffer) => parts.push(part))
			stream.on('end', () =>
				resolve({ status: head[':status'] ?? 0, headers: head, body: Buffer.concat(parts) }),
			)
			stream.setTimeout(silence, () => stream.destroy(new Error(`${path}: no answer`)))
			if (method !== 'GET') void pour(stream, body).catch(reject)
		})
	} finally {
		session.destroy()
	}
}

/** Takes a long answer and lets it wait after its beginning. Answer: its bytes. */
export const visitSlowly = (proxy: Proxy, path: string): Promise<number> =>
	new Promise((resolve, reject) => {
		const options = { ...toLine(proxy), path, headers: { host: publicName }, agent: false as const }
		const sent = request(options, (response) => {
			let bytes = 0
			const take = (): void => {
				response.on('data', (part: Buffer) => (bytes += part.length)).on('end', () => resolve(bytes))
			}
			response.on('error', reject)
			setTimeout(take, 400)
		})
		sent.on('error', reject).end()
	})
