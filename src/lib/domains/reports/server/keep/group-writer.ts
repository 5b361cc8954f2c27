/**
 * Commits in groups: whoever comes while a commit runs shares the next one. One sync of the disk then serves up to 64 reports, and
 * each is acknowledged after its own commit.
 */
export type GroupWriter<Item, Outcome> = {
	/** Resolves after the commit that holds the item; rejects when that commit failed, and then for all in it. */
	add: (item: Item) => Promise<Outcome>
	/** How many have not been answered. */
	count: () => number
}

type GroupOptions = { mostAtOnce?: number; writers?: number; leastBeside?: number }

type Waiting<Item, Outcome> = {
	item: Item
	resolve: (outcome: Outcome) => void
	reject: (reason: unknown) => void
}

/**
 * @param write - one transaction; answers in the order of its items
 * @param writers - transactions under way at once; more than one only where each has a connection of its own
 * @param leastBeside - how many must wait for another transaction to begin beside one under way: each has a cost of its own,
 *   and groups that are alike in size keep the longest wait short
 */
export const createGroupWriter = <Item, Outcome>(
	write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
	{ mostAtOnce = 64, writers = 1, leastBeside = 24 }: GroupOptions = {},
): GroupWriter<Item, Outcome> => {
	const waiting: Waiting<Item, Outcome>[] = []
	let [running, busy, isWoken] = [0, 0, false]

	const writeGroup = async (group: readonly Waiting<Item, Outcome>[]): Promise<void> => {
		try {
			const outcomes = await write(group.map(({ item }) => item))
			for (const [at, { resolve }] of group.entries()) resolve(outcomes[at] as Outcome)
		} catch (error) {
			for (const { reject } of group) reject(error)
		}
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
				waiting.push({ item, resolve, reject })
				wake()
			}),
		count: () => waiting.length + running,
	}
}
