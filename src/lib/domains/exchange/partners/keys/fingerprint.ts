/**
 * Fingerprints as two persons read them to each other: capital hexadecimal digits in groups of four. Of a JWK it is the thumbprint of
 * RFC 7638 with SHA-256, of an OpenPGP key its own, of a token and of a key for transfers the digest of the secret.
 */
import { fromBase64url, toHex } from '#base'
import type { PartnerKey } from '../partner.ts'

/** Groups of four digits that the second person types, as heard: 96 bits, which nobody can aim at. */
const typedGroups = 6

/** `3F2A 09C1 …` */
export const toGroups = (hex: string): string => hex.toUpperCase().replaceAll(/(.{4})(?=.)/gu, '$1 ')

/** Finds the fingerprint of a key in hexadecimal digits; `undefined` where it has none. A key for transfers has a name that says nothing of it. */
export const findFingerprint = ({
	use,
	kid,
	public: kept,
}: Pick<PartnerKey, 'use' | 'kid' | 'public'>): string | undefined => {
	if (use === 'tsig') return /^[0-9a-f]{64}$/u.test(kept) ? kept : undefined
	if (use === 'pgp' || use === 'token') return /^[0-9a-f]+$/u.test(kid) ? kid : undefined
	const thumbprint = fromBase64url(kid, 32)
	return thumbprint && toHex(thumbprint)
}

/** True when what was typed are the last groups of a fingerprint, or all of it; blanks, colons and case do not count. */
export const isHeard = (fingerprint: string, typed: string): boolean => {
	const digits = typed.toLowerCase().replaceAll(/[\s:·-]/gu, '')
	return digits.length >= typedGroups * 4 && /^[0-9a-f]+$/u.test(digits) && fingerprint.endsWith(digits)
}
