/**
 * The outbox: takes what is due, sends it, keeps the receipt. At least once with the same key, so that it has its effect exactly once at a
 * partner that knows keys. Killed anywhere it goes on: what was being sent is due again when its time is over.
 */
import { minute, toLocalDay } from '#base'
import { sql, type Selectable } from 'kysely'
import { findPartner } from '../../../partners/server/index.ts'
import { isAgreedOn, tlpLevels, type Channel, type Partner } from '../../../partners/index.ts'
import { findHindrances } from '../../candidates.ts'
import type { ReferralEvent } from '../../referral.ts'
import { findNextTry, tellsPerson, urgencyLevels } from '../../urgency.ts'
import type { ReferralDatabase, ReferralTables } from '../../server/referral-tables.ts'
import {
	getLockedReferral,
	happen,
	type Happening,
	type ReferralDesk,
	type ReferralRow,
} from '../../server/step-store.ts'
import { listWayKinds, type Outgoing, type TryEnd, type Ways } from './way.ts'

/** Milliseconds for which a message is ours while it is being sent: longer than any try takes. */
const hold = 2 * minute

/** Places in the work of one message at which a test ends the process. */
type OutboxPoint = 'taken' | 'sent' | 'kept' | 'stored'

type Outbox = ReferralDesk & {
	db: ReferralDatabase
	ways: Ways
	/** Called at each point; for tests. */
	reach?: (point: OutboxPoint) => void
}

type Message = Selectable<ReferralTables['referral_message']>

/** Result of one round of the outbox. `told`: referrals of which a person must know now. */
type Round = { tried: number; told: string[] }

/** Takes one message that is due and marks it as being sent. Two that ask at once get two messages. */
const take = (db: ReferralDatabase, now: Date): Promise<Message | undefined> =>
	db.transaction().execute(async (trx) => {
		const due = await trx
			.selectFrom('referral_message')
			.select('id')
			.where('state', 'in', ['queued', 'sending'])
			.where('next_at', '<=', now)
			.orderBy('next_at')
			.orderBy('id')
			.limit(1)
			.forUpdate()
			.skipLocked()
			.executeTakeFirst()
		if (!due) return undefined
		return trx
			.updateTable('referral_message')
			.set({
				state: 'sending',
				attempts: sql<number>`attempts + 1`,
				next_at: new Date(now.getTime() + hold),
			})
			.where('id', '=', due.id)
			.returningAll()
			.executeTakeFirst()
	})

/** True while a partner may have a message: days have passed since two persons agreed, and an agreement may be another by now. */
const mayStillHave = (
	{ now, time, ways }: Outbox,
	partner: Partner,
	{ kind, tlp, subject }: Pick<Message, 'kind'> & { tlp: string; subject: string },
): boolean => {
	const today = toLocalDay(now(), time.calendar.zone)
	// Of an outcome or a note its referral is known on both sides already.
	if (kind !== 'referral') return isAgreedOn(partner, today)
	const level = tlpLevels.find((one) => one === tlp) ?? 'red'
	const asked = { tlp: level, isPersonal: subject === 'account', today, ways: listWayKinds(ways) }
	return findHindrances(partner, asked).length === 0
}

/** Reasons why nothing is sent: `channel-gone` for good, as a channel that comes back is another. */
type NotSent = 'no-channel' | 'channel-gone' | 'not-agreed'

/** The message with whom it is for; a code when partner or channel is gone, suspended, or has no right to it today: nothing is sent to them then. */
const address = async (outbox: Outbox, message: Message): Promise<Outgoing | NotSent> => {
	const { db } = outbox
	const row = await db
		.selectFrom('referral')
		.select(['ref', 'partner', 'tlp', 'subject'])
		.where('id', '=', message.referral)
		.executeTakeFirst()
	const partner = row && (await findPartner(db, row.partner))
	if (!row || partner?.state !== 'active' || message.sealed_body === null) return 'no-channel'
	const channel: Channel | undefined = partner.channels.find(({ id }) => id === message.channel)
	if (!channel) return 'channel-gone'
	const { id, kind, digest, expires } = message
	if (!mayStillHave(outbox, partner, { ...row, kind })) return 'not-agreed'
	return { id, kind, digest, expires, ref: row.ref, partner, channel, sealed: message.sealed_body }
}

const trySend = async (outbox: Outbox, message: Message): Promise<TryEnd> => {
	const outgoing = await address(outbox, message)
	if (outgoing === 'channel-gone') return { end: 'failed', code: outgoing, isLast: true }
	if (typeof outgoing === 'string') return { end: 'failed', code: outgoing }
	const way = outbox.ways[outgoing.channel.kind]
	if (!way) return { end: 'failed', code: 'no-channel' }
	try {
		return await way.send(outgoing)
	} catch {
		// What was being sent may stand in the words of a fault: none of them is kept.
		return { end: 'failed', code: 'fault' }
	}
}

const eventOf = {
	sent: 'delivered',
	accepted: 'accepted',
	rejected: 'rejected',
} as const satisfies Readonly<Record<Exclude<TryEnd['end'], 'failed'>, ReferralEvent>>

/** Columns of a message after a try. A body that has left is not kept. */
const toColumns = (sent: TryEnd, message: Message, next: Date | undefined) => {
	if (sent.end !== 'failed')
		return {
			state: sent.end,
			sealed_body: null,
			fault: 'code' in sent ? sent.code : null,
			receipt: 'receipt' in sent ? Buffer.from(sent.receipt) : null,
			peer_ref: 'peerRef' in sent ? sent.peerRef : null,
		} as const
	const failures = message.failures + 1
	return next
		? ({ state: 'queued', failures, fault: sent.code, next_at: next } as const)
		: ({ state: 'dead', failures, fault: sent.code, sealed_body: null } as const)
}

