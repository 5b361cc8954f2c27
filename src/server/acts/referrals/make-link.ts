import { makeAnswerLink } from '#domains/exchange/referrals/answers/server'
import { noFields } from '../form-parts.ts'
import { referralAct } from './referral-act.ts'

/** Makes the link by which a partner answers by hand. It is shown on the page that follows, and nowhere again. */
export const makeLinkAct = referralAct(
	{ may: ['send', 'referral', 'all'], form: noFields, writes: ['referral/by-hand'] },
	async (_, { desk, id, staff }) => ({ link: `/coop/answer/${await makeAnswerLink(desk, id, staff)}` }),
)
