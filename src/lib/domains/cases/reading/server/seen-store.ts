import { AppError } from '#base'
import type { Person } from '#domains/people'
import type { CaseTransaction } from '../../server/case-tables.ts'
import { showSeen } from '../../server/child-page.ts'
import { getLockedCase, listReports, notAllowed, writeChange, type Desk } from '../../server/desk-case.ts'
import { mayOpen } from './open-store.ts'

/** Acts of a person on a case so far that count as a look. */
const listLooks = async (trx: CaseTransaction, id: string, person: string): Promise<readonly string[]> =>
	(
		await trx
			.selectFrom('case_step')
			.select('kind')
			.distinct()
			.where('case_id', '=', id)
			.where('by', '=', person)
			.where('kind', 'in', ['opened', 'seen'])
			.execute()
	).map(({ kind }) => kind)

/**
 * A person has seen a case: its own page showed them the report, or they say so. Only this is a look at danger; opening, of
 * one or of many, hands out sealed bytes and no more. Written down once for each person.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`; `case.not-opened`: this person was never given the report
 */
export const noteSeen = (desk: Desk, id: string, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!mayOpen(found, person)) throw notAllowed('noting that a case was seen')
		const looks = await listLooks(trx, id, person.id)
		if (!looks.includes('opened'))
			throw new AppError('case.not-opened', 409, 'noting that a case was seen: this person has not opened it')
		if (looks.includes('seen')) return
		await writeChange(trx, desk, { found, step: { kind: 'seen', by: person.id, event: 'seen' } })
		await showSeen(trx, desk, await listReports(trx, id))
	})
