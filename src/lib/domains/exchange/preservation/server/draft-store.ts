import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#base'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { getLockedCase, getRelation } from '#domains/cases/server'
import { findPartner } from '#domains/exchange/partners/server'
import { may, type Person } from '#domains/people'
import { toUtcDay } from '../run-clocks.ts'
import { checkCopies, keepCopies, listCopyReaders, type SealedCopy } from './copy-store.ts'
import type { PreservationDesk, PreservationTransaction } from './preservation-tables.ts'
import { addStep, getLockedRequest, requestNotAllowed, type PreservationRequest } from './request-rows.ts'
import { findStanding } from './standing.ts'

export type NewRequest = {
	case: string | undefined
	/** Partner that is asked to transmit it. */
	partner: string
	provider: string
	country: string
	instrument: PreservationRequest['instrument']
	urgency: PreservationRequest['urgency']
	/** Of what every copy says. */
	digest: string
	/** Request that this one follows from: its provider was found to be another State's (article 30). */
	after: string | undefined
	copies: readonly SealedCopy[]
}

/** The case that a request comes from, if somebody has reported it: their words must be open where the request is written. */
export const findReported = async (
	db: Pick<PreservationTransaction, 'selectFrom'>,
	of: string | undefined,
): Promise<string | undefined> => {
	if (of === undefined) return undefined
	const row = await db
		.selectFrom('case_report')
		.select('case_id')
		.where('case_id', '=', of)
		.executeTakeFirst()
	return row?.case_id
}

/** @throws AppError `preservation.not-allowed`, `preservation.authority`, `preservation.case`, `preservation.not-found` */
const checkDraft = async (
	trx: PreservationTransaction,
	{ partner, case: of, after }: NewRequest,
	by: Person,
): Promise<void> => {
	const standing = await findStanding(trx, by)
	if (!standing.isHotline) throw requestNotAllowed('drafting a request')
	const found = await findPartner(trx, partner)
	if (found?.kind !== 'police' && found?.kind !== 'central-authority')
		throw new AppError('preservation.authority', 409, 'drafting a request: the partner is no authority')
	if (of !== undefined && !may(by, 'open', 'case', getRelation(await getLockedCase(trx, of), by)))
		throw new AppError('preservation.case', 409, 'drafting a request: the case is not open to this person')
	if (after !== undefined) await getLockedRequest(trx, after)
}

/** `P-2026-0007`: numbered within a year of UTC; the table is locked, so that no two have one number. */
const nextReference = async (trx: PreservationTransaction, now: Date): Promise<string> => {
	await sql`lock table preservation in share row exclusive mode`.execute(trx)
	const prefix = `P-${now.getUTCFullYear()}-`
	const rows = await trx.selectFrom('preservation').select('ref').where('ref', 'like', `${prefix}%`).execute()
	const last = Math.max(0, ...rows.map(({ ref }) => Number(ref.slice(prefix.length))))
	return prefix + String(last + 1).padStart(4, '0')
}

const toRow = (given: NewRequest, now: Date) => ({
	partner: given.partner,
	provider: given.provider,
	country: given.country,
	instrument: given.instrument,
	urgency: given.urgency,
	digest: given.digest,
	changed: toQuarterHour(now),
})

/**
 * Keeps a draft of the hotline. Answer: its id.
 *
 * @throws AppError `preservation.not-allowed`, `preservation.authority`, `preservation.case`, `preservation.not-found`, `preservation.not-sealed`,
 * `preservation.readers`
 */
export const draftRequest = ({ db, now }: PreservationDesk, given: NewRequest, by: Person): Promise<string> =>
	db.transaction().execute(async (trx) => {
		await checkDraft(trx, given, by)
		checkCopies(given.copies, await listCopyReaders(trx, { partner: given.partner, draftedBy: by.id }))
		const [id, at] = [randomUUID(), now()]
		const own = {
			id,
			ref: await nextReference(trx, at),
			case_id: given.case ?? null,
			after: given.after ?? null,
		}
		await trx
			.insertInto('preservation')
			.values({
				...own,
				...toRow(given, at),
				state: 'draft',
				drafted_by: by.id,
				drafted: toUtcDay(at),
				transmitted: null,
				ack_due: null,
				version: 1,
			})
			.execute()
		await keepCopies(trx, { request: id, of: given.case, copies: given.copies })
		await addStep(trx, id, { step: { kind: 'draft', by: by.id }, now: at })
		if (given.after !== undefined)
			await addStep(trx, given.after, { step: { kind: 'followed', by: by.id, theirRef: own.ref }, now: at })
		await recordDrafted(trx, { id, of: given.case, by: by.id, at })
		return id
	})

const recordDrafted = (
	trx: PreservationTransaction,
	{ id, of, by, at }: { id: string; of: string | undefined; by: string; at: Date },
): Promise<void> =>
	recordActs(trx, [
		{ act: 'preservation/drafted', by, at, what: { request: id }, ...(of === undefined ? {} : { case: of }) },
	])

/**
 * Puts another text in the place of a draft: only its drafter, only while it is one. The case and what it follows from stay.
 *
 * @throws AppError as {@link draftRequest}; `preservation.no-move` once it is no draft, `preservation.changed`
 */
export const redraftRequest = (
	{ db, now }: PreservationDesk,
	{ id, version, given }: { id: string; version: number; given: NewRequest },
	by: Person,
): Promise<string> =>
	db.transaction().execute(async (trx) => {
		const found = await getLockedRequest(trx, id)
		if (found.draftedBy !== by.id) throw requestNotAllowed('changing a draft')
		if (found.state !== 'draft')
			throw new AppError('preservation.no-move', 409, 'changing a draft: it is no draft any more')
		if (found.version !== version)
			throw new AppError('preservation.changed', 409, 'changing a draft: it was changed since it was read')
		const same = { ...given, case: found.case, after: undefined }
		await checkDraft(trx, same, by)
		checkCopies(given.copies, await listCopyReaders(trx, { partner: given.partner, draftedBy: by.id }))
		const at = now()
		await trx
			.updateTable('preservation')
			.set({ ...toRow(given, at), version: found.version + 1 })
			.where('id', '=', id)
			.execute()
		await trx.deleteFrom('preservation_copy').where('request', '=', id).execute()
		await keepCopies(trx, { request: id, of: found.case, copies: given.copies })
		await addStep(trx, id, { step: { kind: 'redraft', by: by.id }, now: at })
		await recordDrafted(trx, { id, of: found.case, by: by.id, at })
		return id
	})
