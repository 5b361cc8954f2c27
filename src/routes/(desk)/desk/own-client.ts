/** Work that a page of the desk does by itself in the desk's own client (`scripts/desk-client.ts`), where no page comes from the server. */
import { applyAction, deserialize } from '$app/forms'
import { refreshAll } from '$app/navigation'
import { getDirection, getLangTag, type Language } from '#base'

const isOwnClient = (): boolean => 'deskClient' in document.documentElement.dataset

/** Says the language of the desk, which a page of the server says itself. */
export const sayLanguage = (language: Language): void => {
	if (isOwnClient())
		Object.assign(document.documentElement, { lang: getLangTag(language), dir: getDirection(language) })
}

/** Where a form of this page goes; `undefined` for one that goes to another address, or that a script has taken. */
const findAction = (event: SubmitEvent, form: HTMLFormElement): URL | undefined => {
	const button = event.submitter
	const method = button?.getAttribute('formmethod') ?? form.method
	const action = new URL(
		button?.getAttribute('formaction') ?? form.getAttribute('action') ?? '',
		location.href,
	)
	const isOfPage = action.origin === location.origin && action.pathname === location.pathname
	return !event.defaultPrevented && method.toLowerCase() === 'post' && isOfPage ? action : undefined
}

/**
 * Sends a form as Kit's `enhance` does, where it was written to be answered by a page: its answer would be thrown away, and with it the word why
 * something was refused.
 */
export const sendForm = async (event: SubmitEvent): Promise<void> => {
	const form = event.target
	if (!isOwnClient() || !(form instanceof HTMLFormElement)) return
	const action = findAction(event, form)
	if (!action) return
	event.preventDefault()
	const given = new FormData(form, event.submitter)
	const hasFiles = form.enctype === 'multipart/form-data'
	const body = hasFiles
		? given
		: new URLSearchParams(
				[...given].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
			)
	const answer = await fetch(action, {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body,
	})
	const result = deserialize(await answer.text())
	if (result.type === 'success') await refreshAll()
	await applyAction(result)
}
