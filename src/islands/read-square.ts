import { failed, type Result } from '#base'
import { checkPicture, readQr, toReadingSize } from '#tools/qr-reader'

/** The text of the QR code in a picture that a person chose; the picture stays on the device. Issues: as `#tools/qr-reader`. */
export const readSquare = async (file: Blob): Promise<Result<string>> => {
	const checked = checkPicture(new Uint8Array(await file.slice(0, 10 * 1024 * 1024 + 1).arrayBuffer()))
	if (!checked.ok) return checked
	const { width, height } = toReadingSize(checked.value)
	try {
		const picture = await createImageBitmap(file, { resizeWidth: width, resizeHeight: height })
		const canvas = new OffscreenCanvas(width, height)
		const context = canvas.getContext('2d')
		if (!context) return failed({ path: 'picture', message: 'no-picture' })
		context.drawImage(picture, 0, 0)
		picture.close()
		return readQr({ width, height, data: context.getImageData(0, 0, width, height).data })
	} catch {
		return failed({ path: 'picture', message: 'no-picture' }) // the browser could not decode it
	}
}
