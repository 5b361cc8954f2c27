/** Shared by pages of the desk: the accounts of this installation, who is signed in, what they may do. */
import { getLanguage, isLocale, type Language } from '#base'
import { isFresh, may, type Relation, type Resource, type Staff, type Verb } from '#domains/people'
import type { People, SignedIn } from '#domains/people/server'
import { readConfig } from '#platform'
import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit'
import { getDatabase } from '#server/process/database'

/** The library of sessions is large: it is loaded when someone first comes to the desk. */
const getServer = () => import('#domains/people/server')

const opened = new Map<string, Promise<People>>()

/** Addresses under which one process is seen at most, when the operator has fixed none. */
const mostOrigins = 8

/** The accounts of this installation as seen under the address of a request. */
export const getPeople = (url: URL): Promise<People> => {
	const { dataDir, origin = url.origin } = readConfig()
	const known = opened.get(origin)
	if (known) return known
	if (opened.size >= mostOrigins) opened.clear()
	const made = getServer().then(({ openPeople }) =>
		openPeople({ kysely: getDatabase().kysely, dataDir, origin, now: () => new Date() }),
	)
	opened.set(origin, made)
	return made
}

/** True for what an open page asks by itself, again and again: it does not count as somebody being there. */
const isWatch = (pathname: string): boolean => pathname === '/desk/queue/waiting'

/** Finds who sends a request; nothing is asked of the database when it has no cookie of ours. */
export const findStaff = async (event: RequestEvent): Promise<SignedIn | undefined> => {
	if (!event.request.headers.get('cookie')?.includes('thiqa')) return undefined
	const { findSignedIn, peekSignedIn } = await getServer()
	const [people, { headers }] = [await getPeople(event.url), event.request]
	return isWatch(event.url.pathname)
		? peekSignedIn(people, headers)
		: findSignedIn(people, headers, new Date())
}

/** The language of the desk: the person's; before that the one asked for in the address; French else. */
export const getDeskLanguage = (staff: Staff | undefined, url: URL): Language => {
	const asked = url.searchParams.get('lang') ?? ''
	return staff?.language ?? (isLocale(asked) ? getLanguage(asked) : 'fr')
}

type Asking = { locals: App.Locals; url: URL }

/** Requires a session. Without one: on to the page where one signs in. */
export const requireStaff = ({ locals }: Asking): SignedIn => locals.staff ?? redirect(303, '/desk/sign-in')

/**
 * Who is signed in, if they may do this to things that stand in `relation` to them (left out: to any at all).
 * @throws HttpError 403 `desk.not-allowed`
 */
export const requireMay = <Of extends Resource>(
	asking: Asking,
	verb: Verb<Of>,
	resource: Of,
	relation?: Relation,
): SignedIn => {
	const staff = requireStaff(asking)
	if (!may(staff, verb, resource, relation)) error(403, 'desk.not-allowed')
	return staff
}

/** Requires that the person has just signed in; anybody else is asked to show again who they are, and comes back to this page. */
export const requireFresh = (asking: Asking): SignedIn => {
	const staff = requireStaff(asking)
	if (isFresh(staff, new Date())) return staff
	redirect(303, `/desk/sign-in?${new URLSearchParams({ again: '', to: asking.url.pathname })}`)
}

/** Address after signing in: a page of the desk, never an address elsewhere. */
export const getWayOn = (url: URL): string => {
	const to = url.searchParams.get('to') ?? ''
	return /^\/desk(?:\/[\w-]+)*$/u.test(to) && !to.startsWith('/desk/sign-') ? to : '/desk'
}

/** Opens a session for a person whose passphrase and code were right, in place of the one there was. */
export const openSession = async (
	{ url, cookies, locals }: { url: URL; cookies: Cookies; locals: App.Locals },
	personId: string,
): Promise<void> => {
	const { auth, db, origin } = await getPeople(url)
	const { endSession, getCookiePrefix } = await getServer()
	const { headers } = await auth.api.openSession({
		body: { personId },
		headers: new Headers(),
		returnHeaders: true,
	})
	const name = `${getCookiePrefix(origin)}.session_token`
	const pair = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
	const value = decodeURIComponent(pair.slice(name.length + 1).split(';')[0] ?? '')
	if (locals.staff) await endSession(db, locals.staff.sessionId)
	cookies.set(name, value, getCookieOptions(origin))
}

const twelveHours = 12 * 60 * 60

/** Options of a cookie of the desk; `maxAge` in seconds. */
export const getCookieOptions = (origin: string, maxAge = twelveHours) =>
	({ path: '/', httpOnly: true, sameSite: 'strict', secure: origin.startsWith('https:'), maxAge }) as const

/** Takes the session's cookie from the browser; the session itself is ended in the database. */
export const dropCookie = async (cookies: Cookies, url: URL): Promise<void> => {
	const { origin } = await getPeople(url)
	const { getCookiePrefix } = await getServer()
	cookies.delete(`${getCookiePrefix(origin)}.session_token`, getCookieOptions(origin))
}
