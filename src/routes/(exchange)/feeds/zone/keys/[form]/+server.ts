import { answerTransferKeys } from '#server/public/indicators/transfer-keys'
import type { RequestHandler } from './$types'

/** Keys by which partners fetch the zone, for the primary that serves it (docs/exchange/resolvers.md). */
export const GET: RequestHandler = ({ request, params }) => answerTransferKeys(request, params.form)
