import { checkedOn, line, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'

const few = <Schema extends v.GenericSchema>(item: Schema, least: number, most: number) =>
	v.pipe(
		v.array(item),
		v.minLength(least, `must have ${least} entries at least`),
		v.maxLength(most, `must have ${most} entries at most`),
	)
const sheet = v.strictObject({ title: line(60), lines: few(line(90), 1, 5) })

/** Schema of `staff/kit/<lang>.yaml`: what a school prints, fills in and says. */
export const kitWords = v.strictObject({
	/** A policy to fill in: `…` stands where the school writes. */
	policy: v.strictObject({
		intro: line(400),
		parts: few(v.strictObject({ title: line(60), lines: few(line(260), 1, 6) }), 4, 9),
	}),
	/** An evening with parents: slides, and what is said to each. */
	evening: v.strictObject({
		intro: line(400),
		slides: few(v.strictObject({ title: line(60), lines: few(line(70), 1, 3), talk: line(600) }), 5, 9),
	}),
	board: v.strictObject({ intro: line(300), sheets: few(sheet, 2, 4) }),
	/** Words for a day of the year plan, by its id in `school-year.yaml`. */
	year: v.record(slug, v.strictObject({ name: line(110), does: line(220) })),
	review: reviewed,
	checked: checkedOn,
})
export type KitWords = v.InferOutput<typeof kitWords>

const day = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-24'))
const span = v.strictObject({ from: day, to: v.optional(day) })
const known = {
	sources: v.pipe(v.array(v.string()), v.nonEmpty()),
	confidence: v.picklist(['sure', 'likely']),
}

/** Schema of `content/country/school-year.yaml`. A year that nobody has told is in no list: pages say so. */
export const schoolYear = v.strictObject({
	seen: day,
	years: v.array(
		v.strictObject({ year: v.string(), start: day, breaks: v.array(span), isWhole: v.boolean(), ...known }),
	),
	days: v.array(
		v.strictObject({
			id: slug,
			dates: v.pipe(v.array(span), v.nonEmpty()),
			isComputed: v.boolean(),
			...known,
		}),
	),
})
export type SchoolYear = v.InferOutput<typeof schoolYear>

const place = v.pipe(v.string(), v.regex(/^MA-[A-Z]{3}$/u, 'must be the code of a province'))
const month = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2})?$/u, 'must be a year or a month'))

/** Schema of `content/country/child-protection.yaml`: who protects children in a province, as far as anybody has told. */
export const childProtection = v.strictObject({
	seen: day,
	/** The network as a whole: how many there are, and whether a list with addresses was found. */
	network: v.strictObject({
		centres: v.number(),
		committees: v.number(),
		on: month,
		hasDirectory: v.boolean(),
		sources: v.pipe(v.array(v.string()), v.nonEmpty()),
	}),
	units: v.array(
		v.strictObject({
			place,
			name: v.string(),
			since: v.optional(v.string()),
			phone: v.optional(v.string()),
			seen: month,
			...known,
		}),
	),
})
export type ChildProtection = v.InferOutput<typeof childProtection>
