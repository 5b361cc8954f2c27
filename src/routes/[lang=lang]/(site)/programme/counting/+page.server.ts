import { listLedger } from '#domains/programme/counting/server'
import { findArrival, findCounter } from '#server/process/counting/counter'
import { getDatabase } from '#server/process/database'
import type { PageServerLoad } from './$types'

export const prerender = false

/** Tells what this request added from its own headers: no counter is asked, and none could answer. */
export const load: PageServerLoad = async ({ request, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const isCounted = findCounter() !== undefined
	return {
		isAdded:
			isCounted &&
			findArrival(`${url.pathname}${url.search}`, Object.fromEntries(request.headers)) !== undefined,
		ledger: await listLedger(getDatabase().kysely),
	}
}
