import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { hashReceiptToken } from '../dossier.ts'
import { useApproval } from '#domains/approvals/server'
import { toQuarterHour } from '#domains/acts/server'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from '#domains/cases/server'

/** A dossier that leaves: the hash of its manifest, which is what the second person agreed to, and its token. */
export type Export = { id: string; manifest: string; token: string; approval: string }

/**
 * Writes down that a dossier leaves the desk, before its bytes are handed out. Only the hash of the token is kept.
 *
 * @throws AppError `approval.missing`, `case.not-allowed`
 */
export const exportDossier = (
	desk: Desk,
	{ id, manifest, token, approval }: Export,
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'write', 'dossier', getRelation(found, person))) throw notAllowed('exporting a dossier')
		const now = desk.now()
		await useApproval(trx, { id: approval, act: 'export', subject: id, digest: manifest, by: person, now })
		const dossier = randomUUID()
		await trx
			.insertInto('dossier')
			.values({
				id: dossier,
				case_id: id,
				manifest,
				token_hash: hashReceiptToken(token),
				approval,
				by: person.id,
				at: toQuarterHour(now),
				received_at: null,
			})
			.execute()
		await writeChange(trx, desk, {
			found,
			step: { kind: 'exported', by: person.id, event: 'police-told', what: { manifest, approval } },
		})
		return dossier
	})

/**
 * Writes down that a dossier which has left was put into the hands of whom it is for. A second time, or once its token has come back,
 * changes nothing.
 *
 * @throws AppError `case.not-found` for an unknown dossier, `case.not-allowed`
 */
export const handDossier = (desk: Desk, id: string, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('dossier')
			.select(['case_id', 'manifest', 'handed_at', 'received_at'])
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst()
		if (!row) throw new AppError('case.not-found', 404, 'handing a dossier over: there is none of this id')
		const found = await getLockedCase(trx, row.case_id)
		if (!may(person, 'send', 'dossier', getRelation(found, person)))
			throw notAllowed('handing a dossier over')
		if (row.handed_at ?? row.received_at) return
		await trx
			.updateTable('dossier')
			.set({ handed_at: toQuarterHour(desk.now()) })
			.where('id', '=', id)
			.execute()
		const what = { manifest: row.manifest }
		await writeChange(trx, desk, { found, step: { kind: 'handed', by: person.id, what } })
	})

/**
 * Takes note that whoever got a dossier has given its token back. Answer: the case, `undefined` for an unknown token; a
 * second time changes nothing.
 *
 * @throws AppError `case.not-allowed`
 */
export const acknowledgeDossier = (desk: Desk, token: string, person: Person): Promise<string | undefined> =>
	desk.db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('dossier')
			.select(['id', 'case_id', 'received_at'])
			.where('token_hash', '=', hashReceiptToken(token))
			.forUpdate()
			.executeTakeFirst()
		if (!row) return undefined
		const found = await getLockedCase(trx, row.case_id)
		if (!may(person, 'read', 'dossier', getRelation(found, person)))
			throw notAllowed('acknowledging a dossier')
		if (row.received_at) return row.case_id
		await trx
			.updateTable('dossier')
			.set({ received_at: toQuarterHour(desk.now()) })
			.where('id', '=', row.id)
			.execute()
		await writeChange(trx, desk, { found, step: { kind: 'acknowledged', by: person.id } })
		return row.case_id
	})
