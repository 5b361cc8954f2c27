/** Every search index is made before the first request: made later, each would hold up all who ask for anything at that moment. */
import { languages } from '#base'
import { withWordsKnown } from '#domains/guide/search'
import { getSearchIndex } from '#domains/guide/server'
import { prepareLawSearch } from '#domains/law/search/server'
import type { Config, Log } from '#platform'

export const prepareSearch = ({ roles }: Pick<Config, 'roles'>, log: Log): void => {
	if (!roles.includes('site') && !roles.includes('classroom')) return
	const begun = performance.now()
	withWordsKnown(() => {
		for (const language of languages) {
			getSearchIndex(language)
			prepareLawSearch(language)
		}
	})
	log.info('search.ready', { count: languages.length, milliseconds: Math.round(performance.now() - begun) })
}
