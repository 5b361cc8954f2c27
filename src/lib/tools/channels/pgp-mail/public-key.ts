import { readKeys, type Key } from 'openpgp'
import { failed, ok, type Issue, type Result } from '#base'
import { isWeakHash, profile } from './profile.ts'

/** A key that something can be sealed to and that can be verified with. */
export type PublicKey = {
	/** Hex, upper case, as programs show it. */
	fingerprint: string
	/** As its owner calls themself: `Name <address>`. */
	userIds: string[]
	/** When it ends; `undefined` when it never does. */
	validTo: Date | undefined
	/** `rsa 3072`, `eddsaLegacy ed25519Legacy`. */
	algorithm: string
	/** The public key alone, written again. */
	armored: string
}

const most = 100_000

const issue = (path: string, wanted: string): Issue => ({ path, message: wanted })

const isIt = async (asked: Promise<unknown>): Promise<boolean> =>
	asked.then(
		() => true,
		() => false,
	)

const isStrong = (key: Key): boolean =>
	[key, ...key.getSubkeys()].every((one) => {
		const { algorithm, bits = 2048 } = one.getAlgorithmInfo()
		return algorithm !== 'dsa' && algorithm !== 'elgamal' && bits >= 2048
	})

const hasGoodHash = ({ users }: Key): boolean =>
	users.some(({ selfCertifications }) =>
		selfCertifications.some(({ hashAlgorithm }) => !isWeakHash(hashAlgorithm)),
	)

/** Reasons that keep a key from being used at a moment, the plainest first. */
const findIssues = async (key: Key, at: Date): Promise<Issue[]> => {
	if (key.isPrivate())
		return [issue('secret', 'the public key only: this holds a secret one, which must never be sent')]
	if (!isStrong(key))
		return [issue('strength', 'RSA of at least 2048 bits or an elliptic curve, in all parts')]
	if (await key.isRevoked(undefined, undefined, at, profile))
		return [issue('revoked', 'a key that its owner has not revoked')]
	if (!hasGoodHash(key))
		return [issue('hash', 'a self-signature with SHA-256 or better: this one rests on SHA-1')]
	const ends = await key.getExpirationTime(undefined, profile)
	if (ends instanceof Date && ends <= at)
		return [
			issue('expired', `a key that is still valid: this one ended on ${ends.toISOString().slice(0, 10)}`),
		]
	const canEncrypt = isIt(key.getEncryptionKey(undefined, at, undefined, profile))
	if (!(await canEncrypt)) return [issue('encryption', 'a key that something can be encrypted to now')]
	if (await isIt(key.getSigningKey(undefined, at, undefined, profile))) return []
	return [issue('signing', 'a key that can sign now')]
}

const readAll = async (armored: string): Promise<Key[]> => {
	try {
		return await readKeys({ armoredKeys: armored, config: profile })
	} catch {
		return []
	}
}

const toAlgorithm = (key: Key): string => {
	const { algorithm, bits, curve } = key.getAlgorithmInfo()
	return [algorithm, bits ?? curve].filter((part) => part !== undefined).join(' ')
}

/**
 * Reads a key that somebody sent, and refuses one that is no good at that moment: unreadable or several (`armor`, `many`), a secret one
 * (`secret`), weak (`strength`, `hash`), `revoked`, `expired`, or without what mail wants (`encryption`, `signing`).
 */
export const readPublicKey = async (armored: string, at: Date): Promise<Result<PublicKey>> => {
	const keys = armored.length > most ? [] : await readAll(armored)
	const [key] = keys
	if (!key) return failed(issue('armor', 'an armored OpenPGP key, -----BEGIN PGP PUBLIC KEY BLOCK-----'))
	if (keys.length > 1 || armored.split('-----BEGIN PGP').length > 2)
		return failed(issue('many', 'one key at a time'))
	const issues = await findIssues(key, at)
	if (issues.length > 0) return failed(...issues)
	const ends = await key.getExpirationTime(undefined, profile)
	return ok({
		fingerprint: key.getFingerprint().toUpperCase(),
		userIds: key.getUserIDs(),
		validTo: ends instanceof Date ? ends : undefined,
		algorithm: toAlgorithm(key),
		armored: key.toPublic().armor(profile),
	})
}
