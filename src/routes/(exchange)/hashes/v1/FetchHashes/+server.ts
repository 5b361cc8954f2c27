import { answerPage } from '#server/public/indicators/indicator-hashes'
import type { RequestHandler } from './$types'

/** A page of digests for a platform (docs/exchange/views.md). */
export const GET: RequestHandler = (event) => answerPage(event)
