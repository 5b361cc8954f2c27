import { decodeQR } from 'qr/decode.js'
import { ok, refused, type Result } from '#base'
import { type PictureSize, readPictureSize } from './picture-size.ts'

/** A picture as a canvas gives it: four bytes a pixel, red, green, blue, opacity. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray | Uint8Array }

/** Reasons why a picture gives no text. */
export const pictureProblems = ['too-heavy', 'no-picture', 'too-large', 'no-code'] as const
export type PictureProblem = (typeof pictureProblems)[number]

const mostBytes = 10 * 1024 * 1024
const mostDeclared = 16_000_000

/**
 * Side to which a picture is made smaller before it is read. A picture full of corner marks takes time that grows faster than
 * its surface: 0.3 s at this size, 36 s at 4000 pixels a side.
 */
const longestSide = 1280

/**
 * Looks at the bytes of a file before anything decodes it. Refuses: `too-heavy` (above 10 MB), `no-picture` (not PNG, JPEG,
 * GIF or WebP), `too-large` (declares more than 16 million pixels: a picture that is a bomb is small and says so).
 */
export const checkPicture = (
	bytes: Uint8Array,
): Result<PictureSize, 'too-heavy' | 'no-picture' | 'too-large'> => {
	if (bytes.length > mostBytes) return refused('too-heavy')
	const size = readPictureSize(bytes)
	if (!size) return refused('no-picture')
	return size.width * size.height > mostDeclared ? refused('too-large') : ok(size)
}

/** The size at which a picture is read: its own, or with {@link longestSide}. */
export const toReadingSize = ({
	width,
	height,
}: {
	width: number
	height: number
}): { width: number; height: number } => {
	const scale = Math.min(1, longestSide / Math.max(width, height))
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Reads the first QR code (ISO/IEC 18004) of a picture. Refuses: `too-large`, `no-code`. */
export const readQr = ({ width, height, data }: Pixels): Result<string, 'too-large' | 'no-code'> => {
	if (width > longestSide || height > longestSide || data.length !== width * height * 4)
		return refused('too-large')
	try {
		return ok(decodeQR({ width, height, data }, { format: 'RGBA', timeLimit: 300 }))
	} catch {
		// The decoder's messages name stages of its search; for a person they are all the same.
		return refused('no-code')
	}
}
