import { createHash } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { useApproval } from '#domains/approvals/server'
import { toQuarterHour } from '#domains/acts/server'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from '#domains/cases/server'

/** Digest of what a second person agrees to: this reason, as it was sealed. */
export const toHoldDigest = (reasonSealed: Uint8Array): string =>
	createHash('sha256').update(reasonSealed).digest('hex')

/**
 * Keeps a case beyond its time, with a sealed reason and two persons.
 *
 * @throws AppError `approval.missing`, `case.held` when it is held already
 */
export const placeHold = (
	desk: Desk,
	{ id, reasonSealed, approval }: { id: string; reasonSealed: Uint8Array; approval: string },
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'place', 'hold', getRelation(found, person))) throw notAllowed('holding a case')
		const digest = toHoldDigest(reasonSealed)
		const now = desk.now()
		const second = await useApproval(trx, {
			id: approval,
			act: 'override-retention',
			subject: id,
			digest,
			by: person,
			now,
		})
		const placed = await trx
			.insertInto('hold')
			.values({
				case_id: id,
				reason_sealed: Buffer.from(reasonSealed),
				placed_by: person.id,
				approved_by: second,
				at: toQuarterHour(now),
			})
			.onConflict((conflict) => conflict.column('case_id').doNothing())
			.returning('case_id')
			.executeTakeFirst()
		if (!placed) throw new AppError('case.held', 409, 'holding a case: it is held already')
		await writeChange(trx, desk, { found, step: { kind: 'held', by: person.id, what: { approval, digest } } })
	})

/** Lets a case go again: its time runs from now. One person may do it: it keeps nothing longer. */
export const releaseHold = (desk: Desk, id: string, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'place', 'hold', getRelation(found, person))) throw notAllowed('letting a case go')
		await trx.deleteFrom('hold').where('case_id', '=', id).execute()
		await writeChange(trx, desk, { found, step: { kind: 'released', by: person.id } })
	})
