import { handMoves, moveByHand } from '#domains/exchange/referrals/answers/server'
import * as v from 'valibot'
import { referralAct } from './referral-act.ts'

/** Notes what somebody here has seen at the place, or that the work on a referral is over. */
export const moveReferralAct = referralAct(
	{
		may: ['send', 'referral', 'all'],
		form: v.object({ to: v.picklist(handMoves) }),
		writes: ['referral/by-hand'],
	},
	async ({ to }, { desk, id, staff }) => {
		await moveByHand(desk, { id, to }, staff)
		return { done: true as const }
	},
)
