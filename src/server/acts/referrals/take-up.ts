import { takeUpReferral } from '#domains/exchange/referrals/answers/server'
import * as v from 'valibot'
import { referralAct } from './referral-act.ts'

/** Notes that whoever presses sees to it: nobody is rung for it any more. */
export const takeUpReferralAct = referralAct(
	{
		may: ['read', 'referral'],
		form: v.object({}),
		writes: ['referral/by-hand'],
	},
	async (_, { desk, id, staff }) => {
		await takeUpReferral(desk, id, staff)
		return { done: true as const }
	},
)
