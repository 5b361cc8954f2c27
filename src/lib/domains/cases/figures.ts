/** What may be published of the desk's work: counts that hide small groups, and times that no single case shows through. */

/** The smallest number of cases that is ever printed. */
export const leastShown = 10

/** One group and how many cases it has. */
export type Count<Group extends string = string> = { group: Group; count: number }

/** A group as it is published: `undefined` stands for a number that is not shown. */
export type PublicCount<Group extends string = string> = { group: Group; count: number | undefined }

/** Counts of one table, and their sum. */
export type PublicTable<Group extends string = string> = {
	rows: PublicCount<Group>[]
	total: number | undefined
}

/**
 * Counts with every small one hidden, and enough others that no hidden one can be worked out from the sum: at least two
 * rows are hidden or none, and what is hidden adds up to {@link leastShown} at least. Zero is hidden as well: "none in this
 * village" says something about a village. Without enough to hide behind, the sum is hidden too.
 */
export const toPublicTable = <Group extends string>(counts: readonly Count<Group>[]): PublicTable<Group> => {
	const total = counts.reduce((sum, { count }) => sum + count, 0)
	const bySize = counts.toSorted((a, b) => a.count - b.count)
	let hidden = bySize.filter(({ count }) => count < leastShown)
	const isThin = (): boolean =>
		hidden.length > 0 && (hidden.length < 2 || hidden.reduce((sum, { count }) => sum + count, 0) < leastShown)
	while (isThin() && hidden.length < bySize.length) hidden = bySize.slice(0, hidden.length + 1)
	const groups = new Set(hidden.map(({ group }) => group))
	return {
		rows: counts.map(({ group, count }) => ({ group, count: groups.has(group) ? undefined : count })),
		total: total < leastShown || isThin() ? undefined : total,
	}
}

/** Times of a step, in whole hours; `undefined` when fewer than {@link leastShown} cases had it. */
export type PublicTimes = { cases: number; median: number; p90: number } | undefined

/** Median and 90th percentile of waiting times in milliseconds, rounded up to the hour, so that nothing looks faster than it was. */
export const toPublicTimes = (waits: readonly number[]): PublicTimes => {
	if (waits.length < leastShown) return undefined
	const sorted = waits.toSorted((a, b) => a - b)
	const at = (share: number): number =>
		Math.ceil((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 3_600_000)
	return { cases: sorted.length, median: at(0.5), p90: at(0.9) }
}

/** Share of clocks that were kept, in whole percent; `undefined` below {@link leastShown}. */
export const toKeptShare = (kept: number, all: number): number | undefined =>
	all < leastShown ? undefined : Math.floor((100 * kept) / all)
