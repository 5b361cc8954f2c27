/** Objects of others, read one by one: what is wrong with one says nothing about the next. */
import * as v from 'valibot'
import { refused, type Result } from '#base'
import { findMarking, type TlpMarking } from './marking.ts'
import { readPattern, type PatternKind } from './pattern.ts'

/** Why an object is not taken: no object of STIX 2.1, of a type that we do nothing with, or a pattern of more than one comparison. */
export type StixRefusal = 'stix.form' | 'stix.type' | 'stix.pattern'

/** Sense of an object, as far as lists to block by need it. `version`: its `modified`, as it was written. */
export type ReadObject = { id: string; version: string } & (
	| {
			what: 'indicator'
			kind: PatternKind
			value: string
			/** The least open of its markings; `undefined` when it has none of TLP 2.0. */
			tlp: TlpMarking | undefined
			isRevoked: boolean
	  }
	| { what: 'sighting'; of: string; count: number }
	/** A frame: who speaks, what a marking or an extension means: known, and nothing to do. */
	| { what: 'frame' }
)

const anId = v.pipe(
	v.string(),
	v.maxLength(200),
	v.regex(/^[a-z][a-z0-9-]+--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
)
const aTime = v.pipe(
	v.string(),
	v.maxLength(40),
	v.regex(
		/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/u,
	),
)
const aType = v.pipe(v.string(), v.maxLength(250))

const common = v.object({
	type: aType,
	spec_version: v.optional(v.literal('2.1')),
	id: anId,
	created: v.optional(aTime),
	modified: v.optional(aTime),
})

const dated = { created: aTime, modified: aTime, spec_version: v.literal('2.1') }

const indicator = v.object({
	...dated,
	pattern: v.pipe(v.string(), v.maxLength(8192)),
	pattern_type: aType,
	valid_from: aTime,
	revoked: v.optional(v.boolean(), false),
	object_marking_refs: v.optional(v.pipe(v.array(anId), v.maxLength(50)), []),
})

const sighting = v.object({
	...dated,
	sighting_of_ref: anId,
	count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999)), 1),
})

const frames: readonly string[] = ['identity', 'marking-definition', 'extension-definition']

/** Markings, the most open first. */
const order: readonly TlpMarking[] = ['clear', 'green', 'amber', 'amber+strict', 'red']

const findStrictest = (refs: readonly string[]): TlpMarking | undefined =>
	order.findLast((tlp) => refs.some((ref) => findMarking(ref) === tlp))

type Head = { id: string; version: string }

const readIndicator = (given: unknown, head: Head): Result<ReadObject, StixRefusal> => {
	const parsed = v.safeParse(indicator, given)
	if (!parsed.success) return refused('stix.form')
	const { pattern, pattern_type, revoked, object_marking_refs } = parsed.output
	const found = pattern_type === 'stix' ? readPattern(pattern) : undefined
	if (!found) return refused('stix.pattern')
	const tlp = findStrictest(object_marking_refs)
	return { ok: true, value: { ...head, what: 'indicator', ...found, tlp, isRevoked: revoked } }
}

/**
 * Reads one object. The value in a pattern is text of others: whoever uses it brings it to the one spelling of its kind first.
 */
export const readObject = (given: unknown): Result<ReadObject, StixRefusal> => {
	const parsed = v.safeParse(common, given)
	if (!parsed.success) return refused('stix.form')
	const { type, id, modified, created } = parsed.output
	if (!id.startsWith(`${type}--`)) return refused('stix.form')
	const head: Head = { id, version: modified ?? created ?? '' }
	if (type === 'indicator') return readIndicator(given, head)
	if (type === 'sighting') {
		const seen = v.safeParse(sighting, given)
		if (!seen.success) return refused('stix.form')
		const { sighting_of_ref: of, count } = seen.output
		return { ok: true, value: { ...head, what: 'sighting', of, count } }
	}
	return frames.includes(type) ? { ok: true, value: { ...head, what: 'frame' } } : refused('stix.type')
}
