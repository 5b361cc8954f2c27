import { failed, ok, type Result } from '#base'

/** Facts from the headers of a recording. `seconds` without the silence that the encoder puts first; `kbps` of the sound without its wrapping. */
export type OggOpus = { channels: number; seconds: number; kbps: number }

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let sum = byte << 24
	for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
	return sum >>> 0
})

/** The checksum of a page (RFC 3533, 6), with its own four bytes as zeros. */
const sumUp = (page: Uint8Array): number => {
	let sum = 0
	for (const [at, byte] of page.entries()) {
		const read = at >= 22 && at < 26 ? 0 : byte
		sum = ((sum << 8) ^ (table[(sum >>> 24) ^ read] ?? 0)) >>> 0
	}
	return sum
}

const startsWith = (bytes: Uint8Array, word: string): boolean =>
	Array.from(word).every((letter, at) => bytes[at] === letter.charCodeAt(0))

type OggPage = { granule: bigint; serial: number; isContinued: boolean; lacing: Uint8Array; body: Uint8Array }

const readPages = (file: Uint8Array): Result<OggPage[]> => {
	const pages: OggPage[] = []
	for (let at = 0; at < file.length;) {
		const head = file.subarray(at)
		if (head.length < 27 || !startsWith(head, 'OggS') || head[4] !== 0)
			return failed({ path: String(at), message: 'is no page of an Ogg file' })
		const lacing = head.subarray(27, 27 + (head[26] ?? 0))
		const length = 27 + lacing.length + lacing.reduce((sum, one) => sum + one, 0)
		const page = head.subarray(0, length)
		const view = new DataView(file.buffer, file.byteOffset + at, Math.min(length, head.length))
		if (page.length < length) return failed({ path: String(at), message: 'ends within a page' })
		if (view.getUint32(22, true) !== sumUp(page))
			return failed({ path: String(at), message: 'has a page with a wrong checksum' })
		pages.push({
			granule: view.getBigInt64(6, true),
			serial: view.getUint32(14, true),
			isContinued: ((head[5] ?? 0) & 1) === 1,
			lacing,
			body: page.subarray(27 + lacing.length),
		})
		at += length
	}
	return ok(pages)
}

/**
 * Reads the headers of a recording of one stream.
 *
 * @param file - all its bytes
 * @returns issues where it is no Ogg, no Opus, damaged or without sound; `path` is the byte at which it was seen
 */
export const readOggOpus = (file: Uint8Array): Result<OggOpus> => {
	const read = readPages(file)
	if (!read.ok) return read
	const [head, tags, ...sound] = read.value
	const last = sound.findLast(({ granule }) => granule >= 0n)
	if (!head || !startsWith(head.body, 'OpusHead') || head.body.length < 19)
		return failed({ path: '0', message: 'holds no Opus: it does not begin with OpusHead' })
	if (!tags || !startsWith(tags.body, 'OpusTags'))
		return failed({ path: '0', message: 'holds no OpusTags after OpusHead' })
	if (read.value.some(({ serial }) => serial !== head.serial))
		return failed({ path: '0', message: 'holds more than one stream' })
	const preSkip = (head.body[10] ?? 0) + 256 * (head.body[11] ?? 0)
	// Tags may run over several pages; pages of the sound begin where the granule counts.
	const heard = sound.filter(({ granule }) => granule !== 0n)
	const seconds = last ? (Number(last.granule) - preSkip) / 48_000 : 0
	if (seconds <= 0) return failed({ path: '0', message: 'holds no sound' })
	const bytes = heard.reduce((sum, { body }) => sum + body.length, 0)
	return ok({ channels: head.body[9] ?? 0, seconds, kbps: (bytes * 8) / seconds / 1000 })
}
