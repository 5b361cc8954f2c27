import { verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { toSecrets } from './challenge.ts'
import { parseWork } from './parse-work.ts'

/**
 * Remembers an id until a time and says whether it is the first to come with it. Has to be one step for all processes (a
 * unique key in a table): two at once, and exactly one may hear `true`.
 */
export type ClaimOnce = (id: string, until: Date) => Promise<boolean>

/** Reasons why work is refused: in the order in which it is found out, from free to dear. */
export type WorkRefusal = 'malformed' | 'other-form' | 'expired' | 'forged' | 'used'

/** The outcome. */
export type Work = { ok: true } | { ok: false; reason: WorkRefusal }

/**
 * Checks work that a device sent: form and length, which form it is for, the time, two HMACs, and last the memory of what
 * was used, so that only genuine work is remembered. Never throws for what was sent; about 0.2 ms when genuine.
 */
export const verifyWork = async (
	text: string,
	options: { form: string; secret: Uint8Array; now: Date; claimOnce: ClaimOnce },
): Promise<Work> => {
	const refuse = (reason: WorkRefusal): Work => ({ ok: false, reason })
	const { form, secret, now, claimOnce } = options
	const work = parseWork(text)
	if (!work) return refuse('malformed')
	const { challenge, solution } = work
	const until = new Date(challenge.parameters.expiresAt * 1000)
	if (challenge.parameters.data.form !== form) return refuse('other-form')
	if (until.getTime() <= now.getTime()) return refuse('expired')
	const { verified } = await verifySolution({ challenge, solution, deriveKey, ...toSecrets(secret) })
	if (!verified) return refuse('forged')
	return (await claimOnce(challenge.signature, until)) ? { ok: true } : refuse('used')
}
