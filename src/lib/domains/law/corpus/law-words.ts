import type { Language } from '#base'
import { checkedOn } from '#domains/guide'
import * as v from 'valibot'

/** Confidence of a statement: read in the text or in two official places, one other source, or named only. */
export const confidences = ['sure', 'likely', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

const exists = (text: string): boolean => {
	const at = new Date(`${text}T00:00:00Z`)
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** A day as records of the law write it, or `null`: nobody has found it yet, and pages say so. */
export const day = v.pipe(checkedOn, v.check(exists, 'must be a day that exists'))
export const dayOrBlank = v.nullable(day)

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
export const textOrBlank = v.nullable(text)

type Texts = Partial<Record<Language, string>>

const blanks = ['ar', 'fr', 'en'] as const

/** The same words in Arabic, French and English; a blank (`null`) is written, never left out. */
export const inLawLanguages = v.pipe(
	v.strictObject({ ar: textOrBlank, fr: textOrBlank, en: textOrBlank }),
	v.transform((all): Texts => {
		const known: Texts = {}
		for (const language of blanks) if (all[language] !== null) known[language] = all[language]
		return known
	}),
)
/** Words of the law in the languages that have them; read them with `pickWords()` of the guide. */
export type LawTexts = Texts

/** An id of a source, a provision, an instrument. */
export const lawId = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by -'),
)

const questionId = v.pipe(v.string(), v.regex(/^J\d{2}$/u, 'must be a question such as J01'))

/** Review of a record: nobody yet, or a named jurist on a day. */
export const lawReview = v.union(
	[v.literal('none'), v.strictObject({ by: text, on: checkedOn })],
	'must be none, or { by: a name, on: a day }',
)
export type LawReview = v.InferOutput<typeof lawReview>

const note = v.pipe(
	v.strictObject({
		/** Two sources that do not agree, records of ours that do not, or something that nobody has checked yet. */
		kind: v.picklist(['contradiction', 'own-contradiction', 'unchecked']),
		says: inLawLanguages,
		/** Ids of the records that it is about, beside this one. */
		see: v.optional(v.array(lawId), []),
		/** For `contradiction`: ids of the sources that do not agree. */
		between: v.optional(v.array(lawId), []),
	}),
	v.check(
		({ kind, between }) => (kind === 'contradiction') === new Set(between).size >= 2,
		'a contradiction names the two sources that do not agree (between); records of ours are an own-contradiction',
	),
)
export type LawNote = v.InferOutput<typeof note>

/** Evidence under every statement: its source, how sure it is, what a jurist must still say. */
export const ground = {
	sources: v.pipe(v.array(lawId), v.nonEmpty('must name at least one source')),
	confidence: v.picklist(confidences),
	/** Reason for the confidence. For jurists, in English. */
	note: v.optional(v.nullable(text), null),
	questions: v.optional(v.array(questionId), []),
	notes: v.optional(v.array(note), []),
	review: lawReview,
}

/** Fields of every record of the law, whatever it is about. */
export type Ground = {
	sources: string[]
	confidence: Confidence
	note: string | null
	questions: string[]
	notes: LawNote[]
	review: LawReview
}
