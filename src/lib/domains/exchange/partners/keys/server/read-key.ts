/**
 * Public keys as a partner hands them over: a JWK of Ed25519 or X25519 (RFC 8037), named by its thumbprint (RFC 7638), or an OpenPGP key
 * in armour (RFC 9580), named by its fingerprint. A private half that comes along is refused and not kept.
 */
import { calculateJwkThumbprint } from 'jose'
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import type { PartnerKey } from '../../partner.ts'

/** A key as it is kept; `validTo` where the key itself says so. */
export type ReadKey = Pick<PartnerKey, 'kid' | 'public'> & { validTo: Date | undefined }

export type BadKey =
	| 'partner.key-form'
	| 'partner.key-private'
	| 'partner.key-weak'
	/** Of short numbers or resting on SHA-1. */
	| 'partner.key-old'
	/** Revoked by its owner, or past its own end. */
	| 'partner.key-withdrawn'
	| 'partner.key-over'

/** Uses of keys that a partner brings. */
export type BroughtUse = 'sign' | 'seal' | 'pgp'

const curves = { sign: 'Ed25519', seal: 'X25519' } as const

const octetKey = v.object({
	kty: v.literal('OKP'),
	crv: v.picklist(['Ed25519', 'X25519']),
	x: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u)),
})

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

const readJwk = async (text: string, use: 'sign' | 'seal'): Promise<Result<ReadKey, BadKey>> => {
	const given = parseJson(text)
	if (typeof given === 'object' && given !== null && 'd' in given) return refused('partner.key-private')
	const parsed = v.safeParse(octetKey, given)
	if (!parsed.success || parsed.output.crv !== curves[use]) return refused('partner.key-form')
	const { kty, crv, x } = parsed.output
	const kid = await calculateJwkThumbprint({ kty, crv, x }, 'sha256')
	return ok({ kid, public: JSON.stringify({ kty, crv, x }), validTo: undefined })
}

/** Refusals of an OpenPGP key, by the place that the tool names. */
const faults: Readonly<Record<string, BadKey>> = {
	secret: 'partner.key-private',
	revoked: 'partner.key-withdrawn',
	expired: 'partner.key-over',
	strength: 'partner.key-old',
	hash: 'partner.key-old',
	encryption: 'partner.key-weak',
	signing: 'partner.key-weak',
}

const readArmored = async (text: string, at: Date): Promise<Result<ReadKey, BadKey>> => {
	if (text.includes('PRIVATE KEY BLOCK')) return refused('partner.key-private')
	// A large library, for a rare act: loaded when it is asked for.
	const { readPublicKey } = await import('#tools/channels/pgp-mail')
	const key = await readPublicKey(text, at)
	if (!key.ok) return refused(faults[key.issues[0]?.path ?? ''] ?? 'partner.key-form')
	const { fingerprint, armored, validTo } = key.value
	return ok({ kid: fingerprint.toLowerCase(), public: armored, validTo })
}

/**
 * Reads a public key.
 *
 * @returns `partner.key-form` for what is no key of this use, `partner.key-weak` for an OpenPGP key that cannot both sign and encrypt at that moment
 */
export const readPartnerKey = (use: BroughtUse, text: string, at: Date): Promise<Result<ReadKey, BadKey>> =>
	use === 'pgp' ? readArmored(text, at) : readJwk(text, use)
