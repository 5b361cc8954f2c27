import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'

/** A text that shows what was found: words of a profile, a note of the desk. */
export type XarfText = { text: string; description: string }

/** Items, and characters of the description of one, as `xarf-core.json` has them; bytes of one far below its five million: a desk writes notes, not volumes. */
export const [mostItems, mostBytes, mostCharacters] = [50, 16_384, 500] as const

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Finds what keeps these texts from being sent; empty when nothing does. */
export const findBadTexts = (texts: readonly XarfText[]): string[] => [
	...(texts.length > mostItems ? [`at most ${mostItems} texts`] : []),
	...(texts.some(({ text }) => toBytes(text).length > mostBytes)
		? [`texts of at most ${mostBytes} bytes`]
		: []),
	...(texts.some(({ description }) => description.length > mostCharacters)
		? [`descriptions of at most ${mostCharacters} characters`]
		: []),
]

/** The text as an evidence item of the standard: UTF-8 in base64, with its SHA-256 and size. */
export const toEvidence = ({ text, description }: XarfText): Record<string, unknown> => {
	const bytes = toBytes(text)
	return {
		content_type: 'text/plain; charset=utf-8',
		description,
		payload: base64.encode(bytes),
		hash: `sha256:${bytesToHex(sha256(bytes))}`,
		size: bytes.length,
	}
}
