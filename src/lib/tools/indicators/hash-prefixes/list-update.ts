import { toBase64 } from '#base'
import { findDifference, getChecksum, prefixSize, toBytes, type PrefixList } from './prefix-list.ts'
import { encodeRice, type RiceCoded } from './rice.ts'

/** Name of a list: `{ threatType: 'SOCIAL_ENGINEERING', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }`. */
export type ListName = { threatType: string; platformType: string; threatEntryType: string }

/** Bytes in base64, numbers of 64 bits in decimal digits, as the JSON form of protocol buffers has them. */
type RiceMessage = { firstValue: string; riceParameter: number; numEntries: number; encodedData: string }
export type EntrySet = { compressionType: 'RAW' | 'RICE' } & (
	| { rawHashes: { prefixSize: number; rawHashes: string } }
	| { rawIndices: { indices: number[] } }
	| { riceHashes: RiceMessage }
	| { riceIndices: RiceMessage }
)
export type ListUpdate = ListName & {
	responseType: 'FULL_UPDATE' | 'PARTIAL_UPDATE'
	additions: EntrySet[]
	removals: EntrySet[]
	newClientState: string
	checksum: { sha256: string }
}

const toMessage = ({ firstValue, riceParameter, numEntries, encodedData }: RiceCoded): RiceMessage => ({
	firstValue: String(firstValue),
	riceParameter,
	numEntries,
	encodedData: toBase64(encodedData),
})

/** The coding takes the bytes of a prefix lowest first; the list has them highest first. */
const reverseBytes = (prefixes: PrefixList): Uint32Array => {
	const view = new DataView(toBytes(prefixes).buffer)
	return Uint32Array.from(prefixes, (_, at) => view.getUint32(at * prefixSize, true)).sort()
}

const toAdditions = (added: PrefixList, takesRice: boolean): EntrySet[] => {
	if (added.length === 0) return []
	return takesRice
		? [{ compressionType: 'RICE', riceHashes: toMessage(encodeRice(reverseBytes(added))) }]
		: [{ compressionType: 'RAW', rawHashes: { prefixSize, rawHashes: toBase64(toBytes(added)) } }]
}

const toRemovals = (removed: number[], takesRice: boolean): EntrySet[] => {
	if (removed.length === 0) return []
	return takesRice
		? [{ compressionType: 'RICE', riceIndices: toMessage(encodeRice(removed)) }]
		: [{ compressionType: 'RAW', rawIndices: { indices: removed } }]
}

/**
 * What a client must do to have the list as it is now: replace its own, or change the version it has.
 *
 * @param before the version that the client holds; `undefined` when it has none, or one that is not known
 * @param state text by which the version is found again
 */
export const toListUpdate = (
	list: ListName,
	{ before, after, state }: { before: PrefixList | undefined; after: PrefixList; state: string },
	{ takesRice }: { takesRice: boolean },
): ListUpdate => {
	const { added, removed } = before ? findDifference(before, after) : { added: after, removed: [] }
	return {
		...list,
		responseType: before ? 'PARTIAL_UPDATE' : 'FULL_UPDATE',
		additions: toAdditions(added, takesRice),
		removals: toRemovals(removed, takesRice),
		newClientState: toBase64(new TextEncoder().encode(state)),
		checksum: { sha256: toBase64(getChecksum(after)) },
	}
}
