import * as v from 'valibot'
import { day, ground, inLawLanguages, lawId } from './law-words.ts'

/** The assessment of Moroccan law against what a convention asks, worst last. */
export const assessments = ['covered', 'partly', 'gap', 'unknown'] as const
export type Assessment = (typeof assessments)[number]

export const gapTypes = ['none', 'substantive', 'wording', 'procedural', 'threshold', 'unknown'] as const

/** Schema of one entry of `content/law/mappings/<convention>.yaml`. */
export const mapping = v.strictObject({
	id: lawId,
	/** The provision of the convention. */
	asks: lawId,
	/** The Moroccan provisions that answer it. */
	answers: v.array(lawId),
	assessment: v.picklist(assessments),
	gapType: v.picklist(gapTypes),
	reason: inLawLanguages,
	/** Change that would fill the gap, in own words; `null` where nothing is missing. */
	fill: v.nullable(inLawLanguages),
	/** Provisions of other conventions that word the same duty. */
	like: v.optional(v.array(lawId), []),
	assessed: v.strictObject({ on: day, by: v.pipe(v.string(), v.nonEmpty()) }),
	/** Assessments that it had before, so that progress can be shown. */
	earlier: v.optional(
		v.array(v.strictObject({ on: day, by: v.string(), assessment: v.picklist(assessments) })),
		[],
	),
	...ground,
})

/** Mapping of a convention: what it asks, beside what Moroccan law answers. */
export type Mapping = v.InferOutput<typeof mapping> & {
	/** Id of the convention, from the name of its file. */
	convention: string
}

/** Schema of `content/law/mappings/<convention>.yaml`. */
export const mappingsFile = v.array(mapping)
