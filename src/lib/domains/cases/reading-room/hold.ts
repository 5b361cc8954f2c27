/** Milliseconds without a movement after which hands count as away. */
const quiet = 5_000

/**
 * Holds back a change of a list while somebody points at it or walks through it by keyboard: a line that moves between press and release of
 * a link swallows the press.
 *
 * @param apply - makes the change; called at once when nobody is there, else when the hands have been quiet
 * @param wait - called when a change begins to wait
 */
export const createHold = (
	apply: () => void,
	wait: () => void,
): {
	/** Somebody has moved, pressed or focused something in the list. */
	touch: () => void
	/** There is a change. */
	change: () => void
	/** Makes the change now, if one waits. */
	release: () => void
	/** Listens to an element. Answer: what ends it. */
	listen: (list: HTMLElement) => () => void
} => {
	let timer: ReturnType<typeof setTimeout> | undefined
	let isWaiting = false
	const release = (): void => {
		clearTimeout(timer)
		timer = undefined
		if (!isWaiting) return
		isWaiting = false
		apply()
	}
	const touch = (): void => {
		clearTimeout(timer)
		timer = setTimeout(release, quiet)
	}
	const change = (): void => {
		if (timer === undefined) return apply()
		if (isWaiting) return
		isWaiting = true
		wait()
	}
	const events = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const
	const listen = (list: HTMLElement): (() => void) => {
		for (const event of events) list.addEventListener(event, touch)
		return () => {
			clearTimeout(timer)
			for (const event of events) list.removeEventListener(event, touch)
		}
	}
	return { touch, change, release, listen }
}
