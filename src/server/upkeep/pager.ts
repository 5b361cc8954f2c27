import { minute } from '#base'

/** Rings whoever is on call when a report of priority `danger` has come and nobody has seen it. Nothing of a case leaves. */

type Options = {
	/** Ids of what waits; they stay here. */
	listUnseen: () => Promise<readonly string[]>
	ring: () => Promise<void>
	now?: () => Date
}

/** Milliseconds between two calls, however much comes: a flood rings once a minute. */
const rest = minute
/** Milliseconds after which what still waits is called out again. */
const again = 5 * minute

/**
 * Creates the pager. Each call is one tick: it rings for what has come since the last call, and again every five minutes until it is seen. What
 * nobody has heard does not count as a call. Answer: calls made, 0 or 1.
 */
export const createPager = ({
	listUnseen,
	ring,
	now = () => new Date(),
}: Options): (() => Promise<number>) => {
	let called: ReadonlySet<string> = new Set()
	let last = Number.NEGATIVE_INFINITY
	return async () => {
		const unseen = await listUnseen()
		const passed = now().getTime() - last
		const isNew = unseen.some((id) => !called.has(id))
		// A clock that was set back must not keep anybody from being called.
		const isDue = passed < 0 || passed >= (isNew ? rest : again)
		if (unseen.length === 0 || !isDue) return 0
		await ring()
		called = new Set(unseen)
		last = now().getTime()
		return 1
	}
}
