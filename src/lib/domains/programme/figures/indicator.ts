/** Things that are counted, and how: content, so that the method of every number is in words, in a language of the reader, and in the history of versions. */
import { failed, ok, type Result } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'

const filled = v.pipe(v.string(), v.minLength(1))
const wordsOf = v.strictObject({ ar: filled, fr: filled, zgh: filled, en: filled })

const schema = v.array(
	v.strictObject({
		id: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/u)),
		/** A part of the sessions held: by kind of place, or by audience. */
		part: v.optional(v.picklist(['setting', 'audience'])),
		/** Action of the plan that it is about. */
		action: v.string(),
		measure: v.picklist(['count', 'share', 'smd', 'days']),
		/** `up`: more is better. */
		direction: v.picklist(['up', 'down', 'none']),
		/** Origin of its interval: a hard one, noise at birth, a sample; `exact`: none. */
		interval: v.picklist(['exact', 'hard', 'noise', 'sample']),
		/** The least number that is shown. */
		floor: v.optional(v.number()),
		/** Where its numbers come from: sessions that were written down, a counter that was born with noise, a study. Only studies are typed in. */
		from: v.picklist(['sessions', 'counter', 'study']),
		/** Current way of counting; an older one stays on numbers that were made by it. */
		method: v.pipe(v.string(), v.regex(/^[a-z-]+\/[0-9]+$/u)),
		name: wordsOf,
		/** Meaning of one unit of it. */
		counts: wordsOf,
		how: wordsOf,
	}),
)

export type FigureIndicator = v.InferOutput<typeof schema>[number]

/** Reads `content/programme/indicators.yaml`. Fails with the line of what is wrong; ids are unique. */
export const readIndicators = (text: string): Result<readonly FigureIndicator[]> => {
	const read = parseTypedYaml(text, schema)
	if (!read.ok) return read
	const ids = read.value.map(({ id }) => id)
	const twice = ids.find((id, at) => ids.indexOf(id) !== at)
	return twice === undefined
		? ok(read.value)
		: failed({ path: '1', message: `two indicators are called ${twice}` })
}
