/** Actions and those they wait for. `needs`: what each waits for. */
type Needs = ReadonlyMap<string, readonly string[]>

/** Takes away, again and again, what waits for nothing that is left. `order`: as they were taken; `left`: those that wait for themselves. */
const unravel = (needs: Needs): { order: string[]; left: ReadonlySet<string> } => {
	const waiting = new Map<string, number>()
	const waitedFor = new Map<string, string[]>()
	for (const [id, own] of needs) {
		const known = own.filter((one) => needs.has(one))
		waiting.set(id, known.length)
		for (const one of known) {
			const others = waitedFor.get(one)
			if (others) others.push(id)
			else waitedFor.set(one, [id])
		}
	}
	const free = [...waiting].filter(([, count]) => count === 0).map(([id]) => id)
	const order: string[] = []
	for (let id = free.pop(); id !== undefined; id = free.pop()) {
		waiting.delete(id)
		order.push(id)
		for (const one of waitedFor.get(id) ?? []) {
			const left = (waiting.get(one) ?? 0) - 1
			waiting.set(one, left)
			if (left === 0) free.push(one)
		}
	}
	return { order, left: new Set(waiting.keys()) }
}

/** Things that wait for themselves, directly or over others. */
export const findCircle = (needs: Needs): ReadonlySet<string> => unravel(needs).left

/** Things that wait for no circle, each before what it waits for. */
export const listWaitingFirst = (needs: Needs): string[] => unravel(needs).order.toReversed()
