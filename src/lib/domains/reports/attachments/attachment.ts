import * as v from 'valibot'
import { ok, refused, toHex, type Result } from '#base'
import { isSame } from '../keys/bytes.ts'
import { findFileType, sealedTypes } from './file-type.ts'
import { attachmentKinds, attachmentLimits, type AttachmentKind } from './kinds.ts'

/** Place of an attachment in its report: stands inside its seal, and must be the place where it is found. */
export type AttachmentPlace = {
	epoch: string
	/** Links it to the report that has the same. */
	nonce: string
	kind: AttachmentKind
	/** From 1. */
	part: number
	parts: number
}

/** An attachment as the sealed report names it: so many sealed bytes with this digest. */
export type ListedAttachment = { part: number; kind: AttachmentKind; bytes: number; sha256: string }

/** Sound or a picture that was opened, whole and as it was sealed. */
export type Opened = { kind: AttachmentKind; type: string; content: Uint8Array<ArrayBuffer> }

const headerSchema = v.strictObject({
	v: v.literal(1),
	form: v.literal('attachment'),
	epoch: v.string(),
	nonce: v.string(),
	kind: v.picklist(attachmentKinds),
	part: v.number(),
	parts: v.number(),
	type: v.string(),
	bytes: v.number(),
	sha256: v.string(),
})

/** Longest line of context that is read. */
const longestHeader = 1024
const newline = 10

export const toSha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))

/** The reason why this cannot be an attachment. */
export type ContentRefusal = 'attachment.too-long' | 'attachment.type'

/** May this be sealed as an attachment of its kind? Refuses with `attachment.too-long` or `attachment.type`. */
const checkContent = (kind: AttachmentKind, content: Uint8Array): Result<string, ContentRefusal> => {
	if (content.length === 0 || content.length > attachmentLimits[kind].bytes)
		return refused('attachment.too-long')
	const type = findFileType(content)
	const types: readonly string[] = sealedTypes[kind]
	return type !== undefined && types.includes(type) ? ok(type) : refused('attachment.type')
}

/** The plain text of a sealed attachment: one line of JSON that says what it is and where it belongs, then the bytes. */
export const formatAttachment = async (
	place: AttachmentPlace,
	content: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, ContentRefusal>> => {
	const type = checkContent(place.kind, content)
	if (!type.ok) return type
	const { epoch, nonce, kind, part, parts } = place
	const header = JSON.stringify({
		v: 1,
		form: 'attachment',
		epoch,
		nonce,
		kind,
		part,
		parts,
		type: type.value,
		bytes: content.length,
		sha256: toHex(await toSha256(content)),
	})
	const line = new TextEncoder().encode(`${header}\n`)
	const plain = new Uint8Array(line.length + content.length)
	plain.set(line)
	plain.set(content, line.length)
	return ok(plain)
}

const readHeader = (line: Uint8Array): v.InferOutput<typeof headerSchema> | undefined => {
	try {
		const parsed = v.safeParse(
			headerSchema,
			JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)),
		)
		return parsed.success ? parsed.output : undefined
	} catch {
		return undefined
	}
}

/** The reason why sealed bytes are not the attachment that they should be. */
export type PlaceRefusal = 'attachment.damaged' | 'attachment.elsewhere'

/**
 * Reads {@link formatAttachment} after opening. Whoever sealed it is not known: it counts only in its place, with the length, the
 * digest and the kind of file that it says it has. Refuses with `attachment.damaged` or `attachment.elsewhere`.
 */
export const parseAttachment = async (
	plain: Uint8Array,
	place: AttachmentPlace,
): Promise<Result<Opened, PlaceRefusal>> => {
	const end = plain.subarray(0, longestHeader).indexOf(newline)
	const header = end < 0 ? undefined : readHeader(plain.subarray(0, end))
	if (!header) return refused('attachment.damaged')
	const names = ['epoch', 'nonce', 'kind', 'part', 'parts'] as const
	if (names.some((name) => header[name] !== place[name])) return refused('attachment.elsewhere')
	const content = plain.slice(end + 1)
	const type = checkContent(header.kind, content)
	const digest = await toSha256(content)
	const isWhole = content.length === header.bytes && toHex(digest) === header.sha256
	if (!type.ok || type.value !== header.type || !isWhole) return refused('attachment.damaged')
	return ok({ kind: header.kind, type: type.value, content })
}

/** Are these sealed bytes the ones that the report names? */
export const isListed = async (sealed: Uint8Array, { bytes, sha256 }: ListedAttachment): Promise<boolean> =>
	sealed.length === bytes &&
	isSame(new TextEncoder().encode(toHex(await toSha256(sealed))), new TextEncoder().encode(sha256))
