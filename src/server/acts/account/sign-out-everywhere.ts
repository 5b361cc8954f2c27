import { endSessions } from '#domains/people/server'
import { dropCookie, getPeople } from '#server/desk/session'
import { redirect } from '@sveltejs/kit'
import { deskAction } from '../desk-action.ts'
import { noFields } from '../form-parts.ts'

/** Ends every session of this person. */
export const signOutEverywhereAct = deskAction(
	{ may: ['manage', 'account'], form: noFields, refusals: [] },
	async (_, { staff, event }) => {
		await endSessions((await getPeople(event.url)).db, staff.id)
		await dropCookie(event.cookies, event.url)
		return redirect(303, '/desk/sign-in')
	},
)
