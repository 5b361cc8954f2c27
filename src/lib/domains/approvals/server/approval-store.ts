import { randomUUID } from 'node:crypto'
import { AppError, day, isUuid } from '#base'
import { getSecondFrom, isSecondPerson, type FourEyesAct, type Person } from '#domains/people'
import { findPerson, type PersonRecord } from '#domains/people/server'
import type { ApprovalDatabase, ApprovalQueries, ApprovalTransaction } from './approval-tables.ts'
import { recordActs, toQuarterHour } from '#domains/acts/server'

/** Request of one person that another must agree to. `digest`: SHA-256 in hex of exactly what it is, so that nothing else can be done with it. */
type Asked = { act: FourEyesAct; subject: string; digest: string }

export type Approval = Asked & {
	id: string
	askedBy: string
	askedAt: Date
	decidedBy: string | undefined
	state: 'asked' | 'granted' | 'refused' | 'withdrawn' | 'used'
}

/** Time that an agreement can be used, in milliseconds. */
const approvalAge = day

const missing = (): AppError =>
	new AppError('approval.missing', 403, 'an act of two persons: no second person has agreed to exactly this')

/** Asks for a second person. Asked twice for the same, the first question stands. Answer: its id. */
export const askApproval = (
	db: ApprovalDatabase,
	asked: Asked,
	person: Pick<Person, 'id'>,
	now: Date,
): Promise<string> =>
	db.transaction().execute(async (trx) => {
		await forget(trx, asked, now)
		const open = await trx
			.selectFrom('approval')
			.select(['id', 'asked_by'])
			.where('act', '=', asked.act)
			.where('subject', '=', asked.subject)
			.where('digest', '=', asked.digest)
			.where('state', 'in', ['asked', 'granted'])
			.executeTakeFirst()
		if (open) {
			if (open.asked_by === person.id) return open.id
			throw new AppError('approval.asked', 409, 'asking for a second person: somebody else has asked for it')
		}
		const id = randomUUID()
		await trx
			.insertInto('approval')
			.values({
				id,
				...asked,
				asked_by: person.id,
				asked_at: toQuarterHour(now),
				decided_by: null,
				decided_at: null,
				state: 'asked',
			})
			.execute()
		await recordActs(trx, [
			{
				act: 'approval/asked',
				by: person.id,
				at: now,
				what: { id, act: asked.act, subject: asked.subject, digest: asked.digest },
			},
		])
		return id
	})

/** Agreements of yesterday are void: who wants the act asks again. */
const forget = async (trx: ApprovalTransaction, asked: Asked, now: Date): Promise<void> => {
	await trx
		.updateTable('approval')
		.set({ state: 'withdrawn' })
		.where('act', '=', asked.act)
		.where('subject', '=', asked.subject)
		.where('state', 'in', ['asked', 'granted'])
		.where('asked_at', '<', new Date(now.getTime() - approvalAge))
		.execute()
}

const getLocked = async (trx: ApprovalTransaction, id: string) => {
	const row = isUuid(id)
		? await trx.selectFrom('approval').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
		: undefined
	if (!row) throw missing()
	return row
}

/**
 * Finds a person who may be the second for an act now: read anew in this transaction, so that a role taken away a moment ago
 * counts. The second person stands no nearer to the thing than their unit does.
 */
const findSecond = async (
	trx: ApprovalTransaction,
	{ act, askedBy, id }: { act: FourEyesAct; askedBy: string; id: string },
): Promise<PersonRecord | undefined> => {
	const person = await findPerson(trx, id)
	const isSecond = person && !person.disabled && isSecondPerson(act, { id: askedBy }, person, 'unit')
	return isSecond ? person : undefined
}

/**
 * Agrees to what was asked, or says no.
 *
 * @param decision - `wait`: how long, in milliseconds, somebody who has enrolled waits before they count
 * @throws AppError `approval.missing` (nothing is waiting under this id), `approval.same-person` (the same, or somebody who
 * may not, or not yet)
 */
export const decideApproval = (
	db: ApprovalDatabase,
	{ id, grants, wait }: { id: string; grants: boolean; wait: number },
	person: Pick<Person, 'id'>,
	now: Date,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const row = await getLocked(trx, id)
		if (row.state !== 'asked' || row.asked_at.getTime() < now.getTime() - approvalAge) throw missing()
		const second = await findSecond(trx, {
			act: row.act as FourEyesAct,
			askedBy: row.asked_by,
			id: person.id,
		})
		if (!second || getSecondFrom(second.enrolledAt, wait, now))
			throw new AppError('approval.same-person', 403, 'agreeing to an act: it takes another person who may')
		const state = grants ? 'granted' : 'refused'
		await trx
			.updateTable('approval')
			.set({ state, decided_by: person.id, decided_at: toQuarterHour(now) })
			.where('id', '=', id)
			.execute()
		await recordActs(trx, [{ act: `approval/${state}`, by: person.id, at: now, what: { id } }])
	})

/** Act that is about to be done with an agreement, inside the transaction that does it. */
export type Use = Asked & { id: string; by: Pick<Person, 'id'>; now: Date }

/**
 * Uses an agreement, once. Everything is checked again: that it is for exactly this, of today, granted by another person
 * who still may, and used by who asked. Answer: the second person.
 *
 * @throws AppError `approval.missing`
 */
export const useApproval = async (trx: ApprovalTransaction, use: Use): Promise<string> => {
	const row = await getLocked(trx, use.id)
	const isThis =
		row.state === 'granted' &&
		row.act === use.act &&
		row.subject === use.subject &&
		row.digest === use.digest &&
		row.asked_by === use.by.id &&
		row.asked_at.getTime() >= use.now.getTime() - approvalAge
	const second = row.decided_by
	if (!isThis || second === null) throw missing()
	if (!(await findSecond(trx, { act: use.act, askedBy: row.asked_by, id: second }))) throw missing()
	await trx.updateTable('approval').set({ state: 'used' }).where('id', '=', use.id).execute()
	return second
}

/** Lists what waits for a second person or can be used, oldest first. */
export const listApprovals = async (db: ApprovalQueries, now: Date): Promise<Approval[]> => {
	const rows = await db
		.selectFrom('approval')
		.selectAll()
		.where('state', 'in', ['asked', 'granted'])
		.where('asked_at', '>=', new Date(now.getTime() - approvalAge))
		.orderBy('asked_at')
		.orderBy('id')
		.execute()
	return rows.map((row) => ({
		id: row.id,
		act: row.act as FourEyesAct,
		subject: row.subject,
		digest: row.digest,
		askedBy: row.asked_by,
		askedAt: row.asked_at,
		decidedBy: row.decided_by ?? undefined,
		state: row.state,
	}))
}
