/** Answers of partners: over its channel, on the page that is theirs, or by telephone to somebody here. */
import { hash, randomBytes } from 'node:crypto'
import { AppError, toBase64url } from '#base'
import { toQuarterHour } from '#domains/acts/server'
import { notAllowed } from '#domains/cases/server'
import { may, type Person } from '#domains/people'
import type { OutcomeCode } from '../../../channel/index.ts'
import { toEvent } from '../../outcome.ts'
import type { ReferralEvent } from '../../referral.ts'
import { getDeadlines } from '../../urgency.ts'
import type { ReferralDatabase, ReferralTransaction } from '../../server/referral-tables.ts'
import {
	getLockedReferral,
	happen,
	mustHappen,
	type Happening,
	type ReferralDesk,
	type ReferralRow,
} from '../../server/step-store.ts'

/** Words that were said, with its few words sealed to a key of the desk. */
export type Said = {
	code: OutcomeCode
	said?: NonNullable<Happening['said']>
	peerRef?: string
}

type Desk = ReferralDesk & { db: ReferralDatabase }

/** Whatever they say, it is stuck no longer; what they ask for is for a person here, at once. */
const findToldAt = (code: OutcomeCode, by: string | null, now: Date): Date | null =>
	toEvent(code) === 'need-more' ? (by === null ? now : toQuarterHour(now)) : null

const toHappening = ({ code, said, peerRef }: Said, by: string | null, now: Date): Happening => ({
	event: toEvent(code),
	by,
	code,
	step: 'partner-answered',
	act: by === null ? 'referral/outcome' : 'referral/by-hand',
	...(said ? { said } : {}),
	set: {
		outcome: code,
		told_at: findToldAt(code, by, now),
		...(peerRef === undefined ? {} : { peer_ref: peerRef }),
	},
})

/**
 * Takes what a partner says about a referral of ours, in the transaction in which the channel keeps the message. Only the partner that has it
 * may say something about it: for any other there is no such referral.
 *
 * @param ref - our number of it, or the one that their receipt gave it
 * @returns the referral; `undefined` when this partner has none of this number
 */
export const takeOutcome = async (
	trx: ReferralTransaction,
	desk: ReferralDesk,
	{ partner, ref, ...said }: Said & { partner: string; ref: string },
): Promise<ReferralRow | undefined> => {
	const row = await trx
		.selectFrom('referral')
		.select('id')
		.where((either) => either.or([either('ref', '=', ref), either('peer_ref', '=', ref)]))
		.where('partner', '=', partner)
		.where('direction', '=', 'out')
		.where('state', 'not in', ['draft', 'review'])
		.executeTakeFirst()
	if (!row) return undefined
	return happen({ trx, desk }, await getLockedReferral(trx, row.id), toHappening(said, null, desk.now()))
}

const checkSends = (person: Person): void => {
	if (!may(person, 'send', 'referral', 'all')) throw notAllowed('moving a referral')
}

/** Notes what a partner told a person here. @throws AppError `referral.no-move`, `referral.not-found`, `case.not-allowed` */
export const noteAnswer = (desk: Desk, { id, ...said }: Said & { id: string }, person: Person) =>
	desk.db.transaction().execute(async (trx) => {
		checkSends(person)
		return mustHappen(
			{ trx, desk },
			await getLockedReferral(trx, id),
			toHappening(said, person.id, desk.now()),
		)
	})

/** Moves that a person here makes: after having looked, or after having given what the partner asked for. */
export const handMoves = [
	'gave-more',
	'seen-down',
	'seen-up',
	'closed',
] as const satisfies readonly ReferralEvent[]
type HandMove = (typeof handMoves)[number]

/** A partner that was given more begins anew: it has all of its time, and has said nothing to it yet. */
const startAnew = ({ urgency }: ReferralRow, now: Date) => {
	const { acknowledgeBy, outcomeBy } = getDeadlines(urgency, now)
	return { acknowledge_by: acknowledgeBy, outcome_by: outcomeBy, outcome: null }
}

/** Notes what somebody here has seen or done, or that the work is over. @throws AppError as {@link noteAnswer} */
export const moveByHand = (desk: Desk, { id, to }: { id: string; to: HandMove }, person: Person) =>
	desk.db.transaction().execute(async (trx) => {
		checkSends(person)
		const found = await getLockedReferral(trx, id)
		const anew = to === 'gave-more' ? startAnew(found, toQuarterHour(desk.now())) : {}
		return mustHappen({ trx, desk }, found, {
			event: to,
			by: person.id,
			act: 'referral/by-hand',
			set: { ...anew, told_at: null },
		})
	})

const toHash = (token: string): string => hash('sha256', token, 'hex')

/**
 * Makes the token of a link by which a partner answers by hand, until the deadline; an older one of the same referral is void. It is given
 * out here, once. @throws AppError `referral.no-move` for what is not with a partner
 */
export const putAnswerLink = async (
	trx: ReferralTransaction,
	desk: ReferralDesk,
	{ found, by }: { found: ReferralRow; by: string | null },
): Promise<string> => {
	const until = found.outcome_by
	if (found.direction === 'in' || found.state === 'closed' || !until || until <= desk.now())
		throw new AppError('referral.no-move', 409, 'making a link to answer by: nobody has it to answer')
	const token = toBase64url(randomBytes(32))
	await happen({ trx, desk }, found, {
		event: 'linked',
		by,
		...(by === null ? {} : { act: 'referral/by-hand' }),
		set: { answer_hash: toHash(token), answer_until: until },
	})
	return token
}

/**
 * Makes the link by which a partner answers by hand; an older one of the same referral is void. The token is given out here, once.
 * @throws AppError `referral.no-move` for what is not with a partner, and as {@link noteAnswer}
 */
export const makeAnswerLink = (desk: Desk, id: string, person: Person): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		checkSends(person)
		const found = await getLockedReferral(trx, id)
		return putAnswerLink(trx, desk, { found, by: person.id })
	})

/** The referral of a link; `undefined` for one that is unknown or over, or of a partner that is suspended or has ended. */
export const findByToken = async (
	db: Pick<ReferralTransaction, 'selectFrom'>,
	token: string,
	now: Date,
): Promise<Pick<ReferralRow, 'id' | 'ref' | 'partner' | 'outcome' | 'answer_until'> | undefined> =>
	/^[\w-]{43}$/u.test(token)
		? db
				.selectFrom('referral')
				.select(['id', 'ref', 'partner', 'outcome', 'answer_until'])
				.where('answer_hash', '=', toHash(token))
				.where('answer_until', '>', now)
				.where('state', '<>', 'closed')
				.where('partner', 'in', db.selectFrom('partner').select('id').where('state', '=', 'active'))
				.executeTakeFirst()
		: undefined

/** Takes an answer that came by a link. Answer: whether the link is theirs still. */
export const answerByToken = (desk: Desk, token: string, said: Said): Promise<boolean> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await findByToken(trx, token, desk.now())
		if (!found) return false
		await happen({ trx, desk }, await getLockedReferral(trx, found.id), toHappening(said, null, desk.now()))
		return true
	})
