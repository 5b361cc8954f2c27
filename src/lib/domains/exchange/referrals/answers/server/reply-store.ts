import { AppError } from '#base'
import type { Person } from '#domains/people'
import type { OutcomeCode } from '../../../channel/index.ts'
import { findPartner } from '../../../partners/server/index.ts'
import { toEvent } from '../../outcome.ts'
import { listOpenChannels, queueMessage } from '../../outbox/server/queue.ts'
import { mayLeave } from '../../payload.ts'
import type { SendingDesk } from '../../server/referred.ts'
import { getLockedReferral, happen, mustHappen } from '../../server/step-store.ts'
import { checkReads, wrongWay } from './inbox-store.ts'

/**
 * Answers a partner with an outcome, a message of the signed channel: no other can say one.
 * @returns id of the message
 * @throws AppError `referral.banned` for words that may not leave; `referral.no-channel`, `referral.no-key`, `referral.no-move`,
 * `referral.not-found`, `case.not-allowed`
 */
export const answerReferral = (
	desk: SendingDesk,
	{ id, code, note }: { id: string; code: OutcomeCode; note: string },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		checkReads(person)
		if (!mayLeave(note))
			throw new AppError('referral.banned', 409, 'answering a partner: these words may not leave')
		const found = await getLockedReferral(trx, id)
		if (found.direction !== 'in' || found.peer_ref === null || found.state === 'closed') throw wrongWay()
		const partner = await findPartner(trx, found.partner)
		const channels = partner ? listOpenChannels(desk, partner) : []
		const channel = channels.find(({ kind }) => kind === 'http-sig')
		if (!partner || !channel)
			throw new AppError('referral.no-channel', 409, 'answering a partner: no channel is open to it')
		const payload = JSON.stringify({
			v: 1,
			type: 'outcome',
			ref: found.ref,
			about: found.peer_ref,
			body: { code, at: desk.now().toISOString(), ...(note === '' ? {} : { note }) },
		})
		const event = toEvent(code)
		const step = {
			by: person.id,
			code,
			act: 'referral/answered',
			set: { outcome: code, told_at: null },
		} as const
		// What came in is ours to answer, whatever we ask for.
		const moved = await (event === 'need-more' || event === 'duplicate'
			? happen({ trx, desk }, found, { ...step, event: 'told' })
			: mustHappen({ trx, desk }, found, { ...step, event }))
		return queueMessage(trx, desk, { found: moved, partner, channel, payload, kind: 'outcome' })
	})
