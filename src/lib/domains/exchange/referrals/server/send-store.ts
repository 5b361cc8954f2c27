/** A referral that two persons have agreed to: checked once more, sealed, put into the outbox. */
import { useApproval } from '#domains/approvals/server'
import type { Person } from '#domains/people'
import { listOpenChannels, queueMessage } from '../outbox/server/queue.ts'
import { getDeadlines } from '../urgency.ts'
import { checkPayload } from './agreed-payload.ts'
import { getOwnDraft, getPartnerOf, getReferralOfCase, refuseReferral, type SendingDesk } from './referred.ts'
import type { ReferralTransaction } from './referral-tables.ts'
import { mustHappen } from './step-store.ts'

/**
 * Lets a referral leave: digest, ban, agreement and second person are checked, it is sealed for the partner and put into the outbox, and all of
 * this is written down, in one transaction. In clear it was here for the length of this call.
 *
 * @returns the id of the message, by which the partner knows a second try
 * @throws AppError `approval.missing`, `referral.banned`, `referral.too-long`, `referral.changed`, `referral.no-key`, `referral.<hindrance>`, `case.not-allowed`
 */
export const sendReferral = (
	desk: SendingDesk,
	{ payload, approval, ...of }: { id: string; case: string; payload: string; approval: string },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getOwnDraft(trx, of, person)
		const digest = checkPayload(found, payload)
		const partner = await getPartnerOf(trx, desk, found)
		const [channel] = listOpenChannels(desk, partner)
		if (!channel) throw refuseReferral('referral.no-channel')
		await useApproval(trx, {
			id: approval,
			act: 'refer',
			subject: of.case,
			digest,
			by: person,
			now: desk.now(),
		})
		const { acknowledgeBy, outcomeBy } = getDeadlines(found.urgency, desk.now())
		const moved = await mustHappen({ trx, desk }, found, {
			event: 'queued',
			by: person.id,
			step: 'referred',
			code: channel.kind,
			set: { approval, acknowledge_by: acknowledgeBy, outcome_by: outcomeBy },
		})
		return queueMessage(trx, desk, { found: moved, partner, channel, payload, kind: 'referral' })
	})

/**
 * Sends a referral that did not get through by the next channel of its partner, to the same words: who has them open gives them again, and
 * their digest is the one that two have agreed to.
 *
 * @throws AppError `referral.no-channel` when there is no other; `referral.no-move`, and as {@link sendReferral}
 */
export const sendByNextChannel = (
	desk: SendingDesk,
	{ payload, ...of }: { id: string; case: string; payload: string },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getReferralOfCase(trx, of, person)
		checkPayload(found, payload)
		const partner = await getPartnerOf(trx, desk, found)
		const tried = await findLastChannel(trx, found.id)
		const channels = listOpenChannels(desk, partner)
		const channel = channels[channels.findIndex(({ id }) => id === tried) + 1]
		if (!channel) throw refuseReferral('referral.no-channel')
		const { acknowledgeBy, outcomeBy } = getDeadlines(found.urgency, desk.now())
		const moved = await mustHappen({ trx, desk }, found, {
			event: 'next-channel',
			by: person.id,
			act: 'referral/by-hand',
			code: channel.kind,
			set: { acknowledge_by: acknowledgeBy, outcome_by: outcomeBy, told_at: null },
		})
		return queueMessage(trx, desk, { found: moved, partner, channel, payload, kind: 'referral' })
	})

/** The channel that was tried last; empty when none was. */
const findLastChannel = async (
	trx: Pick<ReferralTransaction, 'selectFrom'>,
	referral: string,
): Promise<string> => {
	const row = await trx
		.selectFrom('referral_message')
		.select('channel')
		.where('referral', '=', referral)
		.where('kind', '=', 'referral')
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.executeTakeFirst()
	return row?.channel ?? ''
}
