/** What every template is given beside its own data. */
export type Sheet = {
	title: string
	description: string
	publisher: string
	/** ISO 639 code; Typst knows no `zgh-Latn`. */
	lang: string
	dir: 'rtl' | 'ltr'
	footer: string
}
