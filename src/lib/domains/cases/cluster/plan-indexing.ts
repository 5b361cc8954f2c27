/** Plans the indexing that is left when the key of the index has changed: tokens of the key before never meet those of the one in use. */

/** Open cases whose tokens are not of the key in use: how many, and ids of those that this person may open. */
export type Earlier = { count: number; ids: readonly string[] }

type Tab = {
	/** Id of the key in use. */
	index: string
	/** Cases that are open in this tab, and whether any of their reports could be read. */
	opened: ReadonlyMap<string, { reports: readonly unknown[] }>
	/** Key under which this tab has stored tokens of a case since; `undefined`: none were stored. */
	kept: ReadonlyMap<string, string | undefined>
}

/** `here` can be indexed again at once, `closed` after they are opened; `count` is all that is left, of others too. */
export type IndexingPlan = { here: string[]; closed: string[]; count: number }

/** Finds the cases left to index again, as the server said it and as this tab knows better by now. */
export const planIndexing = (earlier: Earlier, { index, opened, kept }: Tab): IndexingPlan => {
	const left = earlier.ids.filter((id) => kept.get(id) !== index)
	const known = new Set(left)
	const isUnkept = (id: string): boolean => kept.has(id) && kept.get(id) === undefined
	const here = Array.from(opened)
		.filter(([id, { reports }]) => reports.length > 0 && (known.has(id) || isUnkept(id)))
		.map(([id]) => id)
	return {
		here,
		closed: left.filter((id) => !opened.has(id)),
		count: earlier.count - (earlier.ids.length - left.length) + here.filter((id) => !known.has(id)).length,
	}
}
