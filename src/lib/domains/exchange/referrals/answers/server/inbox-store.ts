/** Referrals that come from partners, kept as they arrive, and what partners wrote, opened. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { getLockedCase, getRelation, notAllowed } from '#domains/cases/server'
import { may, type Person } from '#domains/people'
import { papLevels, tlpLevels, type Pap, type Tlp } from '../../../partners/index.ts'
import { takeNumber } from '../../server/referred.ts'
import type { ReferralDatabase, ReferralTransaction } from '../../server/referral-tables.ts'
import {
	getLockedReferral,
	happen,
	toReferralRow,
	type ReferralDesk,
	type ReferralRow,
} from '../../server/step-store.ts'
import { isReferralUnseen } from '../../server/unseen-store.ts'
import { getDeadlines, urgencyLevels, type UrgencyLevel } from '../../urgency.ts'

/** A referral that has come, as far as it is known besides its sealed words. */
type IncomingReferral = {
	/** Id of the message of the channel, in which it is kept sealed. */
	message: string
	partner: string
	/** Their number of it. */
	peerRef: string
	urgency: UrgencyLevel
	tlp: Tlp
	pap: Pap
	country: string | undefined
}

/** The referral of a partner that is open under its number here. Its messages wait for each other, so that two at once make one. */
const findOpenOf = async (
	trx: ReferralTransaction,
	{ partner, peerRef }: Pick<IncomingReferral, 'partner' | 'peerRef'>,
): Promise<ReferralRow | undefined> => {
	await trx.selectFrom('partner').select('id').where('id', '=', partner).forNoKeyUpdate().execute()
	const row = await trx
		.selectFrom('referral')
		.select('id')
		.where('partner', '=', partner)
		.where('peer_ref', '=', peerRef)
		.where('direction', '=', 'in')
		.where('state', '<>', 'closed')
		.executeTakeFirst()
	return row && getLockedReferral(trx, row.id)
}

/** The strictest and the most pressing of what both messages say. */
const joinMarks = (
	before: Pick<ReferralRow, 'urgency' | 'tlp' | 'pap'>,
	now: Pick<IncomingReferral, 'urgency' | 'tlp' | 'pap'>,
) => {
	const last = <Of extends string>(levels: readonly Of[], ...names: [string, Of]): Of =>
		levels.findLast((level) => names.includes(level)) ?? names[1]
	return {
		urgency: last(urgencyLevels, before.urgency, now.urgency),
		tlp: last(tlpLevels, before.tlp, now.tlp),
		pap: last(papLevels, before.pap, now.pap),
	}
}

/** A second message under the same number is one more step of the first: nobody works on it twice, and what it says is read there. */
const linkAgain = async (
	trx: ReferralTransaction,
	desk: ReferralDesk,
	{ found, again }: { found: ReferralRow; again: IncomingReferral },
): Promise<string> => {
	const now = desk.now()
	const joined = joinMarks(found, again)
	const { acknowledgeBy, outcomeBy } = getDeadlines(joined.urgency, now)
	const isPressing = joined.urgency !== found.urgency
	await happen({ trx, desk }, found, {
		event: 'came-again',
		by: null,
		act: 'referral/received',
		said: { message: again.message },
		set: {
			...joined,
			...(isPressing ? { acknowledge_by: acknowledgeBy, outcome_by: outcomeBy } : {}),
			...(joined.urgency === 'normal' ? {} : { told_at: now }),
		},
	})
	return found.id
}

/**
 * Takes a referral of a partner, in the transaction in which the channel keeps its message. One that is open here under the partner's number is
 * linked, whatever the key that it came under. What is urgent is for a person at once.
 */
export const takeReferral = async (
	trx: ReferralTransaction,
	desk: ReferralDesk,
	incoming: IncomingReferral,
): Promise<string> => {
	const before = await findOpenOf(trx, incoming)
	if (before) return linkAgain(trx, desk, { found: before, again: incoming })
	const { message, partner, peerRef, urgency, tlp, pap, country } = incoming
	const now = desk.now()
	const { acknowledgeBy, outcomeBy } = getDeadlines(urgency, now)
	const row = await trx
		.insertInto('referral')
		.values({
			id: randomUUID(),
			ref: await takeNumber(trx, now.getUTCFullYear()),
			direction: 'in',
			case_id: null,
			partner,
			country: country ?? null,
			subject: 'address',
			urgency,
			tlp,
			pap,
			state: 'accepted',
			acknowledge_by: acknowledgeBy,
			outcome_by: outcomeBy,
			outcome: null,
			digest: null,
			approval: null,
			peer_ref: peerRef,
			message,
			answer_hash: null,
			by: null,
			told_at: urgency === 'normal' ? null : now,
			at: now,
			changed: now,
		})
		.returningAll()
		.executeTakeFirstOrThrow()
	const found = toReferralRow(row)
	await happen({ trx, desk }, found, {
		event: 'received',
		by: null,
		act: 'referral/received',
		said: { message },
	})
	return found.id
}

/** @throws AppError `case.not-allowed` */
export const checkReads = (person: Person): void => {
	if (!may(person, 'write', 'referral', 'assigned')) throw notAllowed('working on what a partner referred')
}

export const wrongWay = (): AppError =>
	new AppError('referral.no-move', 409, 'working on what a partner referred: it is none, or is done')

/** Words of a partner: sealed to a key of the desk, or the message of the channel in which it stands sealed. */
type SealedWords = { epoch: string; sealed: Uint8Array } | { message: string }

/** True for who may read what was said: to the desk, anybody who works on cases; about a case of ours, who works on that one. */
export const mayRead = async (
	trx: ReferralTransaction,
	{ case_id: of }: { case_id: string | null },
	person: Person,
): Promise<boolean> =>
	may(
		person,
		'write',
		'referral',
		of === null ? 'assigned' : getRelation(await getLockedCase(trx, of), person),
	)

/**
 * Hands out what a partner wrote, sealed as it is, and writes down who opened it.
 *
 * @param step - the step of the referral that has it
 * @throws AppError `referral.not-found`, `referral.no-move` for a step without words, `case.not-allowed`
 */
export const openWords = (
	desk: ReferralDesk & { db: ReferralDatabase },
	{ id, step }: { id: string; step: string },
	person: Person,
): Promise<SealedWords> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedReferral(trx, id)
		if (!(await mayRead(trx, found, person))) throw notAllowed('reading what a partner wrote')
		const row = await trx
			.selectFrom('referral_step')
			.select(['epoch', 'sealed', 'message', 'event', 'at'])
			.where('id', '=', step)
			.where('referral', '=', id)
			.executeTakeFirst()
		const words = row?.message
			? { message: row.message }
			: row?.epoch && row.sealed
				? { epoch: row.epoch, sealed: row.sealed }
				: undefined
		if (!words) throw wrongWay()
		// Whoever reads it first has seen it: nobody else is rung. A note asks for no more than that.
		const isOnlyNote = row?.event === 'note' && row.at.getTime() === found.told_at?.getTime()
		if (isOnlyNote || (await isReferralUnseen(trx, id)))
			await happen({ trx, desk }, found, {
				event: 'opened',
				by: person.id,
				...(isOnlyNote ? { set: { told_at: null } } : {}),
			})
		const what = { referral: id, ref: found.ref }
		await recordActs(trx, [{ act: 'referral/opened', by: person.id, at: desk.now(), what }])
		return words
	})
