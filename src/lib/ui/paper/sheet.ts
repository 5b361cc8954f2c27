/** Data of every template beside its own. */
export type Sheet = {
	title: string
	description: string
	publisher: string
	/** ISO 639 code; Typst knows no `zgh-Latn`. */
	lang: string
	dir: 'rtl' | 'ltr'
	footer: string
}
