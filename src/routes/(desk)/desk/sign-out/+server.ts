import { error, redirect } from '@sveltejs/kit'
import { endSession, isFormToken } from '#domains/people/server'
import { dropCookie, getPeople, requireStaff } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** Ends this session, when a page of this very session asks for it. */
export const POST: RequestHandler = async (event) => {
	const staff = requireStaff(event)
	const form = await event.request.formData()
	if (!isFormToken(staff, form.get('token'))) error(403, 'desk.not-allowed')
	const { db } = await getPeople(event.url)
	await endSession(db, staff.sessionId)
	await dropCookie(event.cookies, event.url)
	redirect(303, '/desk/sign-in')
}
