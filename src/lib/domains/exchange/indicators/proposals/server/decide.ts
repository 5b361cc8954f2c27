/** The second person: agrees to a batch, which publishes it, or says no, which drops it. */
import { AppError } from '#base'
import { decideApproval, listApprovals, useApproval } from '#domains/approvals/server'
import type { IndicatorDatabase } from '../../server/indicator-tables.ts'
import { listBatch, toBatchDigest, type AskedBy } from './propose.ts'
import { publishIndicators } from '../../server/publish.ts'

const findApproval = async (db: IndicatorDatabase, batch: string, now: Date) => {
	const found = (await listApprovals(db, now)).findLast(
		({ act, subject }) => act === 'publish-indicator' && subject === batch,
	)
	if (!found)
		throw new AppError('approval.missing', 403, 'deciding about indicators: nobody has asked for it today')
	return found
}

/**
 * Publishes a batch that a second person has agreed to.
 *
 * @returns how many
 * @throws AppError `approval.missing`, `indicator.gone`
 */
export const publishBatch = async (db: IndicatorDatabase, batch: string, now: Date): Promise<number> => {
	const { id, askedBy } = await findApproval(db, batch, now)
	return db.transaction().execute(async (trx) => {
		const proposals = await listBatch(trx, batch)
		const digest = toBatchDigest(proposals)
		const by = { id: askedBy }
		const approvedBy = await useApproval(trx, {
			id,
			act: 'publish-indicator',
			subject: batch,
			digest,
			by,
			now,
		})
		const published = await publishIndicators(trx, {
			ids: proposals.map((one) => one.id),
			approvedBy,
			now,
		})
		return published.length
	})
}

/**
 * Agrees to a batch as the second person, and publishes it; or says no: then nothing of it is left to agree to.
 *
 * @param decision - `wait`: how long, in milliseconds, somebody who has enrolled waits before they count
 * @throws AppError `approval.missing`, `approval.same-person`, `indicator.gone`
 */
export const decideBatch = async (
	db: IndicatorDatabase,
	{ batch, grants, wait }: { batch: string; grants: boolean; wait: number },
	{ person, now }: AskedBy,
): Promise<void> => {
	const { id } = await findApproval(db, batch, now)
	await decideApproval(db, { id, grants, wait }, person, now)
	if (grants) return void (await publishBatch(db, batch, now))
	await db
		.updateTable('indicator')
		.set({ state: 'refused', modified: now })
		.where('batch', '=', batch)
		.where('state', '=', 'proposed')
		.execute()
}

/** Sets an offer of a partner aside; it is not offered again. */
export const dismissOffer = async (db: IndicatorDatabase, id: string, now: Date): Promise<void> => {
	const row = await db
		.updateTable('indicator')
		.set({ state: 'refused', modified: now })
		.where('id', '=', id)
		.where('state', '=', 'offered')
		.returning('id')
		.executeTakeFirst()
	if (!row) throw new AppError('indicator.gone', 409, 'setting an offer aside: it is none any more')
}
