import { AppError } from '#base'
import * as v from 'valibot'

/** Fields of the form of a new passphrase and app (`NewPassphraseForm.svelte`). */
export const newPassphrase = v.object({
	passphrase: v.string(),
	again: v.string(),
	sealed: v.string(),
	code: v.string(),
})

/** Answers work that hashes a passphrase; `undefined` when so many wait for theirs that it was not begun. */
export const orBusy = async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
	try {
		return await work()
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'sign-in.busy') return undefined
		throw problem
	}
}
