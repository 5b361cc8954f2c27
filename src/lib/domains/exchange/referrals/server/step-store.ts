/** One move of a referral: the row, its step, the step of its case and the entry of the public record, in the transaction that makes it so. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import type { ActKind, StepKind } from '#domains/acts'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { getLockedCase, writeChange, type Desk } from '#domains/cases/server'
import type { Selectable } from 'kysely'
import { findNextState, isReferralState, type ReferralEvent, type ReferralState } from '../referral.ts'
import type { ReferralTables, ReferralTransaction } from './referral-tables.ts'

export type ReferralRow = Omit<Selectable<ReferralTables['referral']>, 'state'> & { state: ReferralState }

/** Parts of the desk that stores of referrals need. */
export type ReferralDesk = Pick<Desk, 'time' | 'now'>

export const toReferralRow = (row: Selectable<ReferralTables['referral']>): ReferralRow => {
	if (!isReferralState(row.state)) throw new Error(`reading a referral: the state ${row.state} is none`)
	return { ...row, state: row.state }
}

const notFound = (): AppError =>
	new AppError('referral.not-found', 404, 'finding a referral: there is none of this id')

/** A referral, locked until the transaction ends. @throws AppError `referral.not-found` */
export const getLockedReferral = async (trx: ReferralTransaction, id: string): Promise<ReferralRow> => {
	const row = await trx.selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
	if (!row) throw notFound()
	return toReferralRow(row)
}

/**
 * Events that move nothing. `received`: it came from a partner; `came-again`: the same came once more, as another message; `opened`: somebody here was the first to read it; `told`: we have answered it; `note`: the partner wrote a note about
 * it, `noted`: we did;
 * `quiet`: not a word of what is urgent within its first time; `taken-up`: somebody here sees to it.
 */
const asides = [
	'heard',
	'failed',
	'linked',
	'filed',
	'received',
	'came-again',
	'opened',
	'told',
	'note',
	'noted',
	'quiet',
	'taken-up',
] as const
type Aside = (typeof asides)[number]

/** Where it happens: the transaction, and the clocks of the desk. */
type Place = { trx: ReferralTransaction; desk: ReferralDesk }

/** Something that happens to a referral. */
export type Happening = {
	event: ReferralEvent | Aside
	by: string | null
	/** Code of an outcome, a failure or a channel. */
	code?: string
	/** Words of a partner: sealed, or the message that it stands in. */
	said?: { epoch: string; sealed: Uint8Array } | { message: string }
	/** Columns that change with it. */
	set?: Partial<Pick<ReferralRow, 'outcome' | 'peer_ref' | 'told_at' | 'acknowledge_by' | 'outcome_by'>> &
		Partial<Pick<ReferralRow, 'urgency' | 'tlp' | 'pap'>> &
		Partial<Pick<ReferralRow, 'digest' | 'approval' | 'answer_hash' | 'answer_until' | 'case_id'>>
	/** Kind of the entry of the public record, and of the step of the case; missing: none. */
	act?: ActKind
	step?: StepKind
}

const isMoving = (event: Happening['event']): event is ReferralEvent =>
	!(asides as readonly string[]).includes(event)

/** A word that does not move a referral is still kept as heard: it may be further already. */
const findState = ({ state }: ReferralRow, event: Happening['event']): ReferralState | undefined =>
	isMoving(event) ? findNextState(state, event) : undefined

const addStep = async (
	{ trx, desk }: Place,
	found: Pick<ReferralRow, 'id'> & { state: ReferralState },
	{ event, code, said, by }: Happening,
): Promise<void> => {
	const now = desk.now()
	const last = await trx
		.selectFrom('referral_step')
		.select((select) => select.fn.max<number>('place').as('place'))
		.where('referral', '=', found.id)
		.executeTakeFirst()
	await trx
		.insertInto('referral_step')
		.values({
			id: randomUUID(),
			referral: found.id,
			event,
			by,
			state: found.state,
			place: (last?.place ?? 0) + 1,
			code: code ?? null,
			epoch: said && 'sealed' in said ? said.epoch : null,
			sealed: said && 'sealed' in said ? Buffer.from(said.sealed) : null,
			message: said && 'message' in said ? said.message : null,
			// What a machine did is written to the second, what a person did to the quarter of an hour.
			at: by === null ? now : toQuarterHour(now),
		})
		.execute()
}

/** Writes the step of the case and its entry; a case that was erased meanwhile has none. */
const tellCase = async (
	{ trx, desk }: Place,
	found: ReferralRow,
	{ step, act, by, code }: Happening,
): Promise<void> => {
	const what = { referral: found.id, ref: found.ref, ...(code === undefined ? {} : { code }) }
	if (step && found.case_id !== null)
		await writeChange(trx, desk, {
			found: await getLockedCase(trx, found.case_id),
			step: { kind: step, by, what },
		})
	if (act) {
		const about = found.case_id === null ? {} : { case: found.case_id }
		await recordActs(trx, [{ act, by, at: desk.now(), ...about, what }])
	}
}

/**
 * Writes down what happened. An event that moves nothing any more is kept as `heard`, so that nothing a partner says is lost.
 *
 * @returns the referral as it stands now
 */
export const happen = async (
	{ trx, desk }: Place,
	found: ReferralRow,
	happening: Happening,
): Promise<ReferralRow> => {
	const next = findState(found, happening.event)
	const event = next === undefined && isMoving(happening.event) ? 'heard' : happening.event
	const now = desk.now()
	const row = await trx
		.updateTable('referral')
		.set({ ...happening.set, state: next ?? found.state, changed: toQuarterHour(now) })
		.where('id', '=', found.id)
		.returningAll()
		.executeTakeFirstOrThrow()
	const moved = toReferralRow(row)
	await addStep({ trx, desk }, moved, { ...happening, event })
	await tellCase({ trx, desk }, moved, happening)
	return moved
}

/** The same where nothing but the move will do. @throws AppError `referral.no-move` */
export const mustHappen = async (
	place: Place,
	found: ReferralRow,
	happening: Happening,
): Promise<ReferralRow> => {
	if (findState(found, happening.event) === undefined)
		throw new AppError(
			'referral.no-move',
			409,
			`moving a referral: ${happening.event} is none of ${found.state}`,
		)
	return happen(place, found, happening)
}
