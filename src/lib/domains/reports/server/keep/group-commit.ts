/**
 * Group commit: whoever comes while a commit runs shares the next one. One sync of the disk then serves up to 64 reports, and
 * each is acknowledged after its own commit.
 */
export type GroupCommit<Item, Outcome> = {
	/**
	 * Resolves after the commit that holds the item; rejects when that commit failed, and then for all in it, or when it has not
	 * ended in time. It may end nevertheless.
	 */
	add: (item: Item) => Promise<Outcome>
	/** Number of items that have not been answered. */
	count: () => number
}

type GroupOptions = { mostAtOnce?: number; writers?: number; leastBeside?: number; patience?: number }

type Waiting<Item, Outcome> = {
	item: Item
	/** By the clock of the process. */
	since: number
	resolve: (outcome: Outcome) => void
	reject: (reason: unknown) => void
}

/**
 * @param write - one transaction; answers in the order of its items
 * @param writers - transactions under way at once; more than one only where each has a connection of its own
 * @param leastBeside - how many must wait for another transaction to begin beside one under way: each has a cost of its own,
 *   and groups that are alike in size keep the longest wait short
 * @param patience - milliseconds after which an item is given up, to a quarter of it; one timer for all of them
 */
export const createGroupCommit = <Item, Outcome>(
	write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
	{ mostAtOnce = 64, writers = 1, leastBeside = 24, patience = 4000 }: GroupOptions = {},
): GroupCommit<Item, Outcome> => {
	type Group = Waiting<Item, Outcome>[]
	const waiting: Group = []
	const groups = new Set<Group>()
	let [running, busy, isWoken] = [0, 0, false]
	let watch: NodeJS.Timeout | undefined

	const giveUp = (): void => {
		const before = performance.now() - patience
		const late = [...groups, waiting].flatMap((group) => group.filter(({ since }) => since < before))
		for (const { reject } of late)
			reject(new Error('Committing in groups: the database has not answered in time'))
		while (waiting[0] && waiting[0].since < before) waiting.shift()
		if (waiting.length + running > 0) return
		clearInterval(watch)
		watch = undefined
	}
	const writeGroup = async (group: Group): Promise<void> => {
		groups.add(group)
		try {
			const outcomes = await write(group.map(({ item }) => item))
			for (const [at, { resolve }] of group.entries()) resolve(outcomes[at] as Outcome)
		} catch (error) {
			for (const { reject } of group) reject(error)
		}
		groups.delete(group)
	}
	/** @param others - transactions under way beside the next */
	const isWorthwhile = (others: number): boolean => waiting.length >= (others > 0 ? leastBeside : 1)
	const run = async (): Promise<void> => {
		busy += 1
		while (isWorthwhile(busy - 1)) {
			const group = waiting.splice(0, mostAtOnce)
			running += group.length
			await writeGroup(group)
			running -= group.length
		}
		busy -= 1
	}
	const wake = (): void => {
		if (isWoken || busy >= writers || !isWorthwhile(busy)) return
		isWoken = true
		// The turn of the event loop ends first, so that requests that came together go together.
		setImmediate(() => {
			isWoken = false
			void run()
		})
	}
	return {
		add: (item) =>
			new Promise((resolve, reject) => {
				waiting.push({ item, since: performance.now(), resolve, reject })
				watch ??= setInterval(giveUp, patience / 4).unref()
				wake()
			}),
		count: () => waiting.length + running,
	}
}
