import { createChallenge, randomInt } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { algorithm, formName, keyLength, toSecrets, type Challenge } from './challenge.ts'

export type { Challenge } from './challenge.ts'

/** Rounds of PBKDF2 for one try. */
const cost = 5000

/**
 * A challenge for one form. The number of tries is drawn here, evenly between half and one and a half of `tries`: nobody is
 * unlucky, and the sender's wait is known beforehand. Costs the server one try.
 *
 * @param form - lower-case letters, digits, hyphens
 * @param secret - 32 random bytes or more, the same for `verifyWork()`
 * @param tries - on average; 200 take about half a second on a slow phone. Raised with the queue, never by who asks.
 */
export const makeChallenge = async (options: {
	form: string
	secret: Uint8Array
	expiresAt: Date
	tries?: number
}): Promise<Challenge> => {
	const { form, secret, expiresAt, tries = 200 } = options
	if (!formName.test(form))
		throw new Error('making a challenge: wanted a form of letters, digits and hyphens')
	if (!Number.isInteger(tries) || tries < 2) throw new Error('making a challenge: wanted two tries or more')
	if (Number.isNaN(expiresAt.getTime())) throw new Error('making a challenge: wanted a time when it ends')
	const { parameters, signature } = await createChallenge({
		algorithm,
		cost,
		counter: randomInt(Math.ceil(tries * 1.5), Math.floor(tries / 2)),
		data: { form },
		deriveKey,
		expiresAt,
		keyLength,
		...toSecrets(secret),
	})
	if (signature === undefined) throw new Error('making a challenge: the library has not signed')
	return { parameters: parameters as Challenge['parameters'], signature }
}
