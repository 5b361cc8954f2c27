/** Notes about a referral, in both directions: they move nothing, and stand in its steps. */
import { AppError } from '#base'
import { notAllowed } from '#domains/cases/server'
import type { Person } from '#domains/people'
import { findPartner } from '../../../partners/server/index.ts'
import { listOpenChannels, queueMessage } from '../../outbox/server/queue.ts'
import { mayLeave } from '../../payload.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import type { SendingDesk } from '../../server/referred.ts'
import { getLockedReferral, happen, type ReferralDesk, type ReferralRow } from '../../server/step-store.ts'
import { mayRead, wrongWay } from './inbox-store.ts'

/** A note as it came, by the message that it stands sealed in. */
type IncomingNote = { message: string; partner: string; about: string }

/**
 * Takes a note of a partner, in the transaction in which the channel keeps its message. Somebody has to read it: what is urgent rings.
 *
 * @returns the referral that it is about; `undefined` when this partner has none of this number that goes on
 */
export const takeNote = async (
	trx: ReferralTransaction,
	desk: ReferralDesk,
	{ message, partner, about }: IncomingNote,
): Promise<ReferralRow | undefined> => {
	const row = await trx
		.selectFrom('referral')
		.select('id')
		.where((either) => either.or([either('ref', '=', about), either('peer_ref', '=', about)]))
		.where('partner', '=', partner)
		.where('state', 'not in', ['draft', 'review', 'closed'])
		.executeTakeFirst()
	if (!row) return undefined
	const found = await getLockedReferral(trx, row.id)
	return happen({ trx, desk }, found, {
		event: 'note',
		by: null,
		act: 'referral/received',
		step: 'partner-answered',
		said: { message },
		set: { told_at: found.told_at ?? desk.now() },
	})
}

/**
 * Sends a note about a referral to the partner that has it or that it came from, a message of the signed channel: no other can carry one.
 *
 * @returns id of the message
 * @throws AppError `referral.banned` for words that may not leave; `referral.no-channel`, `referral.no-key`, `referral.no-move`,
 * `referral.not-found`, `case.not-allowed`
 */
export const sendNote = (
	desk: SendingDesk,
	{ id, text }: { id: string; text: string },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedReferral(trx, id)
		if (!(await mayRead(trx, found, person))) throw notAllowed('writing to a partner')
		if (!mayLeave(text))
			throw new AppError('referral.banned', 409, 'writing to a partner: these words may not leave')
		if (['draft', 'review', 'closed'].includes(found.state)) throw wrongWay()
		// Of what has not got through, the partner has no number and no idea.
		const about = found.direction === 'in' ? found.peer_ref : found.peer_ref === null ? null : found.ref
		if (about === null) throw wrongWay()
		const partner = await findPartner(trx, found.partner)
		const channel = partner && listOpenChannels(desk, partner).find(({ kind }) => kind === 'http-sig')
		if (!channel)
			throw new AppError('referral.no-channel', 409, 'writing to a partner: no channel is open to it')
		const payload = JSON.stringify({ v: 1, type: 'note', ref: found.ref, about, body: { text } })
		const noted = await happen({ trx, desk }, found, {
			event: 'noted',
			by: person.id,
			act: 'referral/noted',
		})
		return queueMessage(trx, desk, { found: noted, partner, channel, payload, kind: 'note' })
	})
