import type { Channel, Partner } from '../../../partners/index.ts'
import { listChannels } from '../../candidates.ts'
import { toPayloadDigest } from '../../payload.ts'
import { refuseReferral, type SendingDesk } from '../../server/referred.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import type { ReferralRow } from '../../server/step-store.ts'
import { getDeadlines } from '../../urgency.ts'
import { makeMessageId } from './message-id.ts'
import { listWayKinds, type Outgoing } from './way.ts'

/** Channels of a partner that we have a way for, the one to be tried first at the front. */
export const listOpenChannels = ({ ways }: Pick<SendingDesk, 'ways'>, partner: Partner): Channel[] =>
	listChannels(partner, listWayKinds(ways))

/**
 * Calls back what waits for channels that are no more: the next round of the outbox ends it, and it is for a person.
 * @returns how many messages
 */
export const callBackMessages = async (
	db: Pick<ReferralTransaction, 'updateTable'>,
	channels: readonly string[],
	now: Date,
): Promise<number> => {
	if (channels.length === 0) return 0
	const waiting = await db
		.updateTable('referral_message')
		.set({ next_at: now })
		.where('channel', 'in', channels)
		.where('state', '=', 'queued')
		.returning('id')
		.execute()
	return waiting.length
}

/** What is to go. `found`: the referral after the move that lets it go. */
type NewMessage = {
	found: ReferralRow
	partner: Partner
	channel: Channel
	payload: string
	kind: Outgoing['kind']
}

/** Seals a message and puts it into the outbox. Answer: its id. */
export const queueMessage = async (
	trx: ReferralTransaction,
	desk: SendingDesk,
	{ found, partner, channel, payload, kind }: NewMessage,
): Promise<string> => {
	const now = desk.now()
	const way = desk.ways[channel.kind]
	if (!way) throw refuseReferral('referral.no-channel')
	const id = makeMessageId(now)
	const sealed = await way.seal(trx, payload, { id, kind, found, partner, address: channel.address, desk })
	await trx
		.insertInto('referral_message')
		.values({
			id,
			referral: found.id,
			kind,
			channel: channel.id,
			channel_kind: channel.kind,
			sealed_body: Buffer.from(sealed),
			digest: toPayloadDigest(payload),
			state: 'queued',
			attempts: 0,
			failures: 0,
			next_at: now,
			fault: null,
			receipt: null,
			peer_ref: null,
			at: now,
			expires: getDeadlines(found.urgency, now).outcomeBy,
		})
		.execute()
	return id
}
