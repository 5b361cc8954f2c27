import { ok, refused, type Result } from '#base'
import { isPaddedLength, type Sizes } from './padding.ts'

/** Kinds of reader's key: X25519, which every `age` program opens, or its hybrid with ML-KEM-768. */
export type Family = 'x25519' | 'hybrid'

/** One reader in the header of a sealed file, as https://c2sp.org/age writes it down. */
export type Stanza = { type: string; args: readonly string[]; bodyLength: number }

/** Longest header that is read: four times what one hybrid reader needs. */
const mostHeaderBytes = 8_192
const nonceLength = 16
const tagLength = 16
const chunkLength = 65_536
const [lineBreak, dash] = [0x0a, 0x2d]

const printable = /^[!-~]+(?: [!-~]+)*$/u
const macForm = /^--- [A-Za-z0-9+/]{43}$/u
const bodyForm = /^[A-Za-z0-9+/]{0,64}$/u

/** Type of stanza, characters of its one argument and bytes of its body that a reader of a family has. */
const shapes: Readonly<Record<Family, { type: string; share: number; body: number }>> = {
	x25519: { type: 'X25519', share: 43, body: 32 },
	hybrid: { type: 'mlkem768x25519', share: 1_494, body: 32 },
}

/** `body`: base 64, without its line breaks. `macAt`: where what the code is over ends. `length`: with the last line break. */
type Header = { stanzas: readonly (Stanza & { body: string })[]; mac: string; macAt: number; length: number }

const latin1 = new TextDecoder('latin1')

const readBody = (lines: readonly string[], from: number): { body: string; next: number } | undefined => {
	for (let body = '', at = from; at < lines.length; at += 1) {
		const line = lines[at] ?? ''
		if (!bodyForm.test(line) || line.length % 4 === 1) return undefined
		body += line
		if (line.length < 64) return { body, next: at + 1 }
	}
	return undefined
}

/** Offset at which the last line of a header begins, after the line break before it; -1 when it is not in the first 8 KiB. */
const findLastLine = (sealed: Uint8Array): number => {
	for (
		let at = sealed.indexOf(lineBreak);
		at !== -1 && at < mostHeaderBytes;
		at = sealed.indexOf(lineBreak, at + 1)
	)
		if (sealed[at + 1] === dash && sealed[at + 2] === dash && sealed[at + 3] === dash) return at + 1
	return -1
}

/** The header of an age file, as far as its letters go; `undefined` for anything else. Reads the first 8 KiB at most. */
export const readHeader = (sealed: Uint8Array): Header | undefined => {
	const start = sealed.subarray(0, mostHeaderBytes)
	const macAt = findLastLine(start)
	const last = macAt === -1 ? -1 : start.indexOf(lineBreak, macAt)
	if (last === -1) return undefined
	const text = latin1.decode(start.subarray(0, last))
	const [version, ...lines] = text.split('\n')
	const macLine = lines.pop() ?? ''
	if (version !== 'age-encryption.org/v1' || !macForm.test(macLine)) return undefined
	const stanzas: Header['stanzas'][number][] = []
	for (let at = 0; at < lines.length;) {
		const [arrow, type, ...args] = (lines[at] ?? '').split(' ')
		if (arrow !== '->' || type === undefined || !printable.test([type, ...args].join(' '))) return undefined
		const read = readBody(lines, at + 1)
		if (read === undefined) return undefined
		const { body, next } = read
		stanzas.push({ type, args, body, bodyLength: Math.floor((body.length * 3) / 4) })
		at = next
	}
	if (stanzas.length === 0) return undefined
	return { stanzas, mac: macLine.slice(4), macAt: macAt + 3, length: last + 1 }
}

/** Reasons why a file is not one that was sealed here. */
export type FormRefusal = 'sealed.header' | 'sealed.readers' | 'sealed.family' | 'sealed.size'

/**
 * The readers a sealed file names, without opening it. Reads the first 8 KiB at most.
 * Refuses with `sealed.header` what is not the header of an age file.
 */
export const readStanzas = (sealed: Uint8Array): Result<readonly Stanza[], 'sealed.header'> => {
	const header = readHeader(sealed)
	return header === undefined ? refused('sealed.header') : ok(header.stanzas)
}

const isOf = (stanza: Stanza, family: Family): boolean => {
	const { type, share, body } = shapes[family]
	const [only, ...more] = stanza.args
	return stanza.type === type && more.length === 0 && only?.length === share && stanza.bodyLength === body
}

const findFamily = ({ stanzas }: Header): Result<Family, FormRefusal> => {
	const [stanza, ...more] = stanzas
	if (stanza === undefined || more.length > 0) return refused('sealed.readers')
	const family = (['x25519', 'hybrid'] as const).find((one) => isOf(stanza, one))
	return family === undefined ? refused('sealed.family') : ok(family)
}

/** The family of the one reader of a sealed file. Refuses with `sealed.header`, `sealed.readers` or `sealed.family`. */
export const readFamily = (sealed: Uint8Array): Result<Family, FormRefusal> => {
	const header = readHeader(sealed)
	return header === undefined ? refused('sealed.header') : findFamily(header)
}

/** Bytes of text in a payload of this length; `undefined` when no text gives it. Each chunk of 64 KiB has a tag. */
const toPlainLength = (payload: number): number | undefined => {
	const last = payload % (chunkLength + tagLength)
	if (last !== 0 && last <= tagLength) return undefined
	return payload - Math.ceil(payload / (chunkLength + tagLength)) * tagLength
}

/**
 * The same as {@link checkSealed} where only the start of a long file is at hand, and its length is known: the first 8 KiB are
 * enough. Refuses with the same codes.
 */
export const checkSealedStart = (
	start: Uint8Array,
	length: number,
	{ family, sizes }: { family: Family; sizes: Sizes },
): Result<true, FormRefusal> => {
	const header = readHeader(start)
	if (header === undefined) return refused('sealed.header')
	const found = findFamily(header)
	if (!found.ok) return found
	if (found.value !== family) return refused('sealed.family')
	const plain = toPlainLength(length - header.length - nonceLength)
	return plain !== undefined && isPaddedLength(plain, sizes) ? ok(true) : refused('sealed.size')
}

/**
 * Checks what can be known of a sealed file without its key: one reader, of this family, and a length that sealing gives.
 * For the server on arrival, and for the browser before it sends.
 *
 * Refuses with `sealed.header` (not an age file), `sealed.readers` (none, or more than one), `sealed.family` (another kind
 * of key, or a passphrase) or `sealed.size`.
 */
export const checkSealed = (
	sealed: Uint8Array,
	family: Family,
	sizes: Sizes,
): Result<Uint8Array, FormRefusal> => {
	const checked = checkSealedStart(sealed, sealed.length, { family, sizes })
	return checked.ok ? ok(sealed) : checked
}
