/** Writes Opus packets as an Ogg file, for tests: RFC 3533 with one page a second. Its checksum is made otherwise than the reader's. */
const sumUp = (page: Uint8Array): number => {
	let sum = 0
	for (const byte of page) {
		for (let bit = 7; bit >= 0; bit--) {
			const carry = (sum >>> 31) ^ ((byte >> bit) & 1)
			sum = ((sum << 1) ^ (carry ? 0x04c11db7 : 0)) >>> 0
		}
	}
	return sum
}

const makePage = (
	packets: readonly Uint8Array[],
	{ granule, at, kind }: { granule: number; at: number; kind: number },
): Uint8Array => {
	const lacing = packets.flatMap(({ length }) => [
		...Array<number>(Math.floor(length / 255)).fill(255),
		length % 255,
	])
	const page = new Uint8Array(27 + lacing.length + packets.reduce((sum, { length }) => sum + length, 0))
	page.set([0x4f, 0x67, 0x67, 0x53, 0, kind])
	const view = new DataView(page.buffer)
	view.setBigInt64(6, BigInt(granule), true)
	view.setUint32(14, 7, true)
	view.setUint32(18, at, true)
	page[26] = lacing.length
	page.set(lacing, 27)
	let from = 27 + lacing.length
	for (const packet of packets) {
		page.set(packet, from)
		from += packet.length
	}
	view.setUint32(22, sumUp(page), true)
	return page
}

const text = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0))
const preSkip = 312

/**
 * An Ogg file of these packets of 20 ms.
 *
 * @param head - `channels` of the header, 1 unless told
 */
export const makeOggOpus = (packets: readonly Uint8Array[], { channels = 1 } = {}): Uint8Array => {
	const pages = [
		makePage(
			[
				Uint8Array.from([
					...text('OpusHead'),
					1,
					channels,
					preSkip & 255,
					preSkip >> 8,
					0x80,
					0xbb,
					0,
					0,
					0,
					0,
					0,
				]),
			],
			{ granule: 0, at: 0, kind: 2 },
		),
		makePage([Uint8Array.from([...text('OpusTags'), 0, 0, 0, 0, 0, 0, 0, 0])], {
			granule: 0,
			at: 1,
			kind: 0,
		}),
	]
	for (let from = 0; from < packets.length; from += 50) {
		const end = Math.min(packets.length, from + 50)
		pages.push(
			makePage(packets.slice(from, end), {
				granule: end * 960,
				at: pages.length,
				kind: end === packets.length ? 4 : 0,
			}),
		)
	}
	return Uint8Array.from(pages.flatMap((page) => [...page]))
}
