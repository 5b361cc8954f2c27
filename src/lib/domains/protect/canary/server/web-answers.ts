/** Says which canary name was reached, and through which of the two addresses. It keeps nothing but a count. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { canaryLabels } from '#tools/dns-filter/canary-zone'
import type { Listen } from './canary-config.ts'

export type WebAnswers = {
	port: number
	/** Number of times that a name was asked for since the last time somebody asked. */
	takeCount: () => number
	close: () => Promise<void>
}

type Place = {
	domain: string
	/** Origin whose pages may read the answers. */
	site: string
	/** The address that these answers stand behind. */
	at: 'plain' | 'safe'
}

/** The name that a Host header says: one of ours, `fresh` for a random label, or none. */
const findName = (host: string | undefined, domain: string): string | undefined => {
	const name = (host ?? '').toLowerCase().replace(/:\d{1,5}$/u, '')
	if (!name.endsWith(`.${domain}`)) return undefined
	const label = name.slice(0, -domain.length - 1)
	if (/^[a-z0-9]{1,63}\.r$/u.test(label)) return 'fresh'
	return canaryLabels.find((known) => known === label)
}

/** Says the name to the page around it: policies of browsers refuse pages, and let requests through. */
const script = 'let{name,at,site}=document.documentElement.dataset;parent.postMessage({name,at},site)'
const policy = `default-src 'none'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`

const toPage = (name: string, { at, site }: Place): string =>
	`<!doctype html><html lang="en" data-name="${name}" data-at="${at}" data-site="${site}"><title>${name}</title><script>${script}</script></html>`

type Body = { text: string; type: string }

const findBody = (place: Place, path: string | undefined, name: string): Body | undefined => {
	if (path === '/name.json') return { text: JSON.stringify({ name, at: place.at }), type: 'application/json' }
	if (path === '/name.html') return { text: toPage(name, place), type: 'text/html; charset=utf-8' }
	return undefined
}

const answer = (place: Place, request: IncomingMessage, response: ServerResponse): boolean => {
	const name = findName(request.headers.host, place.domain)
	const isRead = request.method === 'GET' || request.method === 'HEAD'
	const found = name && isRead ? findBody(place, request.url?.split('?')[0], name) : undefined
	const { text: body, type } = found ?? { text: '', type: 'application/json' }
	response.writeHead(!isRead ? 405 : found ? 200 : 404, {
		'content-type': type,
		'content-length': Buffer.byteLength(body),
		'content-security-policy': `${policy}; frame-ancestors ${place.site}`,
		'cache-control': 'no-store',
		'access-control-allow-origin': place.site,
		'x-content-type-options': 'nosniff',
		vary: 'origin',
		connection: 'close',
	})
	response.end(request.method === 'HEAD' ? undefined : body)
	return body !== ''
}

/** Starts web answers; `listen.port` 0 takes a free one. */
export const startWebAnswers = async (place: Place, listen: Listen): Promise<WebAnswers> => {
	let count = 0
	const server = createServer(
		{
			maxHeaderSize: 8 * 1024,
			requestTimeout: 5000,
			headersTimeout: 5000,
			connectionsCheckingInterval: 1000,
		},
		(request, response) => {
			if (answer(place, request, response)) count++
		},
	)
	server.maxConnections = 256
	server.on('clientError', (_, socket) => void socket.destroy())
	const port = await new Promise<number>((resolve, reject) => {
		server.once('error', reject)
		server.listen(listen.port, listen.host, () => {
			server.off('error', reject).on('error', () => undefined)
			resolve((server.address() as AddressInfo).port)
		})
	})
	return {
		port,
		takeCount: () => {
			const taken = count
			count = 0
			return taken
		},
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}
