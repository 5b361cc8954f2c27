import { day } from '#base'
import * as v from 'valibot'
import { slug } from '../topic.ts'

const isoDay = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-24'))

/** A year, month or day: `2022`, `2025-04`, `2026-11-24` (YAML reads a bare year as a number). */
export const partialDate = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(String),
	v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, 'must be a year, month or day'),
)

/** Schema of `content/sources.yaml`. */
export const sourcesFile = v.record(
	slug,
	v.strictObject({
		title: v.string(),
		publisher: v.string(),
		url: v.optional(v.pipe(v.string(), v.url())),
		/** Year, month or day of the source itself; absent when it names none. */
		date: v.optional(partialDate),
		/** The day we last looked. */
		seen: isoDay,
		/** `read`: its own text. `seen`: a page about it. `known`: what others say of it; an entry that says nothing is no more. */
		how: v.optional(v.picklist(['read', 'seen', 'known']), 'known'),
		/** Extent that was read. */
		extent: v.optional(v.string()),
		confidence: v.picklist(['sure', 'likely', 'unverified']),
	}),
)

/** Sources of statements, by id. */
export type Sources = v.InferOutput<typeof sourcesFile>

/** Days after which a page or a source counts as stale: it is shown so, until someone checks it again. */
export const freshDays = 365

/** True when `seen` lies more than `days` before `at`. */
export const isStale = (seen: string, at: Date, days = freshDays): boolean =>
	at.getTime() - new Date(`${seen}T00:00:00Z`).getTime() > days * day
