import * as v from 'valibot'
import { ground, inLawLanguages, lawId } from './law-words.ts'

export const provisionKinds = [
	'offence',
	'procedure',
	'right',
	'duty',
	'definition',
	'sanction',
	'jurisdiction',
	'cooperation',
	'authority',
	'treaty-obligation',
] as const

export const penaltyRules = [
	'and',
	'either-or-both',
	'prison-only',
	'fine-only',
	'life',
	'of-most-serious-prepared-offence',
	/** The article raises what other articles set; bounds differ by article. */
	'raises',
	/** Only a fine for legal persons is recorded. */
	'none',
] as const

export const doublings = [
	'authority',
	'authority-or-care',
	'data-deleted-or-changed',
	'disability',
	'law-enforcement-in-public-places',
	'recidivism',
	'spouse-or-relative',
	'system-disturbed',
	'victim-disabled',
	'victim-minor',
	'victim-minor-lured',
	'woman-because-of-sex',
	'work-colleague',
] as const
export type Doubling = (typeof doublings)[number]

/** Acts that one article punishes and tells apart. */
export const acts = ['incite', 'make', 'share', 'keep'] as const
export type Act = (typeof acts)[number]

const amount = v.pipe(v.number(), v.integer(), v.minValue(0, 'must not be negative'))
const isOrdered = (from: number | null, to: number | null): boolean =>
	from === null || to === null || from <= to
const disorder = 'must not end below where it begins (from > to)'

const prison = v.pipe(
	v.strictObject({
		/** `habs`: emprisonnement, for a délit. `sijn`: réclusion, for a crime. */
		kind: v.picklist(['habs', 'sijn', 'life']),
		/** Months. */
		from: v.nullable(amount),
		to: v.nullable(amount),
	}),
	v.check(({ from, to }) => isOrdered(from, to), disorder),
)
/** Dirhams. */
const fine = v.pipe(
	v.strictObject({ from: amount, to: amount }),
	v.check(({ from, to }) => isOrdered(from, to), disorder),
)

const needs: Readonly<Record<(typeof penaltyRules)[number], { prison: boolean; fine: boolean }>> = {
	and: { prison: true, fine: true },
	'either-or-both': { prison: true, fine: true },
	'prison-only': { prison: true, fine: false },
	'fine-only': { prison: false, fine: true },
	life: { prison: true, fine: false },
	'of-most-serious-prepared-offence': { prison: false, fine: false },
	raises: { prison: true, fine: false },
	none: { prison: false, fine: false },
}

/** Schema of what an article threatens with. */
export const penalty = v.pipe(
	v.strictObject({
		rule: v.picklist(penaltyRules),
		prison: v.optional(prison),
		fine: v.optional(fine),
		doubledIf: v.optional(v.array(v.picklist(doublings)), []),
		legalPersonFine: v.optional(fine),
	}),
	v.check(
		(it) =>
			needs[it.rule].prison === (it.prison !== undefined) && needs[it.rule].fine === (it.fine !== undefined),
		'prison and fine must be what its rule says',
	),
	v.check(
		(it) => (it.rule === 'life') === (it.prison?.kind === 'life'),
		'life is both the rule and the kind',
	),
	v.check(
		(it) =>
			!it.prison ||
			it.rule === 'life' ||
			it.rule === 'raises' ||
			(it.prison.from !== null && it.prison.to !== null),
		'prison must say from and to, in months',
	),
	v.check(
		(it) => it.rule !== 'none' || it.legalPersonFine !== undefined,
		'a penalty with rule none must hold a fine for legal persons; leave it out otherwise',
	),
)
export type Penalty = v.InferOutput<typeof penalty>

/** Schema of one entry of `content/law/provisions/<instrument>.yaml`. */
export const provision = v.strictObject({
	id: lawId,
	/** `607-3`, as the text counts. */
	article: v.pipe(v.string(), v.nonEmpty()),
	/** The same article under other conditions: aggravated, doubled, in public, with effect. */
	variant: v.optional(v.picklist(['agg', 'dbl', 'public', 'effect'])),
	variantOf: v.optional(lawId),
	kind: v.picklist(provisionKinds),
	tags: v.array(lawId),
	title: inLawLanguages,
	/** Summary in our own words, for jurists and everybody. */
	says: inLawLanguages,
	penalty: v.optional(penalty),
	/** The acts that this record is about, where an article does not punish all of its acts alike. */
	acts: v.optional(v.pipe(v.array(v.picklist(acts)), v.nonEmpty('must name at least one act'))),
	/** A victim under 18 makes the offence (`element`) or makes it worse. */
	victimMinor: v.optional(v.picklist(['element', 'aggravating', 'none']), 'none'),
	/** `null`: this article does not say. */
	attemptPunished: v.optional(v.nullable(v.boolean()), null),
	...ground,
})

/** Since when a provision reads as it does, and how that is known. */
export type Since = { day: string; basis: string | null }

/** An article of an instrument: what it says, and what it threatens with. */
export type Provision = v.InferOutput<typeof provision> & {
	/** Id of the instrument, from the name of its file. */
	instrument: string
	level: 'national' | 'international'
	/** Ids of the instruments that added or changed it, oldest first (from `versions.yaml`). */
	changedBy: string[]
	/** `undefined` where no source shows the day. */
	since: Since | undefined
}

/** Schema of `content/law/provisions/<instrument>.yaml`. */
export const provisionsFile = v.array(provision)
