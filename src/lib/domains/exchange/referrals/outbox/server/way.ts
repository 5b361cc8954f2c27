/** Ways out of the house, as the outbox uses them: each kind of channel seals what goes by it, and sends what is sealed. */
import type { Channel, ChannelKind, Partner } from '../../../partners/index.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import type { ReferralDesk, ReferralRow } from '../../server/step-store.ts'

/** A message that is sealed and due. */
export type Outgoing = {
	/** Goes along with each try: a partner answers the second one as the first. */
	id: string
	kind: 'referral' | 'outcome' | 'note'
	ref: string
	partner: Partner
	channel: Channel
	sealed: Uint8Array
	digest: string
	/** Nothing that is later than this is of use to the partner. */
	expires: Date
}

/**
 * How a try ended. `sent`: handed over where no receipt is given, under their number if they gave one; `accepted` and `rejected` are what the partner has signed; `failed`: try
 * again, `code` says why and nothing of what was sent, `tell`: a person is told of the first one, since it does not pass by itself;
 * `isLast`: no other try can end otherwise.
 */
export type TryEnd =
	| { end: 'sent'; peerRef?: string }
	| { end: 'accepted'; receipt: Uint8Array; peerRef?: string }
	| { end: 'rejected'; receipt?: Uint8Array; code: string }
	| { end: 'failed'; code: string; tell?: true; isLast?: true }

/** Whom a payload is sealed for. `id`: the message it becomes; `found`: its referral as it stands, already queued; `address`: of the channel. */
export type SealedFor = {
	id: string
	kind: Outgoing['kind']
	found: ReferralRow
	partner: Partner
	address: string
	desk: ReferralDesk
}

export type Way = {
	/**
	 * Seals a payload for a partner, or for the outbox where the partner has no key of that kind.
	 * @throws AppError `referral.no-key` when no key counts now, and another of the page's refusals where this cannot go this way
	 */
	seal: (trx: ReferralTransaction, payload: string, to: SealedFor) => Promise<Uint8Array>
	/** Sends; never throws for what stands on the other side. */
	send: (message: Outgoing) => Promise<TryEnd>
}

/** The ways that this installation has now. */
export type Ways = Readonly<Partial<Record<ChannelKind, Way>>>

export const listWayKinds = (ways: Ways): ChannelKind[] => Object.keys(ways) as ChannelKind[]
