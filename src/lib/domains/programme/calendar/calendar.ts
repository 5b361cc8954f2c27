/** Days of the year that campaigns are planned around: content with source, the day on which that was seen, and confidence. What the moon decides is announced, or expected and said to be so; it is never sure. */
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type { Result } from '#base'
import * as v from 'valibot'

const filled = v.pipe(v.string(), v.minLength(1))
const civilDay = v.pipe(v.string(), v.isoDate())

const schema = v.array(
	v.pipe(
		v.strictObject({
			id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
			name: v.strictObject({ ar: filled, fr: filled, en: filled, zgh: v.optional(filled) }),
			kind: v.picklist(['awareness', 'school', 'lunar']),
			rule: filled,
			source: filled,
			/** Civil day on which the source was looked up. */
			seen: civilDay,
			note: v.optional(filled),
			days: v.array(
				v.strictObject({
					from: civilDay,
					/** Last day; none: one day. */
					to: v.optional(civilDay),
					/** `computed`: by the rule, and nobody has announced it; `expected`: it depends on the moon. */
					confidence: v.picklist(['sure', 'likely', 'computed', 'announced', 'expected']),
				}),
			),
		}),
		v.check(
			({ kind, days }) =>
				days.every(({ confidence }) =>
					kind === 'lunar'
						? confidence === 'announced' || confidence === 'expected'
						: confidence !== 'expected',
				),
			'a day that the moon decides is announced or expected, and no other is expected',
		),
	),
)

export type CalendarEvent = v.InferOutput<typeof schema>[number]

/** Reads `content/programme/calendar.yaml`. Fails with the line of what is wrong. */
export const readYearEvents = (text: string): Result<readonly CalendarEvent[]> => parseTypedYaml(text, schema)
