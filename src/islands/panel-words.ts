/** The words that stand ready in a panel of the page, by name; a stranger's text is only ever put in as text. */
const place = '{detail}'

/** Puts a stranger's text in its place in the words, apart from the direction of the sentence around it. */
const fill = (words: DocumentFragment, detail: string): void => {
	const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
	const texts: Text[] = []
	while (walker.nextNode()) texts.push(walker.currentNode as Text)
	for (const text of texts) {
		const at = text.data.indexOf(place)
		if (at < 0) continue
		const after = text.splitText(at)
		after.data = after.data.slice(place.length)
		after.before(isolate(detail))
	}
}

/** A stranger's text as an element of its own, which keeps its direction to itself. */
export const isolate = (text: string, direction: 'auto' | 'ltr' = 'auto'): HTMLElement => {
	const element = document.createElement('bdi')
	element.dir = direction
	element.textContent = text
	return element
}

/** A copy of the words of this name, with `detail` in its place. */
export const takeWords = (panel: HTMLElement, name: string, detail = ''): DocumentFragment => {
	const template = panel.querySelector<HTMLTemplateElement>(`template[data-words="${CSS.escape(name)}"]`)
	const words = document.importNode(template?.content ?? document.createDocumentFragment(), true)
	fill(words, detail)
	return words
}

/** A heading and a list under it; nothing when there is nothing to list. */
export const takeList = (panel: HTMLElement, heading: string, items: readonly DocumentFragment[]): Node[] => {
	if (items.length === 0) return []
	const list = document.createElement('ul')
	list.append(...items)
	return [takeWords(panel, heading), list]
}

/** Calls `done` when nothing has happened for a moment. */
export const afterPause = (done: () => void, pause = 200): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined
	return () => {
		clearTimeout(timer)
		timer = setTimeout(done, pause)
	}
}
