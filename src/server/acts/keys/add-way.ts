import { keepUnlock } from '#domains/people/server/keys'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** Adds a way by which a person opens their key every day. */
export const addWayAct = deskAction(
	{
		may: ['manage', 'account'],
		isFresh: true,
		form: v.object({ kind: v.string(), passkey: v.string(), sealed: v.string() }),
		refusals: ['keys.form'],
	},
	async (way, { staff, event }) => {
		await keepUnlock((await getPeople(event.url)).db, staff.id, way, new Date())
		return { done: true as const }
	},
)
