import { startWorker } from '#ui/worker'
import { mostPixels } from './clearness.ts'
import workerUrl from './draw-worker.ts?worker&url'
import type { DrawTask, Drawn } from './draw-worker.ts'
import { readJpegSize } from './jpeg-size.ts'

/** Milliseconds that a picture may take: one that does not end is given up with its thread. */
const patience = 10_000

/** Draws a picture onto a canvas at a step of clearness, in a worker that ends with it. `false`: it cannot be drawn. */
export const draw = async (
	canvas: HTMLCanvasElement,
	content: Uint8Array<ArrayBuffer>,
	step: number,
): Promise<boolean> => {
	const size = readJpegSize(content)
	if (!size || size.width * size.height > mostPixels || size.width * size.height === 0) return false
	const worker = startWorker(workerUrl)
	const drawn = await new Promise<Drawn>((resolve) => {
		worker.addEventListener('message', ({ data }: MessageEvent<Drawn>) => resolve(data))
		worker.addEventListener('error', () => resolve(undefined))
		setTimeout(() => resolve(undefined), patience)
		worker.postMessage({ content, step } satisfies DrawTask)
	})
	worker.terminate()
	if (!drawn) return false
	canvas.width = drawn.width
	canvas.height = drawn.height
	canvas.getContext('2d')?.putImageData(new ImageData(drawn.pixels, drawn.width, drawn.height), 0, 0)
	return true
}
