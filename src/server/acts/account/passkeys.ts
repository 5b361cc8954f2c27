import { isFresh } from '#domains/people'
import { endSession, enrolWithPasskey, invitationHeader, pruneChallenges } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import { error } from '@sveltejs/kit'
import { openEndpoint, type DeskEvent } from '../desk-action.ts'

type Ceremony = Readonly<Record<string, 'register' | 'sign-in'>>

/** The four addresses of the library that passkeys need; all its others are closed. */
const begin: Ceremony = {
	'passkey/generate-register-options': 'register',
	'passkey/generate-authenticate-options': 'sign-in',
}
const finish: Ceremony = {
	'passkey/verify-registration': 'register',
	'passkey/verify-authentication': 'sign-in',
}

const pickCookies = (headers: Headers): Headers => {
	const picked = new Headers()
	for (const cookie of headers.getSetCookie()) picked.append('set-cookie', cookie)
	return picked
}

const withType = (headers: Headers): Headers => {
	const picked = pickCookies(headers)
	picked.set('content-type', headers.get('content-type') ?? 'application/json')
	return picked
}

const pass =
	(ceremonies: Ceremony) =>
	async ({ params, request, locals: { staff }, url }: DeskEvent): Promise<Response> => {
		const path = params['path'] ?? ''
		const ceremony = Object.hasOwn(ceremonies, path) ? ceremonies[path] : undefined
		if (!ceremony) error(404, 'page.not-found')
		const isInvited = request.headers.has(invitationHeader)
		// Somebody else's session must not take the passkey of whoever was invited.
		if (staff && isInvited) error(409, 'desk.signed-in')
		if (ceremony === 'register' && staff && !isFresh(staff, new Date())) error(403, 'desk.not-fresh')
		const people = await getPeople(url)
		const { auth, db } = people
		if (ceremonies === begin) await pruneChallenges(db, new Date())
		const isEnrolling = ceremonies === finish && ceremony === 'register' && isInvited
		const answer = isEnrolling
			? await enrolWithPasskey(people, request, () => new Date())
			: await auth.handler(request)
		if (ceremonies === finish && ceremony === 'sign-in' && answer.ok && staff)
			await endSession(db, staff.sessionId)
		// The library answers with the session's token in the body; the cookie is enough.
		return ceremonies === finish
			? new Response(null, { status: answer.ok ? 204 : answer.status, headers: pickCookies(answer.headers) })
			: new Response(answer.body, { status: answer.status, headers: withType(answer.headers) })
	}

/** Begins to make a passkey or to sign in with one. */
export const beginPasskey = pass(begin)

/** Finishes it: the passkey is kept, or the session open. */
export const finishPasskeyAct = openEndpoint(pass(finish))
