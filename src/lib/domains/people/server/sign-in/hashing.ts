/** Hashing of passphrases, bounded: how long, how many at once, how many waiting. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { AppError } from '#base'
import { passphraseLimit, toPassphrase } from '../../passphrase.ts'

const atOnce = 2
const waiting = 32

let running = 0
const queue: (() => void)[] = []

const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> => {
	if (running >= atOnce) {
		if (queue.length >= waiting)
			throw new AppError(
				'sign-in.busy',
				503,
				'hashing a passphrase: too many are waiting; try again or use a passkey',
			)
		await new Promise<void>((resolve) => queue.push(resolve))
	} else running += 1
	try {
		return await work()
	} finally {
		const next = queue.shift()
		if (next) next()
		else running -= 1
	}
}

/** A hash to keep (scrypt, salted). The passphrase has passed `findPassphraseIssue`. */
export const hashPassphrase = (typed: string): Promise<string> =>
	inTurn(() => hashPassword(toPassphrase(typed)))

let unknown: Promise<string> | undefined

/**
 * True when a passphrase is the one behind `hash`. Without a hash, for a name that nobody has, it takes as long and is false.
 * What is longer than a passphrase can be is refused before any hashing.
 */
export const isPassphrase = async (typed: string, hash: string | undefined): Promise<boolean> => {
	if (typed.length > 4 * passphraseLimit) return false
	const against = hash ?? (await (unknown ??= hashPassphrase(crypto.randomUUID())))
	const isRight = await inTurn(() => verifyPassword({ hash: against, password: toPassphrase(typed) }))
	return isRight && hash !== undefined
}
