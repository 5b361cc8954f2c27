import { decodeQR } from 'qr/decode.js'
import { failed, ok, type Result } from '#base'
import { type PictureSize, readPictureSize } from './picture-size.ts'

/** A picture as a canvas gives it: four bytes a pixel, red, green, blue, opacity. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray | Uint8Array }

/** Why a picture gives no text. */
export const pictureProblems = ['too-heavy', 'no-picture', 'too-large', 'no-code'] as const
export type PictureProblem = (typeof pictureProblems)[number]

const refuse = (problem: PictureProblem): Result<never> => failed({ path: 'picture', message: problem })

const mostBytes = 10 * 1024 * 1024
const mostDeclared = 16_000_000

/**
 * Side to which a picture is made smaller before it is read. A picture full of corner marks takes time that grows faster than
 * its surface: 0.3 s at this size, 36 s at 4000 pixels a side.
 */
const longestSide = 1280

/**
 * Looks at the bytes of a file before anything decodes it. Issues: `too-heavy` (above 10 MB), `no-picture` (not PNG, JPEG,
 * GIF or WebP), `too-large` (declares more than 16 million pixels: a picture that is a bomb is small and says so).
 */
export const checkPicture = (bytes: Uint8Array): Result<PictureSize> => {
	if (bytes.length > mostBytes) return refuse('too-heavy')
	const size = readPictureSize(bytes)
	if (!size) return refuse('no-picture')
	return size.width * size.height > mostDeclared ? refuse('too-large') : ok(size)
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

/** Reads the first QR code (ISO/IEC 18004) of a picture. Issues: `too-large`, `no-code`. */
export const readQr = ({ width, height, data }: Pixels): Result<string> => {
	if (width > longestSide || height > longestSide || data.length !== width * height * 4)
		return refuse('too-large')
	try {
		return ok(decodeQR({ width, height, data }, { format: 'RGBA', timeLimit: 300 }))
	} catch {
		// The decoder's messages name stages of its search; for a person they are all the same.
		return refuse('no-code')
	}
}
