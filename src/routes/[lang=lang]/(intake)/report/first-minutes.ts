/** The first things to do for everything that can be told, for everyone who can tell it: the answers of the help finder. */
import { getLanguage, type Language, type Locale } from '#base'
import { askers, findAdvice, getCalls, type Asker, type Contact } from '#domains/guide'
import { library } from '#domains/guide/server'
import { hasFirstMinutes, tiles, toFit, type Tile } from '#domains/reports'
import type { Step } from '#ui/steps'

/** First things of one answer, and all that they fit. */
export type FirstMinutes = {
	fits: string[]
	title: string
	now: { language: Language; words: readonly Step[] }
	href: string
	/** Numbers to press, where the words send to them. */
	numbers: readonly Contact[]
}

/** Situations in which a life is at risk: the words send to numbers, which stand with them. */
const vital: readonly string[] = ['self-harm', 'abuse-at-home']

const findCard = (tile: Tile, asker: Asker, locale: Locale): FirstMinutes | undefined => {
	const language = getLanguage(locale)
	const situation = library.situations.find(({ id }) => id === tile.situation)
	if (!situation) return undefined
	// Whoever is of age and tells what happens to children has seen it.
	const reader = situation.who.includes(asker) ? asker : 'witness'
	const advice = findAdvice(library, { situation, asker: reader, language })
	// A page speaks of a subject: what fits one situation of it can harm in another.
	if (!advice || advice.page) return undefined
	return {
		fits: [],
		title: situation.title[language],
		now: { language: advice.language, words: advice.now },
		href: `/${locale}/help/${situation.id}/${reader}`,
		numbers: vital.includes(tile.id) ? getCalls({ situation, asker: reader }, library) : [],
	}
}

/** All cards of a locale, each once. */
export const getFirstMinutes = (locale: Locale): FirstMinutes[] => {
	const cards = new Map<string, FirstMinutes>()
	for (const tile of tiles.filter(hasFirstMinutes))
		for (const asker of askers) {
			const found = findCard(tile, asker, locale)
			if (!found) continue
			const card = cards.get(found.href) ?? found
			cards.set(found.href, { ...card, fits: [...card.fits, toFit(tile.id, asker)] })
		}
	return [...cards.values()]
}

/** The cards of these names, in their order. */
export const getCardsOf = (locale: Locale, fits: readonly string[]): FirstMinutes[] => {
	const cards = getFirstMinutes(locale)
	return fits.flatMap((fit) => cards.find((card) => card.fits.includes(fit)) ?? [])
}
