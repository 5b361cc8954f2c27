/**
 * Verified protections by randomised response (Warner, 1965): the device draws one protection and sends the truth of it three times in four, the
 * contrary else (epsilon = ln 3). No answer says anything about its family, many say how many have the protection.
 */
import { protections, type SeenProtection } from './families.ts'

/** Findings of a check: true for a protection that was seen to work. */
export type Findings = Readonly<Record<SeenProtection, boolean>>

/** The part of it that is sent. */
export type Randomised = { protection: SeenProtection; bit: 0 | 1 }

const words = 2 ** 32

/**
 * Draws what the device sends.
 *
 * @param draw - random words from 0 to 2^32 - 1
 */
export const randomise = (findings: Findings, draw: () => number): Randomised => {
	const limit = words - (words % protections.length)
	let word = draw()
	while (word >= limit) word = draw()
	const protection = protections[word % protections.length] ?? protections[0]
	const isTrue = draw() % 4 !== 0
	return { protection, bit: findings[protection] === isTrue ? 1 : 0 }
}

/** Share of those who pressed, from 0 to 1, and the ends of the 95 % interval. `count`: presses that it rests on. */
export type Estimate = { value: number; low: number; high: number; count: number }

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/**
 * Estimates the share that has a protection from two noised cells.
 *
 * @param t - scale of the noise of the cells
 * @returns `undefined` where there is nothing to divide by
 */
export const estimateShare = ({ yes, no }: { yes: number; no: number }, t: number): Estimate | undefined => {
	const count = yes + no
	if (count <= 0) return undefined
	const share = yes / count
	const value = 2 * share - 0.5
	// Of the dice and the people: 4 * share * (1 - share) / n, which is (3/4 + y (1 - y)) / n. Of the noise of two cells: each 2 t^2, weighed.
	const inside = clamp(share)
	const dice = (4 * inside * (1 - inside)) / count
	const noise = (4 * 2 * t * t * (inside ** 2 + (1 - inside) ** 2)) / count ** 2
	const half = 1.96 * Math.sqrt(dice + noise)
	return { value: clamp(value), low: clamp(value - half), high: clamp(value + half), count }
}

/** True when so many said yes, or so few, that dice alone cannot have done it: false answers were sent. */
export const isImpossible = ({ yes, no }: { yes: number; no: number }): boolean => {
	const count = yes + no
	if (count <= 0) return false
	const margin = 3 * Math.sqrt(3 / 16 / count)
	return yes / count < 0.25 - margin || yes / count > 0.75 + margin
}

/**
 * True when a week brought three times as much as the weeks before it: the middle of up to eight, of four at least.
 *
 * @param weeks - noised counts of the weeks of a quarter, in their order
 * @param least - counts of a week below this are never a rush
 */
export const hasRush = (weeks: readonly number[], least: number): boolean =>
	weeks.some((count, at) => {
		const before = weeks.slice(Math.max(0, at - 8), at).toSorted((a, b) => a - b)
		if (before.length < 4 || count < least) return false
		const middle = ((before[(before.length - 1) >> 1] ?? 0) + (before[before.length >> 1] ?? 0)) / 2
		return count >= 3 * Math.max(middle, 1)
	})
