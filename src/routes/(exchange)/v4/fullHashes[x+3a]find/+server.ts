import { answerHashes } from '#server/public/indicators/indicator-prefixes'
import type { RequestHandler } from './$types'

/** Full digests behind the prefixes that a client has met. */
export const POST: RequestHandler = (event) => answerHashes(event)
