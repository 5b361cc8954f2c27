import { AppError } from '#base'
import {
	openHolderList,
	parseGroupKey,
	parseWrap,
	planEpoch,
	planIndex,
	planNextEpoch,
	type GroupKey,
} from '#domains/people/keys'
import { addGroupKey, listGroupKeys, removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { listEntitled } from '#server/desk/key-holders'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { jsonOf, readBy, wrongForm } from '../form-parts.ts'
import { keyRefusals } from './key-refusals.ts'
import { recordKey } from './record-key.ts'

const form = v.object({
	key: readBy(parseGroupKey),
	/** By holder. */
	wraps: jsonOf(v.record(v.string(), readBy(parseWrap)), 500_000),
	/** For whom it is, signed with the key that was made; empty for an index. */
	list: v.optional(v.string(), ''),
})

type Holder = { id: string; recipient: string }

/** The list of a new epoch, if that epoch has signed it and it names those who get a wrap, with the recipients that are known here. */
const readList = async (
	key: GroupKey,
	list: string,
	held: readonly Holder[],
): Promise<string | undefined> => {
	if (key.kind === 'index') return undefined
	const opened = await openHolderList(list, key.answerKey)
	const toLine = ({ id, recipient }: Holder): string => `${id} ${recipient}`
	const isOfWraps =
		opened.ok &&
		opened.value.epoch === key.id &&
		opened.value.holders.map(toLine).toSorted().join() === held.map(toLine).toSorted().join()
	return isOfWraps ? list : wrongForm()
}

/** Keeps a key that a browser has made for an epoch or an index, wrapped for everyone who may hold it; who may not any more loses theirs. */
export const makeKeyAct = deskAction(
	{
		may: ['make', 'epoch', 'all'],
		isFresh: true,
		form,
		refusals: keyRefusals,
		writes: ['key/made'],
	},
	async ({ key, wraps: given, list }, { staff, event }) => {
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
		const held = holders.filter(({ id }) => wraps.has(id))
		await addGroupKey(dataDir, { key, span, wraps, holderList: await readList(key, list, held) }, now)
		const print = key.kind === 'epoch' ? key.recipient : key.print
		const names = held.map(({ id, recipient }) => `${id} ${recipient}`)
		await recordKey({ act: 'key/made', by: staff.id, what: { key: key.id, print, holders: names } })
		const left = stored
			.flatMap((one) => one.holders)
			.filter((id) => !entitled.some((person) => person.id === id))
		await removeWraps(dataDir, [...new Set(left)])
		return { done: true as const }
	},
)
