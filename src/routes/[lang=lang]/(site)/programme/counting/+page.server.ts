import { getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { listLedger, listReleasedParts } from '#domains/programme/counting/server'
import { findArrival, findCounter } from '#server/process/counting/counter'
import { getDatabase } from '#server/process/database'
import { allPlaces } from '#server/public/scoreboard'
import { getFigureFacts } from '#server/upkeep/counting/facts'
import type { PageServerLoad } from './$types'

export const prerender = false

/** Tells what this request added from its own headers: no counter is asked, and none could answer. */
export const load: PageServerLoad = async ({ params, request, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const db = getDatabase().kysely
	const language = getLanguage(params.lang)
	const isCounted = findCounter() !== undefined
	return {
		isAdded:
			isCounted &&
			findArrival(`${url.pathname}${url.search}`, Object.fromEntries(request.headers)) !== undefined,
		ledger: await listLedger(db),
		parts: await listReleasedParts(db, getFigureFacts(), url.searchParams.get('period') ?? undefined),
		places: allPlaces,
		topics: Object.fromEntries(library.topics.map(({ id, title }) => [id, title[language]])),
	}
}
