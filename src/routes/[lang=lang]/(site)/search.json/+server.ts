import { getLanguage } from '#base'
import { findPageOrFallback } from '#domains/guide'
import { dropNoise, search } from '#domains/guide/search'
import { getSearchIndex, library } from '#domains/guide/server'
import { createWords } from '#ui/words'
import type { RequestHandler } from './$types'

/** The same answer as the search page, in the same order, so that anyone can score it with their own queries. */
export const GET: RequestHandler = ({ url, params }) => {
	const language = getLanguage(params.lang)
	const words = createWords(params.lang)
	const index = getSearchIndex(language)
	const answer = search(index, (url.searchParams.get('q') ?? '').slice(0, 300))
	const { helpPanel, heard } = answer
	const shown = dropNoise(index, answer)
		.slice(0, 8)
		.flatMap(({ topic, audience }) => {
			const page = findPageOrFallback(library, { topic, audience, language })
			const address = `/${params.lang}/${audience}/${topic}`
			return page ? [{ topic, audience, url: address, title: words.text(page.title, page.language) }] : []
		})
	return Response.json({ results: shown, helpPanel, heard }, { headers: { 'cache-control': 'no-store' } })
}
