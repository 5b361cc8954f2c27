/** Draws a picture again, in grey and no clearer than asked, in a thread of its own: nothing else of the file reaches the page. */
import { toGrey, toStepSize } from './clearness.ts'

export type DrawTask = { content: Uint8Array<ArrayBuffer>; step: number }
/** `undefined`: not a picture that can be drawn. */
export type Drawn = { width: number; height: number; pixels: Uint8ClampedArray<ArrayBuffer> } | undefined

const draw = async ({ content, step }: DrawTask): Promise<Drawn> => {
	const bitmap = await createImageBitmap(new Blob([content], { type: 'image/jpeg' }))
	const { width, height } = toStepSize(bitmap, step)
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
	if (!context) return undefined
	context.imageSmoothingQuality = 'high'
	context.drawImage(bitmap, 0, 0, width, height)
	bitmap.close()
	const { data } = context.getImageData(0, 0, width, height)
	toGrey(data)
	return { width, height, pixels: data }
}

addEventListener('message', ({ data }: MessageEvent<DrawTask>) => {
	draw(data).then(
		(drawn) => postMessage(drawn),
		() => postMessage(undefined),
	)
})
