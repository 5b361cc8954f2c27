/** Reads a QR code from the pixels of a picture, within limits of size and time (ISO/IEC 18004, https://github.com/paulmillr/qr). */
export {
	checkPicture,
	pictureProblems,
	readQr,
	toReadingSize,
	type PictureProblem,
	type Pixels,
} from './read-qr.ts'
