/** The square of a receipt, from a photo: read here, by the browser where it can, else by a worker of ours. The photo goes nowhere. */
import type { PictureAnswer } from './check-link.ts'
import { openWorkerClient } from './worker-client.ts'

/** Milliseconds that a photo may take, and bytes it may have. */
const patience = 10_000
const heaviest = 20 * 1024 * 1024

/** The Shape Detection API of some browsers: https://wicg.github.io/shape-detection-api/ */
type Detector = new (options: { formats: string[] }) => {
	detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>
}

const readByBrowser = async (file: File): Promise<string | undefined> => {
	const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detector }
	if (!BarcodeDetector) return undefined
	try {
		const picture = await createImageBitmap(file)
		const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
		picture.close()
		return found?.rawValue
	} catch {
		return undefined // it names the format and cannot read it: the worker is asked
	}
}

/** The text in the square of the photo; `undefined` when none can be read. */
export const readPhoto = async (file: File, workerUrl: string): Promise<string | undefined> => {
	if (file.size > heaviest) return undefined
	const own = await readByBrowser(file)
	if (own !== undefined) return own
	const bytes = await file.arrayBuffer()
	const outcome = await openWorkerClient<ArrayBuffer, PictureAnswer>(workerUrl, patience).ask(bytes, [bytes])
	return outcome.is === 'answered' && 'text' in outcome.answer ? outcome.answer.text : undefined
}
