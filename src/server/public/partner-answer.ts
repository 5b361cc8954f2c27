/** The page on which a partner answers by hand: how often it is asked, and what is done with words that come by it. */
import { seal } from '#tools/seal/sealed'
import { fillBucket, takeToken, type Budget, type TokenBucket } from '#domains/reports/server'
import { getReports } from '#server/process/reports'

/** Requests of whoever has a link, each by itself: a few people write by hand. */
const ownBudget: Budget = { perSecond: 1, burst: 30 }
/** Requests with links that are none, of all together: who tries addresses is slowed. */
const budget: Budget = { perSecond: 2, burst: 120 }
/** Links of which it is known how often they were asked for. */
const mostLinks = 1000

const buckets = new Map<string, TokenBucket>()
let strangers: TokenBucket | undefined

/**
 * True while one more request is answered. Whoever tries links that are none takes nothing from who has one.
 *
 * @param referral - id of the referral of the link; `undefined` for a link that is none
 */
export const takesAnswer = (referral: string | undefined, now = new Date()): boolean => {
	if (referral === undefined) {
		const taken = takeToken(strangers ?? fillBucket(budget, now), budget, now)
		strangers = taken.bucket
		return !taken.isOver
	}
	if (buckets.size >= mostLinks) buckets.clear()
	const taken = takeToken(buckets.get(referral) ?? fillBucket(ownBudget, now), ownBudget, now)
	buckets.set(referral, taken.bucket)
	return !taken.isOver
}

/** Words as they are kept: sealed to the key of the epoch, in a size that does not say how long they are. */
export const sealAnswerNote = async (text: string): Promise<{ epoch: string; sealed: Uint8Array }> => {
	const { id, recipient } = await (await getReports()).getEpoch()
	const sealed = await seal(text, recipient)
	if (sealed.ok) return { epoch: id, sealed: sealed.value }
	throw new Error(`sealing an answer of a partner: ${sealed.code}`)
}
