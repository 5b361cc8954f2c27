import * as v from 'valibot'
import { day, inLawLanguages } from './law-words.ts'

/** Schema of one entry of `content/law/questions.yaml`. */
export const question = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^J\d{2}$/u, 'must be J and two digits')),
	/** 1 is first. */
	priority: v.picklist([1, 2, 3]),
	asks: inLawLanguages,
	/** Answer of a named jurist, and its day; `null` until there is one. */
	answer: v.nullable(v.strictObject({ says: inLawLanguages, by: v.string(), on: day })),
})

/** A question that only a jurist can settle. */
export type Question = v.InferOutput<typeof question>

/** Schema of `content/law/questions.yaml`. */
export const questionsFile = v.array(question)
