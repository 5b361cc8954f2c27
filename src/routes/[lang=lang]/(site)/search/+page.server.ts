import { getLanguage, type Language } from '#base'
import { findHeardHelp, findPageOrFallback, getEmergency } from '#domains/guide'
import { dropNoise, search, type SearchAnswer } from '#domains/guide/search'
import { getSearchIndex, library } from '#domains/guide/server'
import { getLawSituationsOfTopic, getSituationReader, getSituationTiles } from '#domains/law'
import { askLawByNumber } from '#domains/law/search/server'
import { law } from '#domains/law/server'
import { searchThings, thingKinds } from '#server/public/search-things'
import type { PageServerLoad } from './$types'

/** In a search of the whole site the law says its first words only: its own search says the rest. */
const most = { texts: 4, situations: 2 }

/** Texts of the law on the first topics that were found, in the words of who seems to ask, and to a number of an article. */
const getLaw = (query: string, { results, isSure }: SearchAnswer, language: Language) => {
	const { exact, isTold, isOnly } = askLawByNumber(query, language)
	const topics = isSure ? results.slice(0, most.situations) : []
	const ids = topics.flatMap(({ topic }) => getLawSituationsOfTopic(law, topic, language).map(({ id }) => id))
	const tiles = ids.length > 0 ? getSituationTiles(law, library, language) : []
	return {
		isTold,
		/** True for a query that asks for a text by its number, and so for no topic. */
		isOnly: isOnly && exact.length > 0,
		texts: exact.slice(0, most.texts),
		reader: getSituationReader(results[0]?.audience ?? 'citizens'),
		situations: [...new Set(ids)]
			.flatMap((id) => tiles.find((tile) => tile.id === id) ?? [])
			.slice(0, most.situations),
	}
}

/** Situations and numbers that the words name, guides, stories, files and the rest: of one kind where a chip was pressed. */
const getThings = (query: string, kind: string | null, language: Language) => {
	const found = query.trim() === '' ? [] : searchThings(query, language)
	const kinds = thingKinds.filter((one) => found.some((thing) => thing.kind === one))
	const chosen = kinds.find((one) => one === kind)
	return { kinds, chosen, things: chosen ? found.filter((thing) => thing.kind === chosen) : found }
}

export const load: PageServerLoad = ({ url, params, setHeaders }) => {
	const language = getLanguage(params.lang)
	const query = (url.searchParams.get('q') ?? '').slice(0, 300)
	const index = getSearchIndex(language)
	const found = search(index, query)
	const answer = { ...found, results: dropNoise(index, found) }
	const inLaw = getLaw(query, answer, language)
	const more = getThings(query, url.searchParams.get('kind'), language)
	const isNothing = !answer.isSure && more.things.length === 0
	const shown = inLaw.isOnly || more.chosen || (!answer.isSure && !isNothing) ? [] : answer.results
	setHeaders({ 'cache-control': 'no-store' })
	return {
		isSensitive: true,
		query,
		helpPanel: answer.helpPanel,
		heard: answer.heard && findHeardHelp(library, answer.heard, { language, at: new Date() }),
		more,
		emergency: getEmergency(library),
		situations: isNothing && !inLaw.isOnly ? library.situations : [],
		law: inLaw,
		results: shown.slice(0, 8).flatMap(({ topic, audience }) => {
			const page = findPageOrFallback(library, { topic, audience, language })
			const about = library.topics.find(({ id }) => id === topic)
			if (!page || !about) return []
			const { title, summary, language: written, audience: reader } = page
			return [
				{
					page: { topic, audience: reader, language: written, title, summary },
					picture: about.picture,
					audiences: about.audiences,
				},
			]
		}),
	}
}
