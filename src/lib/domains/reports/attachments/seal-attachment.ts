import { ok, refused, toHex, type Result } from '#base'
import {
	checkSealed,
	open,
	seal,
	type Identity,
	type SealRefusal,
	type TextRefusal,
} from '#tools/seal/sealed'
import {
	formatAttachment,
	isListed,
	parseAttachment,
	toSha256,
	type AttachmentPlace,
	type ContentRefusal,
	type ListedAttachment,
	type Opened,
	type PlaceRefusal,
} from './attachment.ts'

/** A sealed attachment, and the line about it in the report. */
export type SealedAttachment = { sealed: Uint8Array<ArrayBuffer>; listed: ListedAttachment }

/** The reason why something cannot go along. */
export type AttachmentRefusal = ContentRefusal | SealRefusal

/**
 * Seals sound or a picture to the reader of its epoch. Refuses with `attachment.too-long`, `attachment.type` or
 * `sealed.recipient`.
 *
 * @throws when the platform cannot seal: nothing may leave then
 */
export const sealAttachment = async (
	place: AttachmentPlace,
	content: Uint8Array,
	recipient: string,
): Promise<Result<SealedAttachment, AttachmentRefusal>> => {
	const plain = await formatAttachment(place, content)
	const sealed = plain.ok ? await seal(plain.value, recipient, 'padme') : plain
	if (!sealed.ok) return sealed
	const sha256 = toHex(await toSha256(sealed.value))
	const { part, kind } = place
	return ok({
		sealed: Uint8Array.from(sealed.value),
		listed: { part, kind, bytes: sealed.value.length, sha256 },
	})
}

/**
 * Opens an attachment, to its end, before any of it is handed over. Refuses with `attachment.damaged` (not the bytes that the
 * report names, or changed), `attachment.elsewhere` (of another report) or `sealed.key`.
 */
export const openAttachment = async (
	sealed: Uint8Array,
	{ place, listed }: { place: AttachmentPlace; listed: ListedAttachment },
	identity: Identity,
): Promise<Result<Opened, PlaceRefusal | TextRefusal>> => {
	const damaged = refused('attachment.damaged')
	if (!(await isListed(sealed, listed))) return damaged
	if (!(['x25519', 'hybrid'] as const).some((family) => checkSealed(sealed, family, 'padme').ok))
		return damaged
	const plain = await open(sealed, identity)
	return plain.ok ? parseAttachment(plain.value, place) : plain
}
