/**
 * Width and height that a JPEG says it has, read from its head: a picture that claims to be enormous is never handed to a decoder.
 * `undefined` when it says none.
 */
export const readJpegSize = (file: Uint8Array): { width: number; height: number } | undefined => {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
	let at = 2
	while (at + 9 < file.length) {
		if (file[at] !== 0xff) return undefined
		const marker = file[at + 1] ?? 0
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
		at += 2 + view.getUint16(at + 2)
	}
	return undefined
}
