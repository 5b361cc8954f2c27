import { fromBase64, toBase64 } from '#base'

const hash = async (body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', body))

/** The field `Content-Digest` of a body: `sha-256=:…:`. */
export const makeContentDigest = async (body: Uint8Array<ArrayBuffer>): Promise<string> =>
	`sha-256=:${toBase64(await hash(body))}:`

/** Bytes between colons hold no comma, so members part at commas. */
const findSha256 = (field: string): Uint8Array | undefined => {
	const members = field.split(',').map((member) => member.trim())
	const found = members.filter((member) => member.startsWith('sha-256='))
	const [, text = ''] = (found.length === 1 && /^sha-256=:([A-Za-z0-9+/=]+):$/u.exec(found[0] ?? '')) || []
	return fromBase64(text)
}

/** True when a field holds exactly one SHA-256 digest and it is that of the body; digests by other functions are not looked at. */
export const checkContentDigest = async (field: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> => {
	const said = findSha256(field)
	if (said?.length !== 32) return false
	const is = await hash(body)
	return is.every((byte, at) => byte === said[at])
}
