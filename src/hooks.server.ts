import { getDirection, getLangTag } from '#base'
import {
	chooseEncoding,
	createLog,
	deskPolicy,
	framedHeaders,
	isForPagesOfOthers,
	isOpenData,
	logRequest,
	openDataHeaders,
	readConfig,
	securityHeaders,
	overwriteFreedMemorySoon,
} from '#platform'
import { getLocaleOfPath, makePlainPage } from '#ui/plain-page'
import { addIntegrity } from '#tools/seal/code-manifest'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { building, dev } from '$app/env'
import { findRefusal, isDeskPath } from '#server/desk/guard'
import { expectForm } from '#server/http/form'
import { keepPage } from '#server/http/kept-pages'
import { readCodeManifest } from '#server/http/code-manifest'
import { padPage } from '#server/http/padded'
import { compress, createShells, type FoundPage } from '#server/http/page-shell'
import { learnOperator } from '#server/process/apart/start'
import { keptLine } from '#server/process/apart/pages'
import { isAnsweredHere } from '#server/process/parts'
import { findGuard } from './routes/[lang=lang]/(intake)/guard.ts'
import { describeError } from '#server/http/describe-error'

const config = readConfig()
const log = createLog(config.logLevel)

/** The database and the desk are read where they are needed: a process that only seals starts without them. */
export const init: ServerInit = async () => {
	if (building) return
	if (keptLine.find()) return learnOperator(config)
	const { openAll } = await import('#server/upkeep/open-all')
	await openAll(config, log)
	const { prepareSearch } = await import('#server/public/search-at-start')
	if (!dev) prepareSearch(config, log)
}

/**
 * What only a client asks for: marks by which it would find its places again, and the files of the styles that are in the page already.
 * Pages without one carry hundreds of them for nothing.
 */
const clientMarks = /<!--(?:\[[-!\d]*|\])?-->|\s*<link [^>]* disabled media="\(max-width: 0\)">/gu

/**
 * What is answered to a form of report or mailbox is padded to a whole number of so many bytes: whoever sees the line does not learn from its
 * length whether the page shows an answer. The page of a mailbox is one of them with three long ones, more than which it does not show at once.
 */
const [stepOfAnswers, stepOfPlain] = [24 * 1024, 64 * 1024]

/**
 * Pages made on demand are small: compressing them whole costs a millisecond and saves three quarters of the bytes. The report is
 * the largest of them and has least room on the line: it gets another half a millisecond.
 */
const compressPage = async (
	response: Response,
	accepted: string | null,
	{ quality, isPadded }: { quality: 5 | 7; isPadded: boolean },
): Promise<Response> => {
	const encoding = chooseEncoding(accepted ?? undefined)
	const type = response.headers.get('content-type') ?? ''
	// What is signed with a digest of its content goes out as it is.
	const isFixed = response.headers.has('content-encoding') || response.headers.has('content-digest')
	if (isFixed || !/^(text\/html|application\/json)/u.test(type)) return response
	if (!encoding && !isPadded) return response
	const page = await response.arrayBuffer()
	const body =
		isPadded || !encoding
			? await padPage(Buffer.from(page), { encoding, step: encoding ? stepOfAnswers : stepOfPlain, quality })
			: await compress(page, encoding, quality)
	const headers = new Headers(response.headers)
	if (encoding) headers.set('content-encoding', encoding)
	headers.set('content-length', String(body.length))
	headers.append('vary', 'accept-encoding')
	return new Response(body, { status: response.status, headers })
}

/** Permissions of a page beyond the others. */
type Opened = {
	connectTo?: readonly string[]
	mayRecord?: boolean
	isOpen?: boolean
	/** It says who may frame it itself. */
	mayBeFramed?: boolean
	showsWidget?: boolean
	isDesk?: boolean
}

/**
 * A page made on demand has its own content policy in the header: ours is added to it, not put in its place. A page that
 * named sources in its load may fetch from them and frame them, too; one in which a voice is recorded may use the microphone and play what it made.
 */
