import { answerLists } from '#server/public/indicators/indicator-prefixes'
import type { RequestHandler } from './$types'

/** Lists of Safe Browsing, version 4 (docs/exchange/views.md). */
export const GET: RequestHandler = (event) => answerLists(event)
