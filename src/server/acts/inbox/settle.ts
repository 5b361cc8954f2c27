import { dropReasons, settleMessage } from '#domains/exchange/referrals/inbox/server'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { inboxRefusals } from './refusals.ts'

const place = () => ({ db: getReferralDatabase(), now: () => new Date() })

/** Says that what a message of a partner asks is done. */
export const takeMessageAct = deskAction(
	{
		may: ['write', 'referral', 'assigned'],
		form: v.object({ message: anId }),
		refusals: inboxRefusals,
		writes: ['exchange/taken'],
	},
	async ({ message }, { staff }) => {
		await settleMessage(place(), { id: message, by: staff.id, why: undefined })
		return { done: true as const }
	},
)

/** Puts a message of a partner away, and says why. */
export const dropMessageAct = deskAction(
	{
		may: ['write', 'referral', 'assigned'],
		form: v.object({ message: anId, why: v.picklist(dropReasons) }),
		refusals: inboxRefusals,
		writes: ['exchange/dropped'],
	},
	async ({ message, why }, { staff }) => {
		await settleMessage(place(), { id: message, by: staff.id, why })
		return { done: true as const }
	},
)
