import assert from 'node:assert/strict'
import {
	formatAttachment,
	parseAttachment,
	type AttachmentPlace,
} from '../src/lib/domains/reports/attachments/attachment.ts'
import { sealedTypes } from '../src/lib/domains/reports/attachments/file-type.ts'

const place: AttachmentPlace = { epoch: '2026-03', nonce: 'n', kind: 'screenshot', part: 1, parts: 1 }

/** A form that is taken has its file of its kind in its place, and written again reads the same. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const plain = Uint8Array.from(data)
	const read = await parseAttachment(plain, place)
	if (read.ok) {
		assert.ok((sealedTypes.screenshot as readonly string[]).includes(read.value.type))
		const again = await formatAttachment(place, read.value.content)
		assert.ok(again.ok)
		assert.deepEqual(await parseAttachment(again.value, place), read)
	}
	const made = await formatAttachment(place, plain)
	if (made.ok) assert.ok((await parseAttachment(made.value, place)).ok)
}

export const seeds = async (): Promise<Uint8Array[]> => {
	const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)
	const made = await formatAttachment(place, picture)
	return made.ok ? [made.value, picture] : [picture]
}
