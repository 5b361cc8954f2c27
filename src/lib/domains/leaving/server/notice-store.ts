import { may, type Person } from '#domains/people'
import { isList, needsSecond, type LeavingForm } from '../leaving.ts'
import { useApproval } from '#domains/approvals/server'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from '#domains/cases/server'

/** A notice or list that leaves: the SHA-256 of its file in hex. The file itself is made where it is saved, in the browser. */
export type Leaving = {
	id: string
	form: LeavingForm
	digest: string
	/** Given where a second person must have agreed. */
	approval?: string
}

/**
 * Writes down that a notice or a list leaves the desk, before its file is saved. Whether it takes two is asked of the case's own
 * row, in the transaction that writes.
 *
 * @throws AppError `approval.missing`, `case.not-allowed`, `case.not-found`
 */
export const noteLeaving = (
	desk: Desk,
	{ id, form, digest, approval = '' }: Leaving,
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'send', 'notice', getRelation(found, person))) throw notAllowed('letting a notice leave')
		const isOfTwo = needsSecond(form, found.status)
		if (isOfTwo)
			await useApproval(trx, {
				id: approval,
				act: 'export',
				subject: id,
				digest,
				by: person,
				now: desk.now(),
			})
		const kind = isList(form) ? 'listed' : 'noticed'
		const what = { form, digest, ...(isOfTwo ? { approval } : {}) }
		await writeChange(trx, desk, { found, step: { kind, by: person.id, what } })
	})
