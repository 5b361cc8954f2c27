/** The first things to do for everything that can be told, taken from the website's own pages. */
import { getLanguage, type Language, type Locale } from '#base'
import { findPageOrFallback, getAudience, type Asker } from '#domains/guide'
import { library } from '#domains/guide/server'
import { tiles, toFit } from '#domains/reports'

/** One page's first things, and all that it fits. */
export type FirstMinutes = {
	fits: string[]
	title: string
	now: { language: Language; words: readonly string[] }
	href: string
	/** The words send to the numbers of the page they stand on. */
	needsNumbers: boolean
}

const askers = ['child', 'teen', 'parent', 'teacher', 'witness'] as const satisfies readonly Asker[]

/** Who saw something reads nothing that is said to a mother about her own child. */
const speaksTo = (asker: Asker, audience: string): boolean => asker !== 'witness' || audience === 'citizens'

/** All cards of a locale, each once. */
export const getFirstMinutes = (locale: Locale): FirstMinutes[] => {
	const language = getLanguage(locale)
	const cards = new Map<string, FirstMinutes>()
	for (const tile of tiles)
		for (const asker of askers) {
			const topic = library.topics.find(({ id }) => 'topic' in tile && id === tile.topic)
			const audience = getAudience(asker, topic)
			const page = topic && findPageOrFallback(library, topic.id, audience, language)
			if (!page || !speaksTo(asker, audience)) continue
			const href = `/${locale}/${audience}/${topic.id}`
			const card = cards.get(href) ?? {
				fits: [],
				title: topic.title[language],
				now: { language: page.language, words: page.now },
				href,
				needsNumbers: tile.id === 'self-harm',
			}
			cards.set(href, { ...card, fits: [...card.fits, toFit(tile.id, asker)] })
		}
	return [...cards.values()]
}

/** The cards of these names, in their order. */
export const getCardsOf = (locale: Locale, fits: readonly string[]): FirstMinutes[] => {
	const cards = getFirstMinutes(locale)
	return fits.flatMap((fit) => cards.find((card) => card.fits.includes(fit)) ?? [])
}
