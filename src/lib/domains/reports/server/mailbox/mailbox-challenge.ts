/** A challenge that the holder of a receipt signs. Nothing is stored for it, and it is made for any lookup, known or not. */
import { minute } from '#base'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const lifetime = 5 * minute
const bodyLength = 16 + 6

const sign = (body: Uint8Array, lookup: Uint8Array, secret: Uint8Array): Buffer =>
	createHmac('sha256', secret).update('mailbox\0').update(lookup).update(body).digest().subarray(0, 16)

/** A challenge for one lookup, good for five minutes. */
export const makeMailboxChallenge = (lookup: Uint8Array, secret: Uint8Array, now: Date): string => {
	const body = Buffer.alloc(bodyLength)
	randomBytes(16).copy(body)
	body.writeUIntBE(Math.floor((now.getTime() + lifetime) / 1000), 16, 6)
	return Buffer.concat([body, sign(body, lookup, secret)]).toString('base64url')
}

/** Its random half and its end, `undefined` when it is not ours, not for this lookup, or over. */
export const readMailboxChallenge = (
	text: string,
	lookup: Uint8Array,
	{ secret, now }: { secret: Uint8Array; now: Date },
): { nonce: string; expires: Date } | undefined => {
	if (!/^[\w-]{51}$/u.test(text)) return undefined
	const bytes = Buffer.from(text, 'base64url')
	const [body, mac] = [bytes.subarray(0, bodyLength), bytes.subarray(bodyLength)]
	if (mac.length !== 16 || !timingSafeEqual(mac, sign(body, lookup, secret))) return undefined
	const expires = new Date(body.readUIntBE(16, 6) * 1000)
	return expires > now ? { nonce: body.subarray(0, 16).toString('hex'), expires } : undefined
}
