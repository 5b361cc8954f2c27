/**
 * Pages that stay as they are until a door opens or closes, as they were last sent: the server's entry sends them again before the
 * application is asked, whose way to a page costs ten times the page. The entry and the built application each hold a copy of this module
 * and share what is kept. Of a request nothing is kept but the address of a page that says so itself (`locals.shell`).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from '#platform'
import { declareSlot } from '#server/process/slot'

type KeptPage = {
	headers: readonly string[]
	body: Uint8Array
	/** Pattern of the route, for the log. */
	route: string
	/** Milliseconds since 1970. */
	until: number
}

/** So many bodies are kept at most, the last ones asked for: 20 KB each or less. */
const most = 1_200

const slot = declareSlot<Map<string, KeptPage>>('kept-pages')
const pages = slot.find() ?? slot.put(new Map())

const toKey = (host: string, path: string, encoding: string | null | undefined): string =>
	`${host}${path} ${encoding ?? ''}`

/** Keeps a page in the encoding that it was sent in. Answers one to send on. */
export const keepPage = async (
	{ host, pathname }: Pick<URL, 'host' | 'pathname'>,
	response: Response,
	{ route, until }: { route: string; until: Date },
): Promise<Response> => {
	const body = new Uint8Array(await response.arrayBuffer())
	const { headers, status } = response
	const key = toKey(host, pathname, headers.get('content-encoding'))
	pages.delete(key)
	pages.set(key, {
		headers: [...headers].filter(([name]) => name !== 'content-length').flat(),
		body,
		route,
		until: until.getTime(),
	})
	const [oldest] = pages.keys()
	if (pages.size > most && oldest !== undefined) pages.delete(oldest)
	return new Response(body, { status, headers })
}

/**
 * Sends a page that is kept, as this browser takes it. Answers its route when it did; `undefined` when the application has to be asked.
 *
 * @param host - as the application hears it
 */
export const sendKeptPage = (
	{ method, url = '/', headers }: IncomingMessage,
	response: ServerResponse,
	host: string,
	now = Date.now(),
): string | undefined => {
	if (method !== 'GET' || headers['if-none-match'] !== undefined) return undefined
	const key = toKey(host, url, chooseEncoding(headers['accept-encoding']))
	const page = pages.get(key)
	if (!page) return undefined
	if (page.until <= now) {
		pages.delete(key)
		return undefined
	}
	response.writeHead(200, ['content-length', String(page.body.length), ...page.headers])
	response.end(page.body)
	return page.route
}
