import * as v from 'valibot'
import { dayOrBlank, ground, lawId, textOrBlank } from './law-words.ts'

/** Schema of one entry of `content/law/versions.yaml`. */
export const version = v.pipe(
	v.strictObject({
		id: lawId,
		/** The instrument that was changed. */
		instrument: lawId,
		/** The instrument that changed it. */
		by: lawId,
		/** `added-or-changed` where the source does not say which. */
		change: v.picklist(['added', 'added-or-changed']),
		/** First day of the new wording; `null` where no source shows it. */
		day: dayOrBlank,
		/** How the day is known. For jurists, in English. */
		basis: textOrBlank,
		/** The provisions of ours that it concerns; empty when we hold none of them. */
		provisions: v.array(lawId),
		...ground,
	}),
	v.check((it) => it.day === null || it.basis !== null, 'a day needs a basis that says how it is known'),
	v.check((it) => it.instrument !== it.by, 'an instrument cannot change itself'),
)

/** A change of an instrument by another, from a day on. */
export type Version = v.InferOutput<typeof version>

/** Schema of `content/law/versions.yaml`. */
export const versionsFile = v.array(version)
