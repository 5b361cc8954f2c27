import { openMessageAct } from './open.ts'
import { dropMessageAct, takeMessageAct } from './settle.ts'

/** Acts on messages of partners that wait for a person. */
export const inboxActs = {
	'/desk/referrals/inbox': { take: takeMessageAct, drop: dropMessageAct },
	'/desk/referrals/inbox/words': { POST: openMessageAct },
}