/** What got through is stuck no longer; what was refused goes nowhere by itself, as what failed once too often. */
const findTold = (sent: TryEnd, isTold: boolean, now: Date): { told_at?: Date | null } => {
	if (sent.end === 'failed') return isTold ? { told_at: now } : {}
	return { told_at: sent.end === 'rejected' ? now : null }
}

const toHappening = (
	sent: TryEnd,
	{ isDead, told }: { isDead: boolean; told: { told_at?: Date | null } },
): Happening => {
	if (sent.end === 'failed')
		return isDead
			? { event: 'silent', by: null, code: sent.code, act: 'referral/dead', set: told }
			: { event: 'failed', by: null, code: sent.code, set: told }
	const peer = 'peerRef' in sent ? { peer_ref: sent.peerRef } : {}
	return {
		event: eventOf[sent.end],
		by: null,
		act: 'referral/receipt',
		set: { ...peer, ...told },
		...('code' in sent ? { code: sent.code } : {}),
	}
}

/** Keeps how a try ended, with the move of its referral. Answer: whether a person must know. */
const keep = (outbox: Outbox, message: Message, sent: TryEnd): Promise<boolean> =>
	outbox.db.transaction().execute(async (trx) => {
		const now = outbox.now()
		const row = await trx
			.selectFrom('referral_message')
			.select(['state', 'attempts'])
			.where('id', '=', message.id)
			.forUpdate()
			.executeTakeFirst()
		// Another process has it meanwhile, or has brought it to its end: what it finds counts.
		if (row?.state !== 'sending' || row.attempts !== message.attempts) return false
		const found = await getLockedReferral(trx, message.referral)
		const failures = message.failures + 1
		const isLast = sent.end === 'failed' && sent.isLast === true
		const next = isLast ? undefined : findNextTry(failures, now, message.expires)
		await trx
			.updateTable('referral_message')
			.set(toColumns(sent, message, next))
			.where('id', '=', message.id)
			.execute()
		outbox.reach?.('kept')
		// A partner that has answered meanwhile has it: no end of a try changes who must see to it.
		const matters = message.kind !== 'referral' || found.state === 'queued'
		const isFailed = sent.end === 'failed'
		const isDead = isFailed && next === undefined
		const urgency = urgencyLevels.find((one) => one === found.urgency) ?? 'normal'
		const isNew = sent.end === 'failed' && sent.tell === true && found.told_at === null
		const isTold = matters && isFailed && (isDead || isNew || tellsPerson(urgency, failures))
		const happening = toHappening(sent, { isDead, told: matters ? findTold(sent, isTold, now) : {} })
		// An answer or a note of ours that is on its way moves nothing.
		await happen({ trx, desk: outbox }, found, message.kind === 'referral' ? happening : toHeard(happening))
		return isTold
	})

const toHeard = ({ event, code, set }: Happening): Happening => ({
	event: event === 'failed' ? event : 'heard',
	by: null,
	...(code === undefined ? {} : { code }),
	...(set?.told_at !== undefined ? { set: { told_at: set.told_at } } : {}),
})

/**
 * Sends what is due, one after the other.
 *
 * @param most - messages at most, so that a round ends
 */
export const sendDue = async (outbox: Outbox, most = 100): Promise<Round> => {
	const round: Round = { tried: 0, told: [] }
	while (round.tried < most) {
		const message = await take(outbox.db, outbox.now())
		if (!message) break
		outbox.reach?.('taken')
		round.tried++
		const sent = await trySend(outbox, message)
		outbox.reach?.('sent')
		if (await keep(outbox, message, sent)) round.told.push(message.referral)
		outbox.reach?.('stored')
	}
	return round
}

/** Columns that a silence is judged by. */
type Waiting = Pick<ReferralRow, 'state' | 'urgency' | 'acknowledge_by' | 'outcome_by' | 'told_at'>

/**
 * `silent`: there is no outcome in time. `quiet`: what is urgent has left by a way without receipts, and there is not a word within its first
 * time; nobody knows whether it was read.
 */
const findSilence = (found: Waiting, now: Date): 'silent' | 'quiet' | undefined => {
	const isWaiting = found.state === 'sent' || found.state === 'accepted'
	if (isWaiting && (found.outcome_by ?? now) <= now) return 'silent'
	const isQuiet = found.state === 'sent' && found.urgency !== 'normal' && found.told_at === null
	return isQuiet && (found.acknowledge_by ?? now) <= now ? 'quiet' : undefined
}

/** Referrals whose partner has not answered in time. They are for a person here again. Answer: which. */
export const noteSilence = async (outbox: Omit<Outbox, 'ways'>, most = 200): Promise<string[]> => {
	const now = outbox.now()
	const late = await outbox.db
		.selectFrom('referral')
		.select('id')
		.where('direction', '=', 'out')
		.where((where) =>
			where.or([
				where.and([where('state', 'in', ['sent', 'accepted']), where('outcome_by', '<=', now)]),
				where.and([
					where('state', '=', 'sent'),
					where('urgency', '<>', 'normal'),
					where('told_at', 'is', null),
					where('acknowledge_by', '<=', now),
				]),
			]),
		)
		.orderBy('outcome_by')
		.limit(most)
		.execute()
	const noted: string[] = []
	for (const { id } of late)
		await outbox.db.transaction().execute(async (trx) => {
			const found = await getLockedReferral(trx, id)
			const event = findSilence(found, now)
			if (event === undefined) return
			await happen({ trx, desk: outbox }, found, {
				event,
				by: null,
				code: 'deadline',
				act: 'referral/dead',
				set: { told_at: now },
			})
			noted.push(id)
		})
	return noted
}
