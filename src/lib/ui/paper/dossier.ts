import type { Sheet } from './sheet.ts'

/** Data of `dossier.typ`: a case for the police or a prosecutor. Every text is inert: no link, no invisible character. */
export type DossierSheet = Sheet & {
	labels: {
		intro: string
		summary: string
		places: string
		placesNote: string
		words: string
		attached: string
		attachedNote: string
		persons: string
		personsNote: string
		law: string
		lawNote: string
		steps: string
		files: string
		manifest: string
		receipt: string
		receiptHow: string
		none: string
		/** Stands across each page of what is no dossier yet; empty on the dossier itself. */
		draft: string
		draftNote: string
	}
	/** `isCode`: numbers and dates, read from left to right in every language. */
	facts: { label: string; value: string; isCode: boolean }[]
	summary: string
	/** An address from left to right, or an account in whatever script its name has; the other is empty. */
	places: { address: string; account: string; inside: string }[]
	quotes: string[]
	attached: { name: string; what: string; sha256: string }[]
	persons: { name: string; role: string; how: string }[]
	law: { article: string; instrument: string; title: string }[]
	steps: { hour: string; status: string }[]
	files: { name: string; sha256: string }[]
	/** Hash of the list of files; empty before it is made. */
	manifest: string
	token: string
}
