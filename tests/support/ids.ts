/** What ids must not tell: how many there are, which came first, and anything else. */
import { expect } from 'vitest'

/** 128 bits of a UUID, the highest first. */
const toBits = (id: string): string =>
	BigInt(`0x${id.replaceAll('-', '')}`)
		.toString(2)
		.padStart(128, '0')

/** How far two lists of numbers go together: 1 the same way, -1 against each other, 0 not at all. */
const getCorrelation = (one: readonly number[], other: readonly number[]): number => {
	const mean = (all: readonly number[]): number => all.reduce((sum, value) => sum + value, 0) / all.length
	const [a, b] = [mean(one), mean(other)]
	const sum = (of: (at: number) => number): number => one.reduce((total, _, at) => total + of(at), 0)
	const [x, y] = [(at: number) => (one[at] ?? 0) - a, (at: number) => (other[at] ?? 0) - b]
	return sum((at) => x(at) * y(at)) / Math.sqrt(sum((at) => x(at) ** 2) * sum((at) => y(at) ** 2))
}

/**
 * Checks ids in the order in which they were made. Of 10,000 the share of a bit lies within 0.005 of a half, and a limit of 0.03
 * is six times that: it is passed by chance once in millions of runs.
 */
export const expectRandomIds = (ids: readonly string[]): void => {
	expect(new Set(ids).size, 'all distinct').toBe(ids.length)
	for (const id of ids)
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
	const counts = new Array<number>(128).fill(0)
	for (const id of ids)
		for (const [at, bit] of toBits(id).split('').entries()) counts[at] = (counts[at] ?? 0) + Number(bit)
	const isFixed = (at: number): boolean => (at >= 48 && at < 52) || at === 64 || at === 65
	const uneven = counts.flatMap((count, at) => {
		const share = count / ids.length
		return isFixed(at) || (share >= 0.47 && share <= 0.53) ? [] : [`bit ${at}: ${share}`]
	})
	expect(uneven).toEqual([])
	const order = ids.map((_, at) => at)
	for (const [from, to] of [
		[0, 8],
		[24, 36],
	]) {
		const numbers = ids.map((id) => Number.parseInt(id.slice(from, to), 16))
		expect(Math.abs(getCorrelation(numbers, order)), `no order in time, from ${from}`).toBeLessThan(0.06)
	}
	const rising = ids.filter((id, at) => at > 0 && id > (ids[at - 1] ?? '')).length / (ids.length - 1)
	expect(Math.abs(rising - 0.5), 'the next id is as often smaller as larger').toBeLessThan(0.03)
}
