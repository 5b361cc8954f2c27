import { answerFeed } from '#server/public/indicators/indicator-feeds'
import type { RequestHandler } from './$types'

/** Events of a MISP feed (docs/exchange/views.md). */
export const GET: RequestHandler = (event) =>
	answerFeed(event, event.params.audience, ({ manifest }) => manifest)
