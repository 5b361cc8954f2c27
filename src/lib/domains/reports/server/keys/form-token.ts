/** Tokens that a page carries: ours, for one form, from a time. Nothing is stored until one is used. */
import { hour, minute } from '#base'
import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Mac } from '#platform'
import { formTimes } from '../flood.ts'
import { formatUuid } from './uuid.ts'

const forms = ['report', 'mailbox'] as const
export type TokenForm = (typeof forms)[number]

export type FormToken = { id: string; issued: Date; expires: Date }

/** The reason why a token is not taken. */
export type TokenRefusal = 'token.wrong' | 'token.too-soon' | 'token.too-old'

const idLength = 16
const bodyLength = idLength + 6 + 1
const macLength = 16
const lifetime = formTimes.mostHours * hour

const context = Buffer.from('form-token\0')

const sign = (body: Uint8Array, mac: Mac): Buffer =>
	mac(Buffer.concat([context, body])).subarray(0, macLength)

/** A new token: 52 characters that fit an attribute and an address. */
export const makeFormToken = (form: TokenForm, mac: Mac, now: Date): string => {
	const body = Buffer.alloc(bodyLength)
	body.write(randomUUID().replaceAll('-', ''), 'hex')
	body.writeUIntBE(Math.floor(now.getTime() / 1000), idLength, 6)
	body[bodyLength - 1] = forms.indexOf(form)
	return Buffer.concat([body, sign(body, mac)]).toString('base64url')
}

/**
 * Reads a token that came back.
 *
 * @param leastSeconds - how long a person takes at least; 0 where work was asked for instead, or nothing may stand in the way
 */
export const readFormToken = (
	text: string,
	form: TokenForm,
	{ mac, now, leastSeconds = 0 }: { mac: Mac; now: Date; leastSeconds?: number },
): FormToken | TokenRefusal => {
	if (!/^[\w-]{52}$/u.test(text)) return 'token.wrong'
	const bytes = Buffer.from(text, 'base64url')
	const [body, code] = [bytes.subarray(0, bodyLength), bytes.subarray(bodyLength)]
	if (!timingSafeEqual(code, sign(body, mac)) || body[bodyLength - 1] !== forms.indexOf(form))
		return 'token.wrong'
	const issued = new Date(body.readUIntBE(idLength, 6) * 1000)
	const age = now.getTime() - issued.getTime()
	if (age >= lifetime || age < -minute) return 'token.too-old'
	if (age < leastSeconds * 1000) return 'token.too-soon'
	return { id: formatUuid(body), issued, expires: new Date(issued.getTime() + lifetime) }
}
