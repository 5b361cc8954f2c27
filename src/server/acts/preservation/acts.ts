import { linkAuthorityAct, unlinkAuthorityAct } from './authorities.ts'
import { makeCalendarAct, revokeCalendarAct } from './calendar.ts'
import { draftRequestAct } from './draft.ts'
import { moveRequestAct, transmitRequestAct } from './move.ts'
import { shareRequestAct } from './share.ts'

/** Acts on requests to keep data. */
export const preservationActs = {
	'/desk/preservation/drafts': { POST: draftRequestAct },
	'/desk/preservation/[id]': { move: moveRequestAct, transmit: transmitRequestAct },
	'/desk/preservation/[id]/copies': { POST: shareRequestAct },
	'/desk/preservation/authorities': { link: linkAuthorityAct, unlink: unlinkAuthorityAct },
	'/desk/preservation/calendar': { make: makeCalendarAct, revoke: revokeCalendarAct },
}
