/**
 * What was written in a page does not come back out of the browser's memory (its back/forward cache), where `no-store` does not reach:
 * on leaving the fields are emptied and the page is blank, and when Back shows it, it is asked for anew.
 */
const emptyFields = (): void => {
	for (const form of document.forms) form.reset()
	for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
		if (field.type === 'hidden') continue
		if (field.type === 'radio' || field.type === 'checkbox') (field as HTMLInputElement).checked = false
		else field.value = ''
	}
}

/** @param isKept - whether what was written is on its way to the server in clear: if that fails, Back is the only way to it */
export const forgetOnLeave = (isKept: () => boolean): void => {
	addEventListener('pagehide', () => {
		if (isKept()) return
		emptyFields()
		document.body.hidden = true
	})
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted && !isKept()) location.reload()
	})
}
