/** Acts that one person cannot complete alone, and who can be the second. */
import { may, type Relation, type Resource, type Verb } from './permission.ts'
import type { Person } from './person.ts'

type Needed<Of extends Resource = Resource> = readonly [verb: Verb<Of>, resource: Of]

/** Each act that needs two persons, with what the second must be allowed to do. */
const needed = {
	'classify-illegal': ['confirm', 'case'],
	'name-person': ['approve', 'dossier'],
	'open-many': ['grant', 'approval'],
	export: ['grant', 'approval'],
	'rewrap-key': ['approve', 'epoch'],
	'destroy-epoch': ['approve', 'epoch'],
	'override-retention': ['approve', 'hold'],
	'merge-across-units': ['grant', 'approval'],
} as const satisfies Readonly<Record<string, Needed>>

export type FourEyesAct = keyof typeof needed
export const fourEyesActs = Object.keys(needed) as readonly FourEyesAct[]

/** How many reports one person may open in one go without a second. */
export const openAlone = 20

/**
 * Whether `person` can be the second person for an act that `askedBy` has asked for: someone else, who is allowed to
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
