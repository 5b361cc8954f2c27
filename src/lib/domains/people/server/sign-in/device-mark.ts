/** The mark of a browser on which someone has signed in with a passphrase: it speaks for one name and says nothing else. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const sign = (secret: string, nameKey: string, nonce: string): string =>
	createHmac('sha256', secret)
		.update(JSON.stringify(['device', nameKey, nonce]))
		.digest('base64url')

export const makeDeviceMark = (secret: string, nameKey: string): string => {
	const nonce = randomBytes(16).toString('base64url')
	return `${nonce}.${sign(secret, nameKey, nonce)}`
}

/** Reads the random part of a mark that was made here for this name; `undefined` for any other text. */
export const readDeviceMark = (
	secret: string,
	nameKey: string,
	mark: string | undefined,
): string | undefined => {
	const [nonce = '', signature = ''] = (mark ?? '').split('.')
	const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(secret, nameKey, nonce))]
	return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : undefined
}
