import { removePasskey } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'

/** Takes a passkey away, where another way to sign in is left. */
export const removePasskeyAct = deskAction(
	{ may: ['manage', 'account'], isFresh: true, form: v.object({ id: anId }), refusals: ['people.last-way'] },
	async ({ id }, { staff, event }) => {
		await removePasskey((await getPeople(event.url)).db, staff.id, id)
		return { done: true as const }
	},
)
