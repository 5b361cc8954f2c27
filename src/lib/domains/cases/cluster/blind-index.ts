/** The blind index of an opened report: tokens that are equal when two reports are of the same place or say the same. */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { refang, toCanonicalAddress } from '#tools/inspect/defang'
import { toShingles, toMinHashSignature } from './min-hash.ts'

/** Kinds of tokens: what two reports have in common when they share one. */
export const tokenKinds = ['address', 'words'] as const
export type TokenKind = (typeof tokenKinds)[number]

/** 32 hex digits. Without the key of the group it says nothing about an address or a word. */
export type BlindIndexEntry = { kind: TokenKind; token: string }

/** Most tokens of one report: a list of addresses as long as a book is not a report. */
export const mostTokens = 216
const mostAddresses = 200

/** The parts of an opened report that are compared. */
export type Comparable = {
	/** Links as the reporter gave them. */
	links: readonly string[]
	words: string
}

const isAddressLike = (word: string): boolean => /[.:]/u.test(word) && /[\p{L}\p{N}]/u.test(word)

/** Addresses of a report in one spelling: its links, and those among its words that say that they are one. */
export const findAddresses = ({ links, words }: Comparable): string[] => {
	const named = words
		.split(/\s+/u)
		.filter((word) => /:\/\/|^www\./iu.test(refang(word)))
		.map((word) => word.replace(/[)\].,;:!?،؛؟»"']+$/u, ''))
	const all = [...links, ...named].filter(isAddressLike).flatMap((link) => toCanonicalAddress(link) ?? [])
	return [...new Set(all)].slice(0, mostAddresses)
}

/**
 * The tokens of an opened report, made in the browser of who opened it.
 *
 * @param key - the index key of the group, for HMAC-SHA-256, never on the server
 */
export const toBlindIndex = (report: Comparable, key: CryptoKey): Promise<BlindIndexEntry[]> => {
	const toToken = async (kind: TokenKind, value: string): Promise<BlindIndexEntry> => {
		const named = utf8ToBytes(`thiqa/index/v1\0${kind}\0${value}`).slice()
		const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, named))
		return { kind, token: bytesToHex(mac.subarray(0, 16)) }
	}
	const bands = toMinHashSignature(toShingles(report.words))
	return Promise.all([
		...findAddresses(report).map((address) => toToken('address', address)),
		...bands.map((band) => toToken('words', band)),
	])
}
