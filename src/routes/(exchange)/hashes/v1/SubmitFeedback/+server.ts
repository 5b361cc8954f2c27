import { answerFeedback } from '#server/public/indicators/indicator-hashes'
import type { RequestHandler } from './$types'

/** Words of a platform about digests that it has met. */
export const POST: RequestHandler = (event) => answerFeedback(event)
