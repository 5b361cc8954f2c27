/** One question at a time, without a line in the history for each: the phone's Back goes one question back, then out. */

/**
 * Entries of the history while questions are shown. There is one to spare, so that a second Back before the first was answered stays
 * in the page. Who comes to one of the lower two from outside has left by the quick way out, and is led on.
 */
const entries = ['under', 'spare', 'inside'] as const
const getEntry = (): number => entries.indexOf(history.state as (typeof entries)[number])

const leaveAgain = (): void => {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
	const exit = document.querySelector<HTMLAnchorElement>('[data-leave]')
	const isLow = getEntry() === 0 || getEntry() === 1
	if (!isLow || navigation?.type !== 'back_forward' || !exit) return
	document.body.hidden = true
	location.replace(exit.href)
}

/** Puts entries under the question that is shown. */
const enter = (): void => {
	const from = getEntry()
	if (from < 0) history.replaceState(entries[0], '')
	for (const entry of entries.slice(Math.max(0, from) + 1)) history.pushState(entry, '')
}

/** Goes down to the lowest entry and makes it an ordinary one: the next Back leaves the page. */
const settle = (): void => {
	const from = getEntry()
	if (from > 0) history.go(-from)
	else if (from === 0) history.replaceState(null, '')
}

/** Shows the questions one by one. `onMove` is told when another one is shown. */
export const startSteps = (form: HTMLFormElement, onMove: () => void): void => {
	leaveAgain()
	const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')]
	const find = (hash: string): number => steps.findIndex(({ id }) => `#${id}` === hash)
	let at = Math.max(0, find(location.hash))
	const show = (next: number): void => {
		at = next
		for (const [index, step] of steps.entries()) step.classList.toggle('now', index === at)
		document.documentElement.classList.toggle('begun', at > 0)
	}
	let entry = getEntry()
	const go = (next: number): void => {
		if (next > 0) enter()
		else settle()
		entry = getEntry()
		show(next)
		onMove()
		scrollTo(0, 0)
		steps[at]?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
	}
	form.classList.add('live')
	show(at)
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
		const next = link ? find(link.hash) : -1
		if (next < 0) return
		event.preventDefault()
		go(next)
	})
	addEventListener('popstate', () => {
		const isBack = getEntry() < entry
		entry = getEntry()
		if (!isBack) return
		if (form.isConnected && at > 0) go(at - 1)
		else settle()
	})
}
