/** One question at a time, without a line in the history for each: the phone's Back goes one question back, then out. */

/** What the entry under the questions is marked with: whoever comes to it from outside has left, and is led on. */
const under = 'under'
const inside = 'inside'

const leaveAgain = (): void => {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
	const exit = document.querySelector<HTMLAnchorElement>('[data-leave]')
	if (history.state !== under || navigation?.type !== 'back_forward' || !exit) return
	document.body.hidden = true
	location.replace(exit.href)
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
	const enter = (): void => {
		if (history.state === inside) return
		history.replaceState(under, '')
		history.pushState(inside, '')
	}
	const go = (next: number): void => {
		if (next > 0) enter()
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
		if (form.isConnected && at > 0) go(at - 1)
	})
}
