/** Format and size that the first bytes of a picture declare. */
export type PictureSize = { format: 'png' | 'jpeg' | 'gif' | 'webp'; width: number; height: number }

type Size = { width: number; height: number }

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
	Array.from(text).every((character, index) => bytes[at + index] === character.charCodeAt(0))

const toView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** PNG (ISO/IEC 15948), section 11.2.1: IHDR is the first chunk. */
const readPng = (bytes: Uint8Array): Size | undefined => {
	if (bytes.length < 24 || !startsWith(bytes, 'IHDR', 12)) return undefined
	return { width: toView(bytes).getUint32(16), height: toView(bytes).getUint32(20) }
}

/** JPEG (ITU T.81), annex B: the largest of the frame headers before the first scan. */
const readJpeg = (bytes: Uint8Array): Size | undefined => {
	const view = toView(bytes)
	let largest: Size | undefined
	for (let at = 2; at + 9 < bytes.length;) {
		if (bytes[at] !== 0xff) return largest
		const marker = bytes[at + 1] ?? 0
		if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
			at += marker === 0xff ? 1 : 2
			continue
		}
		if (marker === 0xd9 || marker === 0xda) return largest
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
		if (isFrame) {
			const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
			if (!largest || size.width * size.height > largest.width * largest.height) largest = size
		}
		at += 2 + Math.max(2, view.getUint16(at + 2))
	}
	return largest
}

/** GIF 89a: the screen, or its first picture where that reaches further. */
const readGif = (bytes: Uint8Array): Size | undefined => {
	if (bytes.length < 13) return undefined
	const view = toView(bytes)
	const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
	const flags = bytes[10] ?? 0
	let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
	while (bytes[at] === 0x21) {
		at += 2
		while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0)
		at++
	}
	if (bytes[at] !== 0x2c || at + 9 > bytes.length) return screen
	return {
		width: Math.max(screen.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
		height: Math.max(screen.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
	}
}

/** WebP (RFC 9649), section 2: lossy, lossless or extended. */
const readWebp = (bytes: Uint8Array): Size | undefined => {
	if (bytes.length < 30) return undefined
	const view = toView(bytes)
	if (startsWith(bytes, 'VP8 ', 12))
		return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
	if (startsWith(bytes, 'VP8L', 12)) {
		const bits = view.getUint32(21, true)
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
	}
	if (!startsWith(bytes, 'VP8X', 12)) return undefined
	return {
		width: (view.getUint32(24, true) & 0xffffff) + 1,
		height: (view.getUint32(26, true) >>> 8) + 1,
	}
}

/** Reads the size of a picture without decoding it; `undefined` when it is none of the four formats, or cut short. */
export const readPictureSize = (bytes: Uint8Array): PictureSize | undefined => {
	const [format, size] = startsWith(bytes, '\u0089PNG\r\n\u001a\n')
		? (['png', readPng(bytes)] as const)
		: startsWith(bytes, '\u00ff\u00d8\u00ff')
			? (['jpeg', readJpeg(bytes)] as const)
			: startsWith(bytes, 'GIF8')
				? (['gif', readGif(bytes)] as const)
				: ([
						'webp',
						startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? readWebp(bytes) : undefined,
					] as const)
	return size && size.width > 0 && size.height > 0 ? { format, ...size } : undefined
}
