import { onMount } from 'svelte'
import { browser } from '$app/env'

type Field = HTMLInputElement | HTMLTextAreaElement

const isTicked = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

const tell = (field: Element, ...events: readonly string[]): void => {
	for (const event of events) field.dispatchEvent(new Event(event, { bubbles: true }))
}

const noteFolds = (): (() => void) => {
	const folds = [...document.querySelectorAll('details')].map((fold) => ({ fold, isOpen: fold.open }))
	return () => {
		for (const { fold, isOpen } of folds) fold.open = isOpen
	}
}

const noteFields = (): (() => void) => {
	const fields = [...document.querySelectorAll<Field>('input:not([type=hidden], [type=file]), textarea')]
	const ticked = fields
		.filter(isTicked)
		.filter((field) => field.checked !== field.defaultChecked)
		// A button that is no longer pressed follows the one of its group that is.
		.filter((field) => field.checked || field.type === 'checkbox')
		.map((field) => ({ field, isOn: field.checked }))
	const written = fields
		.filter((field) => !isTicked(field) && field.value !== field.defaultValue)
		.map((field) => ({ field, value: field.value }))
	return () => {
		for (const { field, isOn } of ticked) {
			field.checked = isOn
			tell(field, 'change')
		}
		for (const { field, value } of written) {
			field.value = value
			tell(field, 'input', 'change')
		}
	}
}

const noteChoices = (): (() => void) => {
	const choices = [...document.querySelectorAll('select')]
		.filter(({ options }) => !([...options].find((one) => one.defaultSelected) ?? options[0])?.selected)
		.map((choice) => ({ choice, value: choice.value }))
	return () => {
		for (const { choice, value } of choices) {
			choice.value = value
			tell(choice, 'change')
		}
	}
}

/**
 * Called where a page begins. Svelte sets what the server said when it takes a page over: a part that was opened meanwhile shuts, a word that
 * was written is gone. This notes both before, puts them back after, and tells who listens.
 */
export const keepAsLeft = (): void => {
	if (!browser) return
	const notes = [noteFolds(), noteFields(), noteChoices()]
	onMount(() => {
		for (const putBack of notes) putBack()
	})
}
