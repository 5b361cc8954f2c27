/** A copy of the last bubble of a thread that tells what the reader chose: it keeps the classes that the page's style knows. */
const makeOwnBubble = (thread: Element, text: string): Element | undefined => {
	const bubble = thread.lastElementChild?.cloneNode(true) as HTMLElement | undefined
	const paragraph = bubble?.querySelector('p')
	if (!bubble || !paragraph) return undefined
	bubble.className = bubble.className.replace(/^(?:story|other|me|here|chose)(?: harms)?\b/u, 'chose')
	paragraph.textContent = text
	bubble.replaceChildren(paragraph)
	return bubble
}

/** Shows what was chosen in place of the choices. */
const closeStep = (step: Element, chosen: string): void => {
	const thread = step.querySelector('ol')
	const bubble = thread && makeOwnBubble(thread, chosen)
	if (thread && bubble) thread.append(bubble)
	for (const part of step.querySelectorAll('h2, ul')) part.remove()
}

const openStep = async (link: HTMLAnchorElement): Promise<void> => {
	const current = link.closest('[data-step]')
	const answer = await fetch(link.href, { credentials: 'omit' })
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
	const next = page.querySelector<HTMLElement>('[data-step]')
	// An end has parts of its own, with their own style: it is a page.
	if (!answer.ok || !current || !next?.querySelector('[data-choice]')) {
		location.replace(link.href)
		return
	}
	document.querySelector('[data-before]')?.remove()
	closeStep(current, link.textContent.trim())
	next.tabIndex = -1
	current.after(next)
	history.replaceState(null, '', link.href)
	next.focus({ preventScroll: true })
	next.scrollIntoView({ block: 'start' })
}

/** Stories: the next step comes below the last one, so that a conversation grows as it does on a phone. */
export const startPlay = (): void => {
	document.querySelector('[data-play]')?.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-choice]')
		if (!link || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return
		event.preventDefault()
		openStep(link).catch(() => location.replace(link.href))
	})
}
