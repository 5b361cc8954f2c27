import type { Language } from '#base'
import { checkedOn, line } from '#domains/guide'
import * as v from 'valibot'
import { day, lawId, lawReview } from './law-words.ts'

/** Readers of the way from telling somebody to judgment, each in their own words. */
export const pathReaders = ['children', 'teens', 'adults'] as const
export type PathReader = (typeof pathReaders)[number]

/** Questions of a person at each step, in the order in which they are shown. */
export const pathQuestions = ['asks', 'with', 'refuse', 'phone', 'parents', 'told', 'long'] as const
export type PathQuestion = (typeof pathQuestions)[number]

const stepIds = ['tell', 'heard', 'phone', 'decision', 'court', 'judgment'] as const
export type PathStepId = (typeof stepIds)[number]

/** Articles that the answer to a question of a step rests on. */
const articles = v.record(
	v.picklist(pathQuestions),
	v.pipe(v.array(lawId), v.nonEmpty('must name at least one article')),
)

/** Schema of `content/law/path.yaml`: what is answered at which step, and by which articles. */
export const lawPathFrame = v.strictObject({
	/** Ids of the texts whose consolidated copies were read. */
	texts: v.pipe(v.array(lawId), v.nonEmpty('must name the texts that were read')),
	/** Day on which they were read. */
	read: day,
	steps: v.pipe(
		v.array(v.strictObject({ id: v.picklist(stepIds), answers: articles })),
		v.check(
			(steps) => steps.map(({ id }) => id).join() === stepIds.join(),
			`must be ${stepIds.join(', ')}, in this order`,
		),
	),
})

const stepWords = v.strictObject({
	title: line(60),
	...v.entriesFromList(pathQuestions, v.optional(line(420))),
})

/** Schema of `content/law/path/<reader>/<lang>.yaml`. */
export const lawPathWords = v.strictObject({
	title: line(70),
	intro: line(300),
	steps: v.strictObject(v.entriesFromList(stepIds, stepWords)),
	/** Blanks: what the texts do not say, or we did not find. */
	unknown: v.pipe(v.array(line(220)), v.nonEmpty('must say what we do not know')),
	review: v.strictObject({ native: lawReview, specialist: lawReview, jurist: lawReview }),
	checked: checkedOn,
})
export type LawPathWords = v.InferOutput<typeof lawPathWords>

/** The way from telling somebody to judgment. */
export type LawPath = v.InferOutput<typeof lawPathFrame> & {
	words: Record<PathReader, Partial<Record<Language, LawPathWords>>>
}
