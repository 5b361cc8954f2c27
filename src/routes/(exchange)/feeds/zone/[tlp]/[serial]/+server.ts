import { answerZone } from '#server/public/indicators/indicator-feeds'
import { toRefusal } from '#server/public/indicators/indicator-views'
import type { RequestHandler } from './$types'

/**
 * What `nsupdate` sends to a primary that stands at a serial. 204: it is at the last; 410: the change is too large for one message, or the serial
 * is not of this zone, and the whole zone is to be loaded.
 */
export const GET: RequestHandler = (event) =>
	answerZone(event, event.params.tlp, async (zone, tlp) => {
		const { serial } = event.params
		if (!/^\d{1,10}$/u.test(serial)) return undefined
		const update = await zone.findUpdate(tlp, Number(serial))
		if (update === undefined) return toRefusal(410, 'load the whole zone')
		const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
		return update === '' ? new Response(null, { status: 204, headers }) : new Response(update, { headers })
	})
