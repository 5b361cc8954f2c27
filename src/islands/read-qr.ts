/** Worker that reads the QR code of a picture: looks at the first bytes, then decodes it, small, and forgets it. */
import { checkPicture, readQr, toReadingSize } from '#tools/files/qr-reader'
import { serveQuestions } from './serve-questions.ts'
import type { PictureAnswer } from './check-link.ts'

const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<PictureAnswer> => {
	const picture = checkPicture(bytes)
	if (!picture.ok) return { problem: picture.code }
	const { width, height } = toReadingSize(picture.value)
	const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${picture.value.format}` }), {
		resizeWidth: width,
		resizeHeight: height,
		resizeQuality: 'high',
	})
	const context = new OffscreenCanvas(width, height).getContext('2d')
	if (!context) return { problem: 'no-picture' }
	// A code drawn on nothing is dark on white.
	context.fillStyle = 'white'
	context.fillRect(0, 0, width, height)
	context.drawImage(bitmap, 0, 0)
	bitmap.close()
	const found = readQr(context.getImageData(0, 0, width, height))
	return found.ok ? { text: found.value } : { problem: found.code }
}

serveQuestions((data: ArrayBuffer) =>
	read(new Uint8Array(data)).catch(() => ({ problem: 'no-picture' as const })),
)
