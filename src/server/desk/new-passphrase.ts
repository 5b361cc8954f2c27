import { AppError } from '#base'

const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

/** Fields of the form of a new passphrase and app (`NewPassphraseForm.svelte`). */
export const readNewPassphrase = (form: FormData) => ({
	passphrase: read(form, 'passphrase'),
	again: read(form, 'again'),
	sealed: read(form, 'sealed'),
	code: read(form, 'code'),
})

/** What comes of work that hashes a passphrase; `undefined` when so many wait for theirs that it was not begun. */
export const orBusy = async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
	try {
		return await work()
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'sign-in.busy') return undefined
		throw problem
	}
}
