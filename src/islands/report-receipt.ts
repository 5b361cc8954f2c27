/** The receipt in the page, drawn where the report was sealed: no server has seen it. */
import { getLanguage, type Locale } from '#base'
import { collectAnswers, toCopyText, toEndPattern } from '#domains/reports/sealing'
import { toQrPath } from '#tools/files/qr-code'
import { formatReceipt, toWords } from '#tools/seal/receipt-code'
import { toLatin } from '#tools/script/tifinagh'
import { showFittingDoors } from './report-doors.ts'

const fill = (root: HTMLElement, name: string, tag: string, texts: readonly string[]): void => {
	const parts = texts.map((text) => {
		const element = document.createElement(tag)
		element.textContent = text
		return element
	})
	root.querySelector(`[data-${name}]`)?.replaceChildren(...parts)
}

const drawQr = (root: HTMLElement, text: string): void => {
	const { path, side } = toQrPath(text)
	const picture = root.querySelector('[data-qr]')
	picture?.setAttribute('viewBox', `0 0 ${side} ${side}`)
	picture?.querySelector('path')?.setAttribute('d', path)
}

/** Asks before the page goes, until the receipt is kept. */
const keepUntilSaved = (root: HTMLElement): void => {
	const kept = root.querySelector<HTMLInputElement>('[data-kept]')
	addEventListener('beforeunload', (event) => {
		if (!kept?.checked && !document.body.hidden) event.preventDefault()
	})
}

const carryOver = (root: HTMLElement, told: string): void => {
	const place = root.querySelector<HTMLTextAreaElement>('[data-told]')
	const panel = root.querySelector<HTMLElement>('[data-told-panel]')
	if (place) place.value = told
	if (panel) panel.hidden = told === ''
}

const offerPrint = (root: HTMLElement): void => {
	const button = root.querySelector<HTMLElement>('[data-print]')
	if (button) button.hidden = false
	button?.addEventListener('click', () => print())
}

/**
 * Draws the receipt of a report that has not left yet, out of sight; what it gives shows it in the place of the form. What was
 * written goes, but for the copy that the person may take along.
 */
export const prepareReceipt = async (form: HTMLFormElement, code: string): Promise<() => void> => {
	const root = document.querySelector<HTMLElement>('[data-receipt]')
	if (!root) throw new Error('drawing the receipt: the page has no place for it')
	const locale = form.dataset.locale as Locale
	const digits = formatReceipt(code)
	const words = await toWords(code, getLanguage(locale))
	fill(root, 'digits', 'span', digits.split(' '))
	fill(root, 'receipt-words', 'li', locale === 'zgh-latn' ? words.map(toLatin) : words)
	drawQr(root, digits)
	root.querySelector<HTMLInputElement>('[data-receipt-end]')?.setAttribute('pattern', toEndPattern(digits))
	return () => {
		const answers = collectAnswers(new FormData(form))
		carryOver(root, toCopyText(answers))
		showFittingDoors(answers)
		root.querySelector('[data-minutes-after]')?.append(...form.querySelectorAll('[data-minutes] [data-fits]'))
		offerPrint(root)
		form.remove()
		document.querySelector('[data-before-receipt]')?.remove()
		root.hidden = false
		document.documentElement.classList.remove('begun')
		keepUntilSaved(root)
		scrollTo(0, 0)
		root.querySelector('h1')?.focus({ preventScroll: true })
	}
}
