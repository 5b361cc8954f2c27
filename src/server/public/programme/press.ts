/** A press for verified protections: a little work for the device, used once, then one throw of dice is counted. Never more than yes or no is answered. */
import * as v from 'valibot'
import { isPress, type Press } from '#domains/programme/counting'
import { getKey, readConfig } from '#platform'
import { makeChallenge, verifyWork, type Challenge } from '#tools/seal/proof-of-work'
import { findCounter } from '#server/process/counting/counter'

const form = 'protected'
const life = 600_000

/** Work that was used in this process, until it is too old anyway. */
const used = new Map<string, number>()

const claimOnce = (id: string, until: Date): Promise<boolean> => {
	const now = Date.now()
	for (const [old, end] of used) if (end <= now) used.delete(old)
	const isFirst = !used.has(id)
	used.set(id, until.getTime())
	return Promise.resolve(isFirst)
}

const getSecret = (): Promise<Uint8Array> => getKey(readConfig().dataDir, 'counting-work')

/** Work for one press, good for ten minutes. */
export const makePressWork = async (): Promise<Challenge> =>
	makeChallenge({ form, secret: await getSecret(), expiresAt: new Date(Date.now() + life) })

const sent = v.object({ work: v.pipe(v.string(), v.maxLength(900)), press: v.custom<Press>(isPress) })

/** Longest message, in characters: every one is filled up to it, so that its length says nothing. */
const longest = 1024

/** Counts what a device sent; false when it is not of the form, or its work was not done for this. */
export const takePress = async (text: string): Promise<boolean> => {
	if (text.length > longest) return false
	const read = v.safeParse(v.pipe(v.string(), v.parseJson(), sent), text)
	if (!read.success) return false
	const { work, press } = read.output
	const outcome = await verifyWork(work, { form, secret: await getSecret(), now: new Date(), claimOnce })
	if (outcome.ok) findCounter()?.countPress(press)
	return outcome.ok
}
