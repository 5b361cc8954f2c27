import { toBase64 } from '#base'
import { openWords } from '#domains/exchange/referrals/answers/server'
import { getId } from '#server/desk/case-desk'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import { findPartnerMessage } from '#server/process/exchange'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { referralRefusals } from './refusals.ts'

/** Hands out what a partner wrote, sealed to a key of the desk; who opened it is written down before. */
export const openWordsAct = deskEndpoint(
	{
		may: ['write', 'referral', 'assigned'],
		body: v.strictObject({ step: anId }),
		refusals: referralRefusals,
		writes: ['referral/opened'],
	},
	async ({ step }, { staff, event }) => {
		const words = await openWords(getReferralDesk(), { id: getId(event.params['id'] ?? ''), step }, staff)
		if ('sealed' in words) return { form: 'words', epoch: words.epoch, sealed: toBase64(words.sealed) }
		const message = await findPartnerMessage(words.message)
		return { form: 'message', epoch: message.epoch, sealed: toBase64(message.sealed) }
	},
)
