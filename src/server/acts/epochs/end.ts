import { endGroupKey } from '#domains/people/server/keys'
import { getTrustedTime, readConfig } from '#platform'
import { getClock } from '#server/process/clock'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'
import { recordKey } from './record-key.ts'

/** Ends a key before its time. */
export const endKeyAct = deskAction(
	{
		may: ['make', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ id: v.string() }),
		refusals: keyRefusals,
		writes: ['key/ended'],
	},
	async ({ id }, { staff }) => {
		await endGroupKey(readConfig().dataDir, id, await getTrustedTime(getClock()))
		await recordKey({ act: 'key/ended', by: staff.id, what: { key: id } })
		return { done: true as const }
	},
)
