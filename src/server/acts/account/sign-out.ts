import { endSession, isFormToken } from '#domains/people/server'
import { dropCookie, getPeople } from '#server/desk/session'
import { error, redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'

/** Ends this session, when a page of this very session asks for it. */
export const signOutAct = deskEndpoint(
	{ may: ['manage', 'account'], body: v.object({ token: v.optional(v.string()) }), refusals: [] },
	async ({ token }, { staff, event }) => {
		if (!isFormToken(staff, token)) error(403, 'desk.not-allowed')
		await endSession((await getPeople(event.url)).db, staff.sessionId)
		await dropCookie(event.cookies, event.url)
		return redirect(303, '/desk/sign-in')
	},
)
