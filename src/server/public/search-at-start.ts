/**
 * Every search index is ready before the first request: made later, each would hold up all who ask for anything at that moment. What is
 * dear was made when the product was built and is only opened here; what is missing or stale is made.
 */
import { languages } from '#base'
import { withVocabulary } from '#domains/guide/search'
import { getSearchIndex, fetchSearchIndexes } from '#domains/guide/server'
import { fetchLawIndexes, prepareLawSearch } from '#domains/law/search/server'
import type { Config, Log } from '#platform'
import { getThings } from './search-things.ts'

export const prepareSearch = ({ roles }: Pick<Config, 'roles'>, log: Log): void => {
	if (!roles.includes('site') && !roles.includes('classroom')) return
	const begun = performance.now()
	fetchSearchIndexes()
	fetchLawIndexes()
	withVocabulary(() => {
		for (const language of languages) {
			getSearchIndex(language)
			prepareLawSearch(language)
			getThings(language)
		}
	})
	log.info('search.ready', { count: languages.length, milliseconds: Math.round(performance.now() - begun) })
}
