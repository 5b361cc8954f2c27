import { answerFeed } from '#server/public/indicators/indicator-feeds'
import type { RequestHandler } from './$types'

/** One event of a MISP feed. */
export const GET: RequestHandler = (event) =>
	answerFeed(event, event.params.audience, ({ events }) => events.get(event.params.event))
