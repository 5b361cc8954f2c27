import * as v from 'valibot'
import { partialDate } from './page/source.ts'
import { inLanguages, slug } from './topic.ts'

/** People who ask for help. `adult` is of age, and it happened to them; `witness` is any adult or young person who saw something. */
export const askers = ['child', 'teen', 'adult', 'parent', 'teacher', 'witness'] as const
export type Asker = (typeof askers)[number]

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'must be a time such as 10:00'))

const hours = v.union([
	v.picklist(['always', 'unknown']),
	v.pipe(
		v.strictObject({
			/** ISO weekdays, 1 is Monday. */
			days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.nonEmpty()),
			from: clock,
			to: clock,
		}),
		v.check(({ from, to }) => from < to, 'must end after they begin, on the same day'),
	),
])
export type Hours = v.InferOutput<typeof hours>

const address = v.pipe(v.string(), v.url())

/** Source of the hours in which somebody answers, and the day (year, month) on which it said so. */
const hoursFrom = v.strictObject({ source: address, date: partialDate })

/** Statement of another source on the same hours. */
const alsoSaid = v.array(v.strictObject({ hours, source: address, date: v.nullable(partialDate) }))

const channel = v.variant('type', [
	v.strictObject({
		type: v.picklist(['phone', 'whatsapp']),
		value: v.pipe(v.string(), v.regex(/^\+?\d{2,15}$/u, 'must be a number as it is dialled')),
		hours,
		/**
		 * `announced`: the hours were announced by the owner and not confirmed since. `emergency`: a number of the State for danger, which
		 * answers at every hour because that is what it is.
		 */
		hoursNote: v.optional(v.picklist(['announced', 'emergency'])),
		/** Without it, or when it is older than a year, the channel never counts as answering now. */
		hoursFrom: v.optional(hoursFrom),
		alsoSaid: v.optional(alsoSaid),
		cost: v.picklist(['free', 'data', 'unknown']),
	}),
	v.strictObject({
		type: v.picklist(['web', 'web-form']),
		value: v.pipe(v.string(), v.regex(/^https:\/\//u, 'must be an https address')),
		/** Hours in which it can be opened and filled in. */
		hours,
		/** Hours in which what was written there is read and answered; absent where nobody says so. */
		answers: v.optional(v.strictObject({ hours, ...hoursFrom.entries })),
		cost: v.picklist(['free', 'data', 'unknown']),
	}),
	v.strictObject({
		type: v.literal('in-person'),
		value: v.picklist(['court', 'police-station']),
		hours,
		cost: v.picklist(['free', 'data', 'unknown']),
	}),
])
export type ContactChannel = v.InferOutput<typeof channel>

/** Schema of one entry of `content/country/contacts.yaml`. */
export const contact = v.strictObject({
	id: slug,
	kind: v.picklist([
		'emergency',
		'child-helpline',
		'online-safety-helpline',
		'police-online',
		'prosecution',
		'justice-in-person',
		'abuse-link',
		'take-down',
		'women-girls-helpline',
		'hotline',
		'data-protection',
		'missing-child',
		'association',
		'consumer',
	]),
	/** True for an emergency number that helps who is hurt or in danger of life, before the others. */
	danger: v.optional(v.literal('health')),
	status: v.picklist(['active', 'suspended']),
	name: inLanguages,
	/** One word for it, beside a number in a bar. */
	brief: v.optional(inLanguages),
	does: inLanguages,
	hears: inLanguages,
	channels: v.pipe(v.array(channel), v.nonEmpty()),
	who: v.pipe(v.array(v.picklist(askers)), v.nonEmpty()),
	/** The name policy of the door: none asked, may stay unnamed, asked, unknown. */
	names: v.picklist(['no-name', 'can-stay-unnamed', 'asks-name', 'unknown']),
	/** Policy on parents: what we can honestly say about whether they are told. */
	parents: v.picklist(['no-name', 'no-name-if-unnamed', 'ask-first']),
	languages: v.array(v.picklist(['ar', 'ary', 'fr', 'en', 'es', 'zgh'])),
	sources: v.array(v.pipe(v.string(), v.url())),
	/** Year, month or day on which a source last showed it; `null` when no stored source does. */
	seen: v.nullable(partialDate),
	confidence: v.picklist(['sure', 'likely', 'unverified']),
})

/** A door that a person in trouble can knock at. */
export type Contact = v.InferOutput<typeof contact>

/** Schema of `content/country/contacts.yaml`. */
export const contactsFile = v.array(contact)
