import { fillBucket, takeToken, type Budget, type TokenBucket } from '#domains/reports/server'

export type ChannelBudgets = { known: Budget; unknown: Budget }

/** Requests a second and at once: of each partner, and of all others together. */
const budgets: ChannelBudgets = {
	known: { perSecond: 50, burst: 500 },
	unknown: { perSecond: 10, burst: 100 },
}

export type Rates = {
	/** Takes a token of all who claim a key that is no partner's; true when none is left. */
	isOver: (now: Date) => boolean
	/** Takes a token of a partner whose signature has been verified: nobody else can use them up. */
	isOverFor: (partner: string, now: Date) => boolean
}

/** Token buckets in memory. No address of anybody is kept. */
export const createRates = (limits: ChannelBudgets = budgets): Rates => {
	const known = new Map<string, TokenBucket>()
	let strangers: TokenBucket | undefined
	return {
		isOver: (now) => {
			const taken = takeToken(strangers ?? fillBucket(limits.unknown, now), limits.unknown, now)
			strangers = taken.bucket
			return taken.isOver
		},
		isOverFor: (partner, now) => {
			const taken = takeToken(known.get(partner) ?? fillBucket(limits.known, now), limits.known, now)
			known.set(partner, taken.bucket)
			return taken.isOver
		},
	}
}

/** Room for contents that are being read and opened, in bytes. */
export type Space = {
	/** Takes room for a partner; `undefined` when there is none, or it has its half already. Whoever took it gives it back. */
	take: (partner: string, length: number) => (() => void) | undefined
}

/** @param most - bytes of all together; one partner has half of it at most, so that a slow one does not keep the others out */
export const createSpace = (most: number): Space => {
	const held = new Map<string, number>()
	let all = 0
	const add = (partner: string, length: number): void => {
		const own = (held.get(partner) ?? 0) + length
		if (own === 0) held.delete(partner)
		else held.set(partner, own)
		all += length
	}
	return {
		take: (partner, length) => {
			if (all + length > most || (held.get(partner) ?? 0) + length > most / 2) return undefined
			add(partner, length)
			return () => add(partner, -length)
		},
	}
}
