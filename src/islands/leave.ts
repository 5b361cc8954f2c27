const interactive = 'a, button, input, textarea, select, summary, label'

/** Calls `done` when `happen` was called three times within `within` milliseconds. */
const onThird = (within: number, done: () => void): (() => void) => {
	let times: number[] = []
	return () => {
		const now = performance.now()
		times = [...times.filter((time) => now - time < within), now]
		if (times.length >= 3) done()
	}
}

/** Our pages in other windows of this browser: who leaves one leaves every sensitive one. Nothing of it is kept. */
const openOthers = (): BroadcastChannel | undefined =>
	typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('leave')

/**
 * Leave quickly: the button, three quick taps on an empty place, three times Esc. The page goes blank at once and its
 * entry in the history is replaced. Within sensitive pages every link of ours replaces too, so that Back leads out: the page does that
 * itself, from its first byte on (`early-leave.js`).
 */
export const startLeave = (): void => {
	const button = document.querySelector<HTMLAnchorElement>('[data-leave]')
	if (!button) return
	const go = (): void => {
		dispatchEvent(new Event('leave'))
		document.body.hidden = true
		document.title = ''
		location.replace(button.href)
	}
	const leave = (): void => {
		openOthers()?.postMessage('')
		go()
	}
	button.addEventListener('click', (event) => {
		event.preventDefault()
		leave()
	})
	const onTap = onThird(900, leave)
	addEventListener('pointerup', (event) => {
		if (event.pointerType === 'touch' && !(event.target as Element).closest(interactive)) onTap()
	})
	const onEscape = onThird(1500, leave)
	addEventListener('keydown', (event) => {
		if (event.key === 'Escape') onEscape()
	})
	if (document.querySelector('[data-sensitive]')) openOthers()?.addEventListener('message', go)
}
