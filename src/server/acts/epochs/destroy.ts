import { isEpochId } from '#domains/people/keys'
import { askFor } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'

/** Asks for the end of an index key. The key of an epoch opens cases: its end is asked for where it is seen which of them need it. */
export const destroyKeyAct = deskAction(
	{
		may: ['destroy', 'epoch', 'all'],
		isFresh: true,
		form: v.object({
			id: v.pipe(
				v.string(),
				v.check((id) => !isEpochId(id)),
			),
		}),
		refusals: keyRefusals,
	},
	async ({ id }, { staff }) => {
		await askFor(readConfig().dataDir, { act: 'destroy', subject: id, askedBy: staff.id }, new Date())
		return { done: true as const }
	},
)
