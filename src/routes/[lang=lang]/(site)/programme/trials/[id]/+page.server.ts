import { getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { isOverdue } from '#domains/programme/trials'
import { listExported, listFiles } from '#domains/programme/trials/open-data'
import { findTrialForAll, isInvented } from '#server/public/programme/trials'
import { getToday } from '#server/desk/case-desk'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const found = await findTrialForAll(params.id)
	if (!found) error(404, 'page.not-found')
	setHeaders({ 'cache-control': 'public, max-age=600' })
	const language = getLanguage(params.lang)
	return {
		isInvented: await isInvented(),
		trial: {
			id: found.id,
			state: found.state,
			protocol: found.protocol,
			hash: found.protocolHash,
			stopReason: found.stopReason,
			draw: found.draw,
			classes: found.classes,
			results: found.results.map(({ version, report, reason, tallies }) => ({
				version,
				report,
				reason,
				measured: new Set(tallies?.map(({ label }) => label)).size,
			})),
		},
		topic: library.topics.find(({ id }) => id === found.protocol.topic)?.title[language] ?? '',
		isOverdue: isOverdue(found, getToday()),
		exported: listExported(found),
		files: listFiles(found),
	}
}