const addSecurityHeaders = (
	headers: Headers,
	{
		connectTo = [],
		mayRecord = false,
		isDesk = false,
		isOpen = false,
		mayBeFramed = false,
		showsWidget = false,
	}: Opened,
): void => {
	const playsOwn = mayRecord || isDesk
	for (const [name, value] of securityHeaders) {
		const own = name === 'content-security-policy' ? headers.get(name) : null
		const opened = own
			?.replace("connect-src 'self'", ["connect-src 'self'", ...connectTo].join(' '))
			.replace(/$/u, connectTo.length > 0 ? `; frame-src ${connectTo.join(' ')}` : '')
			.replace(/$/u, showsWidget ? "; frame-src 'self'" : '')
			.replace(/$/u, isDesk ? `; ${deskPolicy}` : '')
			.replace("media-src 'self'", playsOwn ? "media-src 'self' blob:" : "media-src 'self'")
		const allowed = mayRecord ? value.replace('microphone=()', 'microphone=(self)') : value
		if (mayBeFramed && opened) continue
		headers.set(name, opened ? `${opened}; ${value}` : allowed)
	}
	if (isOpen) for (const [name, value] of openDataHeaders) headers.set(name, value)
	if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8')
	if (headers.get('cache-control') === 'no-store') headers.delete('etag')
	headers.delete('x-sveltekit-page')
}

/** Seconds after which a client may ask again for what cannot be answered now: a browser or a proxy that asks again does not hammer. */
const askAgainAfter = '30'

/** Pages of the desk are for one person, now: no copy anywhere, no place in a search engine. */
const keepFromOthers = (headers: Headers): void => {
	headers.set('cache-control', 'no-store')
	headers.set('x-robots-tag', 'noindex, nofollow')
}

const refuse = (pathname: string, status: number): Response =>
	new Response(makePlainPage(getLocaleOfPath(pathname), status), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8', allow: 'GET, HEAD', 'cache-control': 'no-store' },
	})

/** Answers a request to the desk before any page is asked; `undefined`: the page may answer. */
const guardDesk = async (event: RequestEvent): Promise<Response | undefined> => {
	const { url, request, locals, isDataRequest } = event
	const { findStaff, getDeskLanguage } = await import('#server/desk/session')
	const staff = await findStaff(event)
	if (staff) locals.staff = staff
	locals.deskLanguage = getDeskLanguage(staff, url)
	const refusal = findRefusal({
		pathname: url.pathname,
		method: request.method,
		from: request.headers.get('origin'),
		origin: url.origin,
		isSignedIn: staff !== undefined,
	})
	if (refusal === 'method') return refuse(url.pathname, 405)
	if (refusal === 'foreign') return refuse(url.pathname, 403)
	if (refusal === undefined) return undefined
	if (request.method === 'POST') return refuse(url.pathname, 401)
	if (isDataRequest) redirect(303, '/desk/sign-in')
	return new Response(null, {
		status: 303,
		headers: { location: `/desk/sign-in?${new URLSearchParams({ to: url.pathname })}` },
	})
}

/** A part of the product that this process does not run answers as if it did not exist; what changes nothing takes no POST. */
const findAnswer = async (event: RequestEvent): Promise<Response | undefined> => {
	const { pathname } = event.url
	const isIntake = event.route.id?.includes('/(intake)') === true
	if (building) return undefined
	// The desk has one address, to which its keys and passkeys belong.
	if (isDeskPath(pathname) && (!config.roles.includes('desk') || event.url.origin === config.onion))
		return refuse(pathname, 404)
	if (isDeskPath(pathname)) return guardDesk(event)
	// The router also finds the desk under `/%64esk`; the guard above does not, so nobody answers there.
	if (event.route.id?.includes('/(desk)') === true) return refuse(pathname, 404)
	if (!isAnsweredHere(decodeURI(pathname), config.roles)) return refuse(pathname, 404)
	// Machines are answered in their own protocol, whatever the method.
	if (event.route.id?.startsWith('/(exchange)/') === true) return undefined
	const takesPost = isIntake || /\/programme\/(?:helped|protected)$/u.test(event.route.id ?? '')
	const takesPut = event.route.id === '/programme/entries/[id]/[revision]'
	const methods = ['GET', 'HEAD', ...(takesPost ? ['POST'] : []), ...(takesPut ? ['PUT'] : [])]
	return methods.includes(event.request.method) ? undefined : refuse(pathname, 405)
}

