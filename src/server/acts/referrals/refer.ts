import { askApproval } from '#domains/approvals/server'
import { toPayloadDigest } from '#domains/exchange/referrals'
import {
	askReferral,
	draftReferral,
	dropReferral,
	sendByNextChannel,
	sendReferral,
} from '#domains/exchange/referrals/server'
import { getId } from '#server/desk/case-desk'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import { getOwnCase } from '../case/case-act.ts'
import { deskEndpoint } from '../desk-action.ts'
import { findGranted } from '../granted.ts'
import { referBody } from './refer-body.ts'
import { referralRefusals } from './refusals.ts'

/** Refers a case to a partner, step by step: drafted, put before a second person, sent, sent another way. */
export const referAct = deskEndpoint(
	{
		may: ['write', 'referral'],
		isFresh: ({ to }) => to === 'send' || to === 'next',
		body: referBody,
		refusals: referralRefusals,
		writes: ['approval/asked', 'case/referred', 'referral/by-hand'],
	},
	async (asked, { staff, event }) => {
		const [desk, id] = [getReferralDesk(), getId(event.params['id'] ?? '')]
		await getOwnCase({ desk, id, staff }, ['write', 'referral'])
		if (asked.to === 'draft') {
			const { to: _, country, ...draft } = asked
			return draftReferral(desk, { ...draft, case: id, country }, staff)
		}
		const of = { id: asked.referral, case: id }
		if (asked.to === 'ask') {
			await askReferral(desk, { ...of, digest: asked.digest }, staff)
			const about = { act: 'refer', subject: id, digest: asked.digest } as const
			await askApproval(desk.db, about, staff, desk.now())
		} else if (asked.to === 'send') {
			const digest = toPayloadDigest(asked.payload)
			const approval = await findGranted({ act: 'refer', subject: id, digest, askedBy: staff.id })
			await sendReferral(desk, { ...of, payload: asked.payload, approval }, staff)
		} else if (asked.to === 'next') await sendByNextChannel(desk, { ...of, payload: asked.payload }, staff)
		else await dropReferral(desk, of, staff)
		return { done: true }
	},
)
