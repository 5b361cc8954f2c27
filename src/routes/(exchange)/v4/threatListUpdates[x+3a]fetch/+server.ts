import { answerUpdates } from '#server/public/indicators/indicator-prefixes'
import type { RequestHandler } from './$types'

/** Brings a client's lists up to date. */
export const POST: RequestHandler = (event) => answerUpdates(event)
