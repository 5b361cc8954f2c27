import type { Language } from '#base'
import { getDoors, type Contact, type Library } from '#domains/guide'
import { findLawSituationView, type Law, type LawSituationView } from '#domains/law'
import { getLawSituationIds, type Category } from './category.ts'

/** Guidance beside a case: the situations of the law, the articles that may apply, and the doors, first the best one. */
export type CaseLaw = {
	situations: LawSituationView[]
	provisions: LawSituationView['provisions']
	doors: Contact[]
}

const byId = <Item>(items: readonly Item[], getId: (item: Item) => string): Item[] => [
	...new Map(items.map((item) => [getId(item), item] as const)).values(),
]

/** The law for a category, words in `language` or the nearest one. Empty lists where the corpus has no record for it. */
export const getCaseLaw = (law: Law, library: Library, category: Category, language: Language): CaseLaw => {
	const situations = getLawSituationIds(category).flatMap(
		(id) => findLawSituationView(law, id, language) ?? [],
	)
	const doorIds = new Set(situations.flatMap(({ situation }) => situation.doors))
	return {
		situations,
		provisions: byId(
			situations.flatMap(({ provisions }) => provisions),
			({ provision }) => provision.id,
		),
		doors: getDoors(library, [...doorIds]),
	}
}
