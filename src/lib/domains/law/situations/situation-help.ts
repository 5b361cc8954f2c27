import type { Language } from '#base'
import { getDoors, getPageLinks, toSpokenDoor, type Asker, type Contact, type Library } from '#domains/guide'
import type { LawSituation } from '../corpus/law-situation.ts'
import { getLawSituationCards, type LawSituationCard } from './situation-view.ts'
import type { SituationReader } from './situation-page.ts'
import type { Law } from '../corpus/law.ts'

const askers: Readonly<Record<Exclude<SituationReader, 'adults'>, Asker>> = {
	children: 'child',
	teens: 'teen',
}

/** Doors of a situation that take such a reader, in the order of the record; unverified and suspended ones are left out, and a child sees no portal. */
export const getSituationDoors = (
	library: Library,
	{ doors }: LawSituation,
	reader: SituationReader,
): Contact[] =>
	getDoors(library, doors)
		.filter(({ who }) => reader === 'adults' || who.includes(askers[reader]))
		.flatMap((door) => (reader === 'children' ? toSpokenDoor(door) : door))

/** Policies of doors on parents: no name asked first. */
const byParents = ['no-name', 'no-name-if-unnamed', 'ask-first'] as const

/** Doors that say the same to “will my parents know?”. */
export type ParentsGroup = { parents: Contact['parents']; doors: Contact[] }

/** Doors of a situation by what they say of parents; those for danger are left out: there nobody settles that first. */
export const groupByParents = (doors: readonly Contact[]): ParentsGroup[] =>
	byParents.flatMap((parents) => {
		const same = doors.filter((door) => door.kind !== 'emergency' && door.parents === parents)
		return same.length > 0 ? [{ parents, doors: same }] : []
	})

/** Pages of advice on what the situation is about, for the same reader. */
export const getSituationAdvice = (
	library: Library,
	{ topics }: LawSituation,
	{ reader, language }: { reader: SituationReader; language: Language },
): ReturnType<typeof getPageLinks> => {
	const audience = reader === 'adults' ? 'parents' : reader
	return getPageLinks(library, audience, language).filter(({ topic }) => topics.includes(topic))
}

/** The situation of the help finder that leads to the same help; `undefined` when none or more than one does. */
export const findHelpSituation = ({ help }: LawSituation): string | undefined =>
	help.length === 1 ? help[0] : undefined

type Picture = Library['topics'][number]['picture']

/** Pictures of a situation: those of the help finder before those of its topics. */
const getPictures = (library: Library, { help, topics }: LawSituation): Picture[] => [
	...help.flatMap((id) => library.situations.find((situation) => situation.id === id)?.picture ?? []),
	...topics.flatMap((id) => library.topics.find((topic) => topic.id === id)?.picture ?? []),
]

/** A situation to choose, with a picture. */
export type SituationTile = LawSituationCard & { picture: Picture }

/** All situations; a picture stands twice only where a situation has no other. */
export const getSituationTiles = (law: Law, library: Library, language: Language): SituationTile[] => {
	const taken = new Set<Picture>()
	return getLawSituationCards(law, language).flatMap((card) => {
		const situation = law.situations.find(({ id }) => id === card.id)
		const pictures = situation ? getPictures(library, situation) : []
		const picture = pictures.find((candidate) => !taken.has(candidate)) ?? pictures[0] ?? 'seal'
		taken.add(picture)
		return [{ ...card, picture }]
	})
}
