import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { getDirection, getLangTag } from '#base'
import {
	chooseEncoding,
	createLog,
	logRequest,
	migrate,
	onShutdown,
	openDatabase,
	readConfig,
	securityHeaders,
	toErrorFields,
	type Database,
} from '#platform'
import { getLocaleOfPath, makePlainPage } from '#ui/plain-page'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { building } from '$app/env'
import { setDatabase } from './database.ts'

const config = readConfig()
const log = createLog(config.logLevel)

/** `npm run dev` reads this file again after a change: the database that is open stays open. */
const kept = globalThis as { thiqaDatabase?: Promise<Database> }

const open = async (): Promise<Database> => {
	const database = await openDatabase(config)
	onShutdown(() => database.close())
	return database
}

export const init: ServerInit = async () => {
	if (building) return
	const database = await (kept.thiqaDatabase ??= open())
	await migrate(database)
	setDatabase(database)
}

const compress = {
	br: (body: Buffer) =>
		promisify(brotliCompress)(body, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
		}),
	gzip: (body: Buffer) => promisify(gzip)(body),
}

/** Pages made on demand are small: compressing them whole costs a millisecond and saves three quarters of the bytes. */
const compressPage = async (response: Response, accepted: string | null): Promise<Response> => {
	const encoding = chooseEncoding(accepted ?? undefined)
	const type = response.headers.get('content-type') ?? ''
	if (!encoding || !/^(text\/html|application\/json)/u.test(type) || response.headers.has('content-encoding'))
		return response
	const body = await compress[encoding](Buffer.from(await response.arrayBuffer()))
	const headers = new Headers(response.headers)
	headers.set('content-encoding', encoding)
	headers.set('content-length', String(body.length))
	headers.append('vary', 'accept-encoding')
	return new Response(body, { status: response.status, headers })
}

/**
 * A page made on demand has its own content policy in the header: ours is added to it, not put in its place. A page that
 * named sources in its load may fetch from them too.
 */
const addSecurityHeaders = (headers: Headers, connectTo: readonly string[] = []): void => {
	for (const [name, value] of securityHeaders) {
		const own = name === 'content-security-policy' ? headers.get(name) : null
		const opened = own?.replace("connect-src 'self'", ["connect-src 'self'", ...connectTo].join(' '))
		headers.set(name, opened ? `${opened}; ${value}` : value)
	}
	if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8')
	if (headers.get('cache-control') === 'no-store') headers.delete('etag')
	headers.delete('x-sveltekit-page')
}

const refuse = (pathname: string, status: number): Response =>
	new Response(makePlainPage(getLocaleOfPath(pathname), status), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8', allow: 'GET, HEAD', 'cache-control': 'no-store' },
	})

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now()
	const { method, headers } = event.request
	const locale = getLocaleOfPath(event.url.pathname)
	const isRead = method === 'GET' || method === 'HEAD'
	event.locals.canaryDomain = config.canaryDomain
	const made = isRead
		? await resolve(event, {
				transformPageChunk: ({ html }) =>
					html.replace('%thiqa.lang%', getLangTag(locale)).replace('%thiqa.dir%', getDirection(locale)),
			})
		: refuse(event.url.pathname, 405)
	if (building) return made
	const response = await compressPage(made, headers.get('accept-encoding'))
	addSecurityHeaders(response.headers, event.locals.connectTo)
	logRequest(log, {
		method,
		routeId: event.route.id,
		status: response.status,
		milliseconds: performance.now() - started,
	})
	return response
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return { message: kind === 'app' ? error.message : 'page.not-found' }
	const id = randomBytes(4).toString('hex')
	log.error('server.fault', { errorId: id, route: event.route.id ?? 'none', ...toErrorFields(error) })
	return { message: 'server.fault', id }
}
