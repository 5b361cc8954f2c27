import { getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { toListed } from '#domains/programme/trials'
import { findTrialsForAll, isInvented } from '#server/public/programme/trials'
import { getToday } from '#server/desk/case-desk'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'public, max-age=600' })
	const language = getLanguage(params.lang)
	const titles = new Map(library.topics.map(({ id, title }) => [id, title[language]]))
	const trials = await findTrialsForAll()
	return {
		isInvented: await isInvented(),
		trials: trials.map((trial) => toListed(trial, titles.get(trial.protocol.topic) ?? '', getToday())),
	}
}
