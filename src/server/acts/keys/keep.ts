import { keepStaffKey } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** Keeps a person's own key, closed, as their browser has made it. */
export const keepKeyAct = deskAction(
	{
		may: ['manage', 'account'],
		isFresh: true,
		form: v.object({ recipient: v.string(), signingKey: v.string(), wrapped: v.string() }),
		refusals: ['keys.form'],
	},
	async (key, { staff, event }) => {
		const { db } = await getPeople(event.url)
		await keepStaffKey({ db, dataDir: readConfig().dataDir }, staff.id, key, new Date())
		return { done: true as const }
	},
)
