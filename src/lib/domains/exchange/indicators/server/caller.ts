/** Callers by their token: a partner shows a token, of which only the digest is kept (`partner_key.use = 'token'`). */
import { createHash, timingSafeEqual } from 'node:crypto'
import { isKeyGood, type Partner } from '#domains/exchange/partners'
import { findPartner, findPartnerKey, type PartnerQueries } from '#domains/exchange/partners/server'

/** Name and secret that somebody shows. `user` may be the id of the key, or anything: the digest of the secret names it too. */
export type Shown = { user: string; secret: string }

const longest = 500

/** Reads Basic authentication (RFC 7617); `undefined` for anything else. */
export const readBasic = (header: string | null): Shown | undefined => {
	const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/iu.exec(header ?? '')?.[1]
	if (encoded === undefined || encoded.length > longest) return undefined
	const text = Buffer.from(encoded, 'base64').toString('utf8')
	const at = text.indexOf(':')
	return at === -1 ? undefined : { user: text.slice(0, at), secret: text.slice(at + 1) }
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Two digests in hex, without telling by time where they differ. */
const isSame = (one: string, other: string): boolean =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The partner that a token belongs to; `undefined` when it is none of a partner that is active now. */
export const findCaller = async (
	db: PartnerQueries,
	{ user, secret }: Shown,
	now: Date,
): Promise<Partner | undefined> => {
	if (secret === '' || secret.length > longest || user.length > longest) return undefined
	const found = digest(secret)
	const key =
		(await findPartnerKey(db, { use: 'token', kid: user })) ??
		(await findPartnerKey(db, { use: 'token', kid: found }))
	if (!key || !isSame(key.public, found) || !isKeyGood(key, now)) return undefined
	const partner = await findPartner(db, key.partner)
	return partner?.state === 'active' ? partner : undefined
}
