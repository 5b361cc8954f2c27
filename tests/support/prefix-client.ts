/** A client of prefix lists, written from the public document alone: keeps a list, brings it up to date, asks about addresses. */
import { createHash } from 'node:crypto'
import { listExpressions } from '../../src/lib/tools/indicators/hash-prefixes/addresses/index.ts'
import { decodeRice } from '../../src/lib/tools/indicators/hash-prefixes/rice.ts'

type Rice = { firstValue: string; riceParameter: number; numEntries: number; encodedData: string }
type EntrySet = {
	rawHashes?: { prefixSize: number; rawHashes: string }
	rawIndices?: { indices: number[] }
	riceHashes?: Rice
	riceIndices?: Rice
}
export type Update = {
	responseType: string
	additions?: EntrySet[]
	removals?: EntrySet[]
	newClientState: string
	checksum: { sha256: string }
}

const fromRice = ({ firstValue, encodedData, ...counts }: Rice): number[] => {
	const coded = { ...counts, firstValue: Number(firstValue), encodedData: Buffer.from(encodedData, 'base64') }
	const values = decodeRice(coded)
	if (!values) throw new Error('the coded numbers cannot be read')
	return values
}

const toHashes = ({ rawHashes, riceHashes }: EntrySet): string[] => {
	if (riceHashes)
		return fromRice(riceHashes).map((value) => {
			const bytes = Buffer.alloc(4)
			bytes.writeUInt32LE(value)
			return bytes.toString('hex')
		})
	const bytes = Buffer.from(rawHashes?.rawHashes ?? '', 'base64')
	return Array.from({ length: bytes.length / 4 }, (_, at) =>
		bytes.subarray(at * 4, at * 4 + 4).toString('hex'),
	)
}

const toIndices = ({ rawIndices, riceIndices }: EntrySet): number[] =>
	riceIndices ? fromRice(riceIndices) : (rawIndices?.indices ?? [])

/** Opens a client with an empty list. */
export const openPrefixClient = () => {
	let prefixes: string[] = []
	let state = ''
	return {
		getState: () => state,
		getPrefixes: () => prefixes,
		/** Takes an update; throws when the list does not have its checksum afterwards. */
		apply: (update: Update): void => {
			const removed = new Set((update.removals ?? []).flatMap(toIndices))
			const kept = update.responseType === 'FULL_UPDATE' ? [] : prefixes.filter((_, at) => !removed.has(at))
			const next = [...kept, ...(update.additions ?? []).flatMap(toHashes)].sort()
			const checksum = createHash('sha256')
				.update(Buffer.from(next.join(''), 'hex'))
				.digest('base64')
			if (checksum !== update.checksum.sha256) throw new Error('the list has another checksum')
			prefixes = next
			state = update.newClientState
		},
		/** Digests of an address whose prefixes are in the list: what is asked further, in hex. */
		suspect: (url: string): string[] =>
			listExpressions(url)
				.map((expression) => createHash('sha256').update(expression, 'latin1').digest('hex'))
				.filter((digest) => prefixes.includes(digest.slice(0, 8))),
	}
}
