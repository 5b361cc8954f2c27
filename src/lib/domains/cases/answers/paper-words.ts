/** Words that stand on what leaves the desk: schema of `content/desk/paper.yaml`. */
import { line } from '#domains/guide'
import { reporters } from '#domains/reports'
import * as v from 'valibot'
import { categories } from '../category.ts'
import { statuses } from '../status.ts'

/** Languages of a dossier: Arabic, which counts, and French beside it. */
export const dossierLanguages = ['ar', 'fr'] as const
export type DossierLanguage = (typeof dossierLanguages)[number]

/** Languages of a notice: that of the host decides. */
export const noticeLanguages = ['ar', 'fr', 'en'] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]

const keys = [
	'title',
	'intro',
	'reference',
	'made',
	'for',
	'summary',
	'category',
	'danger',
	'reporter',
	'status',
	'places',
	'places-note',
	'words',
	'attached',
	'attached-note',
	'voice',
	'screenshot',
	'persons',
	'persons-note',
	'suspected',
	'victim',
	'witness',
	'law',
	'law-note',
	'steps',
	'files',
	'manifest',
	'receipt',
	'receipt-how',
	'page-footer',
	'draft',
	'draft-note',
	'none',
	'yes',
	'no',
] as const
const noticeKeys = [
	'title',
	'locations',
	'where-inside',
	'explanation',
	'notifier',
	'notifier-withheld',
	'good-faith',
] as const

const words = <const Names extends readonly string[]>(names: Names) =>
	v.strictObject(
		Object.fromEntries(names.map((name) => [name, line(300)])) as {
			[Name in Names[number]]: ReturnType<typeof line>
		},
	)

const terms = v.strictObject({
	category: words(categories),
	status: words(statuses),
	reporter: words(reporters),
})

export const paperFile = v.strictObject({
	dossier: v.strictObject({ ar: words(keys), fr: words(keys) }),
	terms: v.strictObject({ ar: terms, fr: terms }),
	notice: v.strictObject({ ar: words(noticeKeys), fr: words(noticeKeys), en: words(noticeKeys) }),
})
export type PaperWords = v.InferOutput<typeof paperFile>
