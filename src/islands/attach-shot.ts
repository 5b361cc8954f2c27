/**
 * A screenshot, drawn again on the device: only its pixels go on. Place, time, name of the phone and anything else that a file
 * carries stay behind.
 */
import { attachmentLimits, chosenPictures, findFileType } from '#domains/reports/attachments'

/** Longest side and most pixels of what is sent: text of a conversation can be read in it. */
const longestSide = 4096
const mostPixels = 6_000_000

const toCanvas = (bitmap: ImageBitmap): HTMLCanvasElement => {
	const { width, height } = bitmap
	const scale = Math.min(
		1,
		longestSide / Math.max(width, height),
		Math.sqrt(mostPixels / Math.max(1, width * height)),
	)
	const canvas = document.createElement('canvas')
	canvas.width = Math.max(1, Math.round(width * scale))
	canvas.height = Math.max(1, Math.round(height * scale))
	const context = canvas.getContext('2d', { alpha: false })
	if (!context) throw new Error('drawing a picture again: the browser has no canvas')
	context.fillStyle = 'white'
	context.fillRect(0, 0, canvas.width, canvas.height)
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
	return canvas
}

/** A chosen file as a JPEG of its pixels; `undefined` when it is no picture that is taken here, or too big. */
export const redraw = async (file: File): Promise<Uint8Array<ArrayBuffer> | undefined> => {
	if (file.size > attachmentLimits.screenshot.bytes) return undefined
	const bytes = new Uint8Array(await file.arrayBuffer())
	const type = chosenPictures.find((known) => known === findFileType(bytes))
	if (!type) return undefined
	const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => undefined)
	if (!bitmap) return undefined
	const canvas = toCanvas(bitmap)
	bitmap.close()
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
	return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
