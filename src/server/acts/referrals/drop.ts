import { dropReferral } from '#domains/exchange/referrals/server'
import * as v from 'valibot'
import { anId } from '../form-parts.ts'
import { referralAct } from './referral-act.ts'

/** Lets a draft go whose text is open in no tab any more: its number stays used, and nobody waits for it. */
export const dropReferralAct = referralAct(
	{ may: ['write', 'referral', 'assigned'], form: v.object({ case: anId }), writes: [] },
	async ({ case: of }, { desk, id, staff }) => {
		await dropReferral(desk, { id, case: of }, staff)
		return { done: true as const }
	},
)
