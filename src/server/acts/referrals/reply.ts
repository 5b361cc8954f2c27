import { outcomeCodes } from '#domains/exchange/channel'
import { mostNote } from '#domains/exchange/referrals'
import { answerReferral } from '#domains/exchange/referrals/answers/server'
import * as v from 'valibot'
import { referralAct } from './referral-act.ts'

/** Answers a partner with what became of its referral. */
export const replyAct = referralAct(
	{
		may: ['write', 'referral', 'assigned'],
		form: v.object({
			code: v.picklist(outcomeCodes),
			note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(mostNote)), ''),
		}),
		writes: ['referral/answered'],
	},
	async ({ code, note }, { desk, id, staff }) => {
		await answerReferral(desk, { id, code, note }, staff)
		return { answered: true as const }
	},
)
