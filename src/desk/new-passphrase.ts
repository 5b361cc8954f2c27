const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

/** What the form of a new passphrase and app sends (`NewPassphraseForm.svelte`). */
export const readNewPassphrase = (form: FormData) => ({
	passphrase: read(form, 'passphrase'),
	again: read(form, 'again'),
	sealed: read(form, 'sealed'),
	code: read(form, 'code'),
})
