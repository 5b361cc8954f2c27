import { answerPartner } from '#server/public/indicators/taxii'
import type { RequestHandler } from './$types'

/** Addresses of TAXII end with a slash; without it they lead there. */
export const trailingSlash = 'ignore'

/** TAXII 2.1: indicators for partners, and what they send back (docs/exchange.md). */
export const fallback: RequestHandler = ({ request, url }) => answerPartner(request, url)
