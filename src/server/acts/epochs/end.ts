import { endGroupKey } from '#domains/people/server/keys'
import { getTrustedTime, readConfig } from '#platform'
import { getClock } from '#server/process/clock'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'

/** Ends a key before its time. */
export const endKeyAct = deskAction(
	{ may: ['make', 'epoch', 'all'], isFresh: true, form: v.object({ id: v.string() }), refusals: keyRefusals },
	async ({ id }) => {
		await endGroupKey(readConfig().dataDir, id, await getTrustedTime(getClock()))
		return { done: true as const }
	},
)
