import { removeUnlock } from '#domains/people/server/keys'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'

/** Takes one of these ways away. */
export const removeWayAct = deskAction(
	{ may: ['manage', 'account'], isFresh: true, form: v.object({ id: anId }), refusals: [] },
	async ({ id }, { staff, event }) => {
		await removeUnlock((await getPeople(event.url)).db, staff.id, id)
		return { done: true as const }
	},
)
