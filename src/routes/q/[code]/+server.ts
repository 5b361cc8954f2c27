import { countedMark, findCountedPage, isArrival } from '#domains/programme/counting'
import { findCode } from '#server/process/counting/campaign-codes'
import { findCounter } from '#server/process/counting/counter'
import type { RequestHandler } from './$types'

/**
 * A code of a poster leads to its page, without script and without a trace: the step is counted here, by the limit of its province, and the page that
 * follows is told so. A code that nobody knows leads to the front door.
 */
export const GET: RequestHandler = async ({ params, request }) => {
	const found = await findCode(params.code)
	const page = found && findCountedPage(found.target)
	if (found && page && request.method === 'GET' && isArrival(Object.fromEntries(request.headers)))
		findCounter()?.countCoded({ ...page, slot: found.slot, province: found.province })
	const location = found ? `${found.target}${found.target.includes('?') ? '&' : '?'}${countedMark}` : '/'
	return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
