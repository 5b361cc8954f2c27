import { toBase64 } from '#base'
import { openMessage } from '#domains/exchange/referrals/inbox/server'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { inboxRefusals } from './refusals.ts'

/** Hands out a message that waits, sealed to a key of the desk; who opened it is written down before. */
export const openMessageAct = deskEndpoint(
	{
		may: ['write', 'referral', 'assigned'],
		body: v.strictObject({ message: anId }),
		refusals: inboxRefusals,
		writes: ['exchange/opened'],
	},
	async ({ message }, { staff }) => {
		const place = { db: getReferralDatabase(), now: () => new Date() }
		const { epoch, sealed } = await openMessage(place, { id: message, by: staff.id })
		return { form: 'message', epoch, sealed: toBase64(sealed) }
	},
)
