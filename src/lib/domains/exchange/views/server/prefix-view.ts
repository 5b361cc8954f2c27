/** Prefixes of the addresses that are blocked, for browsers and filters that must not hold the list. */
import { mayShare, type Tlp } from '#domains/exchange/partners'
import type { Indicator } from '#domains/exchange/indicators'
import {
	findFullHashes,
	makeNoise,
	toFullHashes,
	toListUpdate,
	toPrefixList,
	type FoundHashes,
	type FullHashes,
	type ListName,
	type ListUpdate,
	type PrefixList,
} from '#tools/indicators/hash-prefixes'
import { findExpression, hashExpression } from '#tools/indicators/hash-prefixes/addresses'
import { createMemo, holdView, type ViewQueries } from './held-view.ts'

/**
 * The one list. Version 4 has no type for what this is: of those that every client loads by itself, this is the one by which it says only that
 * the address should not be opened.
 */
export const ownList: ListName = {
	threatType: 'SOCIAL_ENGINEERING',
	platformType: 'ANY_PLATFORM',
	threatEntryType: 'URL',
}

/** Entries that stand for nothing. */
const noiseCount = 1024

const isOwn = ({ threatType, platformType, threatEntryType }: ListName): boolean =>
	threatType === ownList.threatType &&
	platformType === ownList.platformType &&
	threatEntryType === ownList.threatEntryType

const digests = new WeakMap<Indicator, Uint8Array>()

/** The digest that a list holds of an indicator; `undefined` for an address that has none. */
export const findDigest = (indicator: Indicator): Uint8Array | undefined => {
	const known = digests.get(indicator)
	if (known) return known
	const expression = indicator.kind === 'domain' ? `${indicator.value}/` : findExpression(indicator.value)
	const digest = expression === undefined ? undefined : hashExpression(expression)
	if (digest) digests.set(indicator, digest)
	return digest
}

type Asked = { list: ListName; state: Uint8Array | undefined; takesRice: boolean }

export type PrefixView = {
	/** Changes by which a reader up to a marking has a list; one that is not ours is empty. */
	getUpdate: (tlp: Tlp, asked: Asked) => Promise<ListUpdate>
	find: (tlp: Tlp, prefixes: readonly Uint8Array[]) => Promise<FoundHashes>
	/** The lists that both are made of now. */
	getLists: (tlp: Tlp) => Promise<{ serial: number; prefixes: PrefixList; hashes: FullHashes }>
}

/** Serial in a state that was given for the same marking; `undefined` for any other. */
const readState = (state: Uint8Array | undefined, tlp: Tlp): number | undefined => {
	const [, serial, marking] = /^(\d{1,15})\.([a-z+]+)$/u.exec(new TextDecoder().decode(state)) ?? []
	return marking === tlp ? Number(serial) : undefined
}

/** @param seed - secret of the installation, from which the noise follows */
export const createPrefixView = (db: ViewQueries, seed: Uint8Array): PrefixView => {
	const view = holdView(db, 'safe-browsing')
	const noise = makeNoise(seed, noiseCount)
	const listDigests = createMemo((indicators, tlp) =>
		[...indicators.values()]
			.filter((one) => mayShare({ tlpMost: tlp as Tlp }, one.tlp))
			.flatMap((one) => findDigest(one) ?? []),
	)
	const listPrefixes = createMemo((indicators, tlp) => toPrefixList(listDigests(indicators, tlp), noise))
	const listHashes = createMemo((indicators, tlp) => toFullHashes(listDigests(indicators, tlp)))
	return {
		getUpdate: async (tlp, { list, state, takesRice }) => {
			if (!isOwn(list))
				return toListUpdate(list, { before: undefined, after: toPrefixList([]), state: '' }, { takesRice })
			const { held, before } = await view.getSince(readState(state, tlp) ?? -1)
			return toListUpdate(
				list,
				{
					before: before && listPrefixes(before, tlp),
					after: listPrefixes(held.indicators, tlp),
					state: `${held.serial}.${tlp}`,
				},
				{ takesRice },
			)
		},
		find: async (tlp, prefixes) =>
			findFullHashes(ownList, listHashes((await view.get()).indicators, tlp), prefixes),
		getLists: async (tlp) => {
			const { serial, indicators } = await view.get()
			return { serial, prefixes: listPrefixes(indicators, tlp), hashes: listHashes(indicators, tlp) }
		},
	}
}
