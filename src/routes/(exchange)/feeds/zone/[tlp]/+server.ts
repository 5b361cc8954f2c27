import { answerZone } from '#server/public/indicators/indicator-feeds'
import { toFile } from '#server/public/indicators/indicator-views'
import type { RequestHandler } from './$types'

/** The whole zone of a marking, for the primary that serves it (docs/exchange/resolvers.md). */
export const GET: RequestHandler = (event) =>
	answerZone(event, event.params.tlp, async (zone, tlp) =>
		toFile(event, (await zone.getZone(tlp)).text, 'text/dns; charset=utf-8'),
	)
