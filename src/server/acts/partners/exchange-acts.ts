import { inboxActs } from '../inbox/inbox-acts.ts'
import { indicatorActs } from '../indicators/indicator-acts.ts'
import { preservationActs } from '../preservation/acts.ts'
import { referralActs } from '../referrals/referral-acts.ts'
import { partnerActs } from './partner-acts.ts'

/** Acts of work with partners: who they are, what goes to them and is published for them, what they are asked to keep. */
export const exchangeActs = {
	...referralActs,
	...inboxActs,
	...partnerActs,
	...preservationActs,
	'/desk/indicators': indicatorActs,
}
