import { outcomeCodes } from '#domains/exchange/channel'
import { noteAnswer } from '#domains/exchange/referrals/answers/server'
import * as v from 'valibot'
import { referralAct } from './referral-act.ts'

/** Notes what a partner told somebody here by telephone or letter. */
export const noteAnswerAct = referralAct(
	{
		may: ['send', 'referral', 'all'],
		form: v.object({ code: v.picklist(outcomeCodes) }),
		writes: ['referral/by-hand', 'case/partner-answered'],
	},
	async ({ code }, { desk, id, staff }) => {
		await noteAnswer(desk, { id, code }, staff)
		return { done: true as const }
	},
)
