import * as v from 'valibot'
import { dayOrBlank, ground, lawId, textOrBlank } from './law-words.ts'

/** Kinds of changes of one text by another. */
export const changeKinds = ['added', 'changed', 'added-or-changed'] as const

/** Schema of one entry of `content/law/versions.yaml`. */
export const version = v.pipe(
	v.strictObject({
		id: lawId,
		/** The instrument that was changed. */
		instrument: lawId,
		/** The instrument that changed it. */
		by: lawId,
		/** `added-or-changed` where the source does not say which. */
		change: v.picklist(changeKinds),
		/** First day of the new wording; `null` where no source shows it. */
		day: dayOrBlank,
		/** Evidence for the day. For jurists, in English. */
		basis: textOrBlank,
		/** The provisions of ours that it concerns, as far as we know. */
		provisions: v.array(lawId),
		/** A source that names what it concerns was read, and none of it is ours. */
		holdsNone: v.optional(v.boolean(), false),
		...ground,
	}),
	v.check((it) => it.day === null || it.basis !== null, 'a day needs a basis that says how it is known'),
	v.check(
		(it) => !it.holdsNone || it.provisions.length === 0,
		'holdsNone and a list of provisions cannot both be',
	),
	v.check((it) => it.instrument !== it.by, 'an instrument cannot change itself'),
)

/** A change of an instrument by another, from a day on. */
export type Version = v.InferOutput<typeof version>

/** Schema of `content/law/versions.yaml`. */
export const versionsFile = v.array(version)

/** Changes, oldest first; one whose day is not known stands where its law was promulgated. */
export const sortChanges = (
	versions: readonly Version[],
	instruments: readonly { id: string; promulgation: { day: string | null } }[],
): Version[] => {
	const promulgated = new Map(instruments.map(({ id, promulgation }) => [id, promulgation.day]))
	const toDay = ({ day, by }: Version): string => day ?? promulgated.get(by) ?? ''
	return [...versions].sort((one, other) =>
		toDay(one) < toDay(other) ? -1 : toDay(one) > toDay(other) ? 1 : 0,
	)
}