/** True for requests that bring words in clear: report and mailbox without script, a dossier while it is set, what goes to partners and comes from them. */
const comesInClear = ({ request, route }: RequestEvent): boolean =>
	request.method === 'POST' && /\/\(intake\)\/|\/(?:dossier|refer)$|\/coop\//u.test(route.id ?? '')

const shells = createShells()
/** Of the built product. While it is built, or worked on, its files are not there yet. */
const code = building || dev ? new Map<string, string>() : readCodeManifest()

/** A page that everyone is shown alike within the minute, or the answer of its route. */
const render = async (
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve'],
): Promise<Pick<FoundPage, 'response' | 'staysUntil'>> => {
	const { request, url } = event
	const mayBeAlike =
		!building && !dev && request.method === 'GET' && !event.isDataRequest && url.search === ''
	const key = mayBeAlike
		? `${url.origin}${url.pathname} ${JSON.stringify(findGuard(request, url) ?? '')}`
		: ''
	const known = mayBeAlike
		? await shells.find(key, chooseEncoding(request.headers.get('accept-encoding') ?? undefined))
		: undefined
	if (known) {
		if (known.mayRecord) event.locals.mayRecord = true
		return known
	}
	const made = await resolve(event, {
		transformPageChunk: ({ html }) => {
			const locale = event.locals.deskLanguage ?? getLocaleOfPath(url.pathname)
			const named = html
				.replace('%thiqa.lang%', getLangTag(locale))
				.replace('%thiqa.dir%', getDirection(locale))
			const bare = isDeskPath(url.pathname) ? named : named.replaceAll(clientMarks, '')
			return addIntegrity(bare, code)
		},
	})
	const { shell, mayRecord = false } = event.locals
	return { response: mayBeAlike && shell ? await shells.keep(key, made, { ...shell, mayRecord }) : made }
}

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now()
	const { method, headers } = event.request
	event.locals.canaryDomain = config.canaryDomain
	if (method === 'POST') expectForm(event.request)
	const answer = await findAnswer(event)
	const { response: made, staysUntil }: Pick<FoundPage, 'response' | 'staysUntil'> = answer
		? { response: answer }
		: await render(event, resolve)
	if (building) return made
	if (comesInClear(event) && !keptLine.find()) overwriteFreedMemorySoon(config)
	const isIntake = event.route.id?.includes('/(intake)') === true
	const response = await compressPage(made, headers.get('accept-encoding'), {
		quality: isIntake ? 7 : 5,
		isPadded: isIntake && method === 'POST',
	})
	if (isDeskPath(event.url.pathname)) keepFromOthers(response.headers)
	if (response.status === 503 && !response.headers.has('retry-after'))
		response.headers.set('retry-after', askAgainAfter)
	const { connectTo, mayRecord, mayBeFramed, showsWidget } = event.locals
	addSecurityHeaders(response.headers, {
		...(isOpenData(event.url.pathname) ? { isOpen: true } : {}),
		...(connectTo ? { connectTo } : {}),
		...(mayRecord === true ? { mayRecord } : {}),
		...(mayBeFramed === true ? { mayBeFramed } : {}),
		...(showsWidget === true ? { showsWidget } : {}),
		...(isDeskPath(event.url.pathname) ? { isDesk: true } : {}),
	})
	// Built, they are sent as files and never come here.
	if (dev && isForPagesOfOthers(event.url.pathname))
		for (const [name, value] of framedHeaders) response.headers.set(name, value)
	logRequest(log, {
		method,
		routeId: event.route.id,
		status: response.status,
		milliseconds: performance.now() - started,
	})
	return staysUntil
		? keepPage(event.url, response, { route: event.route.id ?? 'none', until: staysUntil })
		: response
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return { message: kind === 'app' ? error.message : 'page.not-found' }
	return describeError(error, { log, route: event.route.id ?? 'none' })
}
