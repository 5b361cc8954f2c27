import { sha256 } from '@noble/hashes/sha2.js'
import { combine, split } from 'shamir-secret-sharing'
import { failed, ok, type Issue, type Result } from '#base'
import { parseShare, toShareText, type Share } from './share-text.ts'

const digestLength = 4
/** Longest secret, bytes: with its digest and place it fills a share of 90 characters. */
const mostBytes = 36

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.every((byte, at) => byte === other[at])

const digest = (secret: Uint8Array): Uint8Array => sha256(secret).slice(0, digestLength)

/**
 * Cuts a secret into printable shares. A digest of the secret is cut with it, so that a wrong result is told; it is in no
 * share by itself, and fewer shares than `threshold` say nothing about the secret.
 *
 * @param secret - 1 to 36 bytes
 * @param threshold - how many restore it, at least 2
 * @param total - how many there are, at most 255
 * @returns the texts of shares 1 to `total`
 * @throws when a number is out of its range
 */
export const splitSecret = async (
	secret: Uint8Array,
	{ threshold, total }: { threshold: number; total: number },
): Promise<string[]> => {
	if (secret.length < 1 || secret.length > mostBytes)
		throw new Error(`splitting a secret: wanted 1 to ${mostBytes} bytes`)
	const set = crypto.getRandomValues(new Uint8Array(4))
	const parts = await split(Uint8Array.from([...secret, ...digest(secret)]), total, threshold)
	return parts.map((data, at) => toShareText({ threshold, total, number: at + 1, set, data }))
}

/** The first reason why these shares do not belong together; its path is the place of the share in the list. */
const findConflict = (shares: readonly Share[]): Issue | undefined => {
	const [first] = shares
	if (first === undefined) return { path: '', message: 'share.too-few' }
	for (const [at, share] of shares.entries()) {
		const isOfSet =
			isSame(share.set, first.set) &&
			share.threshold === first.threshold &&
			share.total === first.total &&
			share.data.length === first.data.length
		if (!isOfSet) return { path: String(at), message: 'share.other-set' }
		if (shares.findIndex(({ number }) => number === share.number) !== at)
			return { path: String(at), message: 'share.twice' }
	}
	return shares.length < first.threshold ? { path: '', message: 'share.too-few' } : undefined
}

/**
 * The secret of enough shares, in any order.
 *
 * Refuses every text that is not a share with the code of `parseShare()` and its place in the list as the path; then
 * `share.other-set`, `share.twice`, `share.too-few`, or `share.wrong` (the shares are whole and do not give the secret: one
 * of them was forged).
 */
export const restoreSecret = async (texts: readonly string[]): Promise<Result<Uint8Array>> => {
	const parsed = texts.map(parseShare)
	const issues = parsed.flatMap((share, at) =>
		share.ok ? [] : share.issues.map(({ message }) => ({ path: String(at), message })),
	)
	if (issues.length > 0) return failed(...issues)
	const shares = parsed.flatMap((share) => (share.ok ? [share.value] : []))
	const conflict = findConflict(shares)
	if (conflict) return failed(conflict)
	try {
		const whole = await combine(shares.map(({ data }) => data))
		const secret = whole.slice(0, -digestLength)
		if (secret.length > 0 && isSame(digest(secret), whole.slice(-digestLength))) return ok(secret)
	} catch {
		// Two shares that claim different numbers and hold the same point: forged.
	}
	return failed({ path: '', message: 'share.wrong' })
}
