/** Tokens that a page carries: ours, for one form, from a time. Nothing is stored until one is used. */
import { createHmac, randomUUID, timingSafeEqual, type KeyObject } from 'node:crypto'
import { formTimes } from '../flood.ts'

const forms = ['report', 'mailbox'] as const
export type TokenForm = (typeof forms)[number]

export type FormToken = { id: string; issued: Date; expires: Date }

/** Why a token is not taken. */
export type TokenRefusal = 'token.wrong' | 'token.too-soon' | 'token.too-old'

const idLength = 16
const bodyLength = idLength + 6 + 1
const macLength = 16
const lifetime = formTimes.mostHours * 3_600_000

const sign = (body: Uint8Array, secret: KeyObject): Buffer =>
	createHmac('sha256', secret).update('form-token\0').update(body).digest().subarray(0, macLength)

const readUuid = (bytes: Buffer): string =>
	bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')

/** A new token: 52 letters that fit an attribute and an address. */
export const makeFormToken = (form: TokenForm, secret: KeyObject, now: Date): string => {
	const body = Buffer.alloc(bodyLength)
	body.write(randomUUID().replaceAll('-', ''), 'hex')
	body.writeUIntBE(Math.floor(now.getTime() / 1000), idLength, 6)
	body[bodyLength - 1] = forms.indexOf(form)
	return Buffer.concat([body, sign(body, secret)]).toString('base64url')
}

/**
 * Reads a token that came back.
 *
 * @param leastSeconds - how long a person takes at least; 0 where work was asked for instead, or nothing may stand in the way
 */
export const readFormToken = (
	text: string,
	form: TokenForm,
	{ secret, now, leastSeconds = 0 }: { secret: KeyObject; now: Date; leastSeconds?: number },
): FormToken | TokenRefusal => {
	if (!/^[\w-]{52}$/u.test(text)) return 'token.wrong'
	const bytes = Buffer.from(text, 'base64url')
	const [body, mac] = [bytes.subarray(0, bodyLength), bytes.subarray(bodyLength)]
	if (!timingSafeEqual(mac, sign(body, secret)) || body[bodyLength - 1] !== forms.indexOf(form))
		return 'token.wrong'
	const issued = new Date(body.readUIntBE(idLength, 6) * 1000)
	const age = now.getTime() - issued.getTime()
	if (age >= lifetime || age < -60_000) return 'token.too-old'
	if (age < leastSeconds * 1000) return 'token.too-soon'
	return { id: readUuid(body.subarray(0, idLength)), issued, expires: new Date(issued.getTime() + lifetime) }
}
