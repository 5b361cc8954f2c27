import { AppError } from '#base'
import * as v from 'valibot'

/** Fields of the form of a new passphrase and app (`NewPassphraseForm.svelte`). */
export const newPassphrase = v.object(
	// What is left out is told beside the form, as what is too short; a made-up invitation is told of before.
	v.entriesFromList(['passphrase', 'again', 'sealed', 'code'], v.optional(v.string(), '')),
)

/** Answers work that hashes a passphrase; `undefined` when so many wait for theirs that it was not begun. */
export const orBusy = async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
	try {
		return await work()
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'sign-in.busy') return undefined
		throw problem
	}
}
