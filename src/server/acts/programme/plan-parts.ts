/** Parts of forms of the plan: a line as its form sends it. */
import * as v from 'valibot'
import { aDay } from '../form-parts.ts'

const joined = v.pipe(
	v.union([v.string(), v.array(v.string())]),
	v.transform((sent) => [sent].flat().join(' ')),
	v.maxLength(4000),
)

/** Fields of a line; one that is not sent is not spoken of, boxes that are ticked are one list. */
export const lineFields = (names: readonly string[]) =>
	v.object(Object.fromEntries(names.map((name) => [name, v.optional(joined)])))

/** Fields that were sent. */
export const pickSent = (given: Readonly<Record<string, unknown>>, names: readonly string[]) =>
	Object.fromEntries(
		names.flatMap((name) => {
			const value = given[name]
			return typeof value === 'string' ? [[name, value] as const] : []
		}),
	)

export const aThingId = v.pipe(v.string(), v.regex(/^i\d{1,2}-a\d{1,4}(?:-r\d{1,4})?$/u))
export const anActionId = v.pipe(v.string(), v.regex(/^i\d{1,2}-a\d{1,4}$/u))

const filled = (text: string): string | undefined => (text === '' ? undefined : text)

/** Text that may be empty. */
export const maybe = (most: number) =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most), v.transform(filled))

export const someWords = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))

export const maybeDay = v.pipe(v.optional(v.union([v.literal(''), aDay]), ''), v.transform(filled))
