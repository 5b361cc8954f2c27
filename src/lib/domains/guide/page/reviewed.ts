import { toPlainLetters } from '#tools/script/tashkil'
import * as v from 'valibot'

/** A text for readers of at most so many characters; vowel marks take no room. */
export const line = (most: number) =>
	v.pipe(
		v.string(),
		v.nonEmpty(),
		v.check((text) => toPlainLetters(text).length <= most, `must be ${most} characters at most`),
	)

/** A day, `2026-11-25`. */
export const checkedOn = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-24'))

/** Review of a text: nobody yet, or a named person on a day. */
export const reviewState = v.union([v.literal('none'), v.strictObject({ by: v.string(), on: checkedOn })])

/** Readers of a text that cites no law: people whose language it is, and specialists. */
export const reviewed = v.strictObject({ native: reviewState, specialist: reviewState })
export type Reviewed = v.InferOutput<typeof reviewed>
