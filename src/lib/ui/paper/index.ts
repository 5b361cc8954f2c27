/** How printed things look: Typst texts for `makePdf()`. `sources` are what every template may import. */
import certificate from './certificate.typ?raw'
import lesson from './lesson.typ?raw'
import paper from './paper.typ?raw'
import plan from './plan.typ?raw'

export const sources = { 'paper.typ': paper } as const
export const templates = { certificate, lesson, plan } as const

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
