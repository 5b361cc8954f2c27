import { takeWords } from './panel-words.ts'

const select = (text: HTMLElement): void => {
	if (text instanceof HTMLTextAreaElement) text.select()
	else getSelection()?.selectAllChildren(text)
}

/** Copies, or leaves the text chosen: some browsers inside other apps have a clipboard that takes nothing. */
const copy = async (text: HTMLElement): Promise<'copied' | 'select'> => {
	try {
		await navigator.clipboard.writeText(text instanceof HTMLTextAreaElement ? text.value : text.innerText)
		return 'copied'
	} catch {
		select(text)
		return 'select'
	}
}

/** Buttons that copy what stands beside them. */
export const startCopy = (): void => {
	for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
		const text = document.getElementById(button.dataset.copy ?? '')
		const panel = button.parentElement
		if (!text || !panel) continue
		button.hidden = false
		button.addEventListener('click', () => {
			void copy(text).then((done) => {
				panel.querySelector('[data-copied]')?.replaceChildren(takeWords(panel, done))
			})
		})
	}
}
