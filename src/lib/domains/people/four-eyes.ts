/** Acts that one person cannot complete alone, and who can be the second. */
import { day } from '#base'
import { may, type Relation, type Resource, type Verb } from './permission.ts'
import type { Person } from './person.ts'

type Needed<Of extends Resource = Resource> = readonly [verb: Verb<Of>, resource: Of]

/** Each act that needs two persons, with what the second must be allowed to do. */
const needed = {
	'classify-illegal': ['confirm', 'case'],
	'name-person': ['approve', 'dossier'],
	'open-many': ['grant', 'approval'],
	'close-wave': ['close', 'case'],
	export: ['grant', 'approval'],
	'rewrap-key': ['approve', 'epoch'],
	'destroy-epoch': ['approve', 'epoch'],
	'override-retention': ['approve', 'hold'],
	'merge-across-units': ['grant', 'approval'],
	'publish-indicator': ['approve', 'indicator'],
	'publish-plan': ['publish', 'programme'],
	refer: ['approve', 'referral'],
	'publish-figures': ['publish', 'figure'],
	'correct-figure': ['publish', 'figure'],
	'give-role': ['agree', 'person'],
} as const satisfies Readonly<Record<string, Needed>>

export type FourEyesAct = keyof typeof needed
export const fourEyesActs = Object.keys(needed) as readonly FourEyesAct[]

/** Number of reports that one person may open in one go without a second. */
export const openAlone = 20

/** Number of cases that one person may open in an hour without a second, a few at a time; those in danger do not count. */
export const openAnHour = 60

/**
 * Time that somebody must have been enrolled to count as a second person, in milliseconds: an invitation can be used by
 * whoever made it, and a day is time to notice that.
 */
export const secondAfter = day

/**
 * From when a person counts as a second one; `undefined` when they do now.
 *
 * @param enrolledAt - `undefined` while they have no way to sign in
 * @param wait - {@link secondAfter}, or 0 in a demonstration, where everybody is new
 */
export const getSecondFrom = (enrolledAt: Date | undefined, wait: number, now: Date): Date | undefined => {
	const from = new Date((enrolledAt ?? now).getTime() + wait)
	return from > now ? from : undefined
}

/**
 * True when `person` can be the second person for an act that `askedBy` has asked for: someone else, who is allowed to
 * agree to it. `relation`: how near the thing is to `person`.
 */
export const isSecondPerson = (
	act: FourEyesAct,
	askedBy: Pick<Person, 'id'>,
	person: Person,
	relation: Relation,
): boolean => {
	const [verb, resource] = needed[act]
	return person.id !== askedBy.id && may(person, verb, resource, relation)
}
