import type { PasswordAdvice } from '#domains/protect/check'
import { afterPause, takeList, takeWords } from './panel-words.ts'
import { openWorkerClient } from './worker-client.ts'

/** Thinking longer than this, on a slow phone, is given up. */
const patience = 6000

const startShow = (input: HTMLInputElement, button: HTMLButtonElement): void => {
	const { show = '', hide = '' } = button.dataset
	button.addEventListener('click', () => {
		const isShown = input.type === 'password'
		input.type = isShown ? 'text' : 'password'
		button.textContent = isShown ? hide : show
		button.setAttribute('aria-pressed', String(isShown))
		input.focus()
	})
}

const toNodes = (panel: HTMLElement, { standing, reasons, steps }: PasswordAdvice): Node[] => [
	takeWords(panel, `standing.${standing}`),
	...takeList(
		panel,
		'why',
		reasons.map((reason) => takeWords(panel, `reason.${reason}`)),
	),
	...takeList(
		panel,
		'todo',
		steps.map((step) => takeWords(panel, `step.${step}`)),
	),
]

/** The password check: judges while someone types; the field is emptied when the page is left. */
export const startPasswordCheck = (): void => {
	const panel = document.querySelector<HTMLElement>('[data-check="password"]')
	const input = panel?.querySelector<HTMLInputElement>('[data-input]')
	const button = panel?.querySelector<HTMLButtonElement>('[data-show]')
	const place = panel?.querySelector<HTMLElement>('[data-answer]')
	if (!panel || !input || !button || !place) return
	const client = openWorkerClient<string, PasswordAdvice>(panel.dataset.src ?? '', patience)
	const judge = async (): Promise<void> => {
		if (input.value === '') {
			place.replaceChildren()
			return
		}
		if (place.childElementCount === 0) place.replaceChildren(takeWords(panel, 'loading'))
		const outcome = await client.ask(input.value)
		if (outcome.is === 'outdated' || input.value === '') return
		if (outcome.is === 'answered') place.replaceChildren(...toNodes(panel, outcome.answer))
		else place.replaceChildren(takeWords(panel, outcome.is))
	}
	const clear = (): void => {
		input.value = ''
		place.replaceChildren()
	}
	clear()
	startShow(input, button)
	input.addEventListener(
		'input',
		afterPause(() => void judge()),
	)
	addEventListener('pagehide', clear)
	panel.hidden = false
}
