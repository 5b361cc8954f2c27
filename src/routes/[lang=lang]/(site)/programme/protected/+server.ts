import { makePressWork, takePress } from '#server/public/programme/press'
import type { RequestHandler } from './$types'

const headers = { 'cache-control': 'no-store' }

/** Work for a device that is about to send what it threw. */
export const GET: RequestHandler = async () => Response.json(await makePressWork(), { headers })

/** Takes one throw of dice about one protection, from a page of ours. */
export const POST: RequestHandler = async ({ request, url }) => {
	const isOurs = request.headers.get('origin') === url.origin
	const status = isOurs ? ((await takePress(await request.text())) ? 204 : 400) : 403
	return new Response(null, { status, headers })
}
