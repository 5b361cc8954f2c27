/** The type of a file by its magic bytes; its name and the type that a program claims count for nothing. */

/** Pictures that a person may choose. */
export const chosenPictures = ['image/png', 'image/jpeg', 'image/webp'] as const
/** Types that are sealed: sound as browsers record it, and the one form that pictures are drawn again in. */
export const sealedTypes = {
	voice: ['audio/webm', 'audio/ogg', 'audio/mp4'],
	screenshot: ['image/jpeg'],
} as const

type Known = (typeof chosenPictures)[number] | (typeof sealedTypes)['voice'][number]

const magicBytes: readonly { type: Known; at: number; bytes: readonly number[]; more?: readonly number[] }[] =
	[
		{ type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
		{ type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
		{ type: 'image/webp', at: 0, bytes: [0x52, 0x49, 0x46, 0x46], more: [0x57, 0x45, 0x42, 0x50] },
		{ type: 'audio/webm', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
		{ type: 'audio/ogg', at: 0, bytes: [0x4f, 0x67, 0x67, 0x53] },
		{ type: 'audio/mp4', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
	]

const has = (file: Uint8Array, at: number, bytes: readonly number[]): boolean =>
	bytes.every((byte, index) => file[at + index] === byte)

/** The type of a file that begins so; `undefined` for everything that is not sent here. */
export const findFileType = (file: Uint8Array): Known | undefined =>
	magicBytes.find(({ at, bytes, more }) => has(file, at, bytes) && (!more || has(file, 8, more)))?.type
