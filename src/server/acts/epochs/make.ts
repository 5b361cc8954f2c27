import { AppError } from '#base'
import { parseGroupKey, parseWrap, planEpoch, planIndex, planNextEpoch } from '#domains/people/keys'
import { addGroupKey, listGroupKeys, removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { listEntitled } from '#server/desk/key-holders'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { jsonOf, readBy, wrongForm } from '../form-parts.ts'
import { keyRefusals } from './key-refusals.ts'

const form = v.object({
	key: readBy(parseGroupKey),
	/** By holder. */
	wraps: jsonOf(v.record(v.string(), readBy(parseWrap)), 500_000),
})

/** Keeps a key that a browser has made for an epoch or an index, wrapped for everyone who may hold it; who may not any more loses theirs. */
export const makeKeyAct = deskAction(
	{ may: ['make', 'epoch', 'all'], isFresh: true, form, refusals: keyRefusals },
	async ({ key, wraps: given }, { event }) => {
		const { dataDir } = readConfig()
		const { entitled, holders } = await listEntitled(event.url)
		const stored = await listGroupKeys(dataDir)
		const ids = stored.map(({ span }) => span.id)
		const now = new Date()
		const plans =
			key.kind === 'epoch' ? [planEpoch(ids, now), planNextEpoch(ids, now)] : [planIndex(ids, now)]
		const span = plans.find((plan) => plan?.id === key.id)
		if (!span) throw new AppError('keys.taken', 409, 'making a key: another was made meanwhile')
		const wraps = new Map(Object.entries(given))
		if (![...wraps.keys()].every((id) => holders.some((holder) => holder.id === id))) wrongForm()
		await addGroupKey(dataDir, { key, span, wraps }, now)
		const left = stored
			.flatMap((one) => one.holders)
			.filter((id) => !entitled.some((person) => person.id === id))
		await removeWraps(dataDir, [...new Set(left)])
		return { done: true as const }
	},
)
