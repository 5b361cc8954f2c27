import { recordActs } from '#domains/acts/server'
import type { PeopleTransaction } from '#domains/people/server'
import { keepStaffKey } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** Keeps a person's own key, closed, as their browser has made it, with its public halves in the record. */
export const keepKeyAct = deskAction(
	{
		may: ['manage', 'account'],
		isFresh: true,
		form: v.object({ recipient: v.string(), signingKey: v.string(), wrapped: v.string() }),
		refusals: ['keys.form'],
		writes: ['key/own-kept'],
	},
	async (key, { staff, event }) => {
		const { db } = await getPeople(event.url)
		const now = new Date()
		const what = { recipient: key.recipient, signingKey: key.signingKey }
		const record = (trx: PeopleTransaction): Promise<void> =>
			recordActs(trx, [{ act: 'key/own-kept', by: staff.id, at: now, what }])
		await keepStaffKey({ db, dataDir: readConfig().dataDir, record }, staff.id, key, now)
		return { done: true as const }
	},
)
