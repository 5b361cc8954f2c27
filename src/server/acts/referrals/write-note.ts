import { mostNote } from '#domains/exchange/referrals'
import { sendNote } from '#domains/exchange/referrals/answers/server'
import * as v from 'valibot'
import { referralAct } from './referral-act.ts'

/** Writes a note about a referral to its partner. */
export const writeNoteAct = referralAct(
	{
		may: ['write', 'referral', 'assigned'],
		form: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(mostNote)) }),
		writes: ['referral/noted'],
	},
	async ({ text }, { desk, id, staff }) => {
		await sendNote(desk, { id, text }, staff)
		return { noted: true as const }
	},
)
