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

/** Bytes of all bodies that are kept at most, those asked for last: a page has 12 KB compressed and 50 KB plain. */
const most = 16 * 1024 * 1024

const slot = declareSlot<Map<string, KeptPage>>('kept-pages')
const pages = slot.find() ?? slot.put(new Map())

const toKey = (host: string, path: string, encoding: string | null | undefined): string =>
	`${host}${path} ${encoding ?? ''}`

/** Forgets those that nobody has asked for longest, until the rest fits. */
const forgetOldest = (): void => {
	let bytes = 0
	for (const { body } of pages.values()) bytes += body.length
	for (const [key, { body }] of pages) {
		if (bytes <= most) return
		bytes -= body.length
		pages.delete(key)
	}
}

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
	forgetOldest()
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
	pages.delete(key)
	if (page.until <= now) return undefined
	pages.set(key, page)
	response.writeHead(200, ['content-length', String(page.body.length), ...page.headers])
	response.end(page.body)
	return page.route
}
