import { getLanguage } from '#base'
import { findPageOrFallback, getEmergency } from '#domains/guide'
import { search } from '#domains/guide/search'
import { getSearchIndex, library } from '#domains/guide/server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, setHeaders }) => {
	const language = getLanguage(params.lang)
	const query = (url.searchParams.get('q') ?? '').slice(0, 300)
	const answer = search(getSearchIndex(language), query)
	setHeaders({ 'cache-control': 'no-store' })
	return {
		isSensitive: true,
		query,
		helpPanel: answer.helpPanel,
		emergency: getEmergency(library),
		situations: answer.isSure ? [] : library.situations,
		results: answer.results.slice(0, 8).flatMap(({ topic, audience }) => {
			const page = findPageOrFallback(library, topic, audience, language)
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
