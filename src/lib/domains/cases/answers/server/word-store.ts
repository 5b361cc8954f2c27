import { getStatusAfterWord } from '../../status.ts'
import type { CaseTransaction } from '../../server/case-tables.ts'
import { showWord } from '../../server/child-page.ts'
import { getLockedCase, lockCluster, writeChange, type Desk, type DeskCase } from '../../server/desk-case.ts'

const countWritten = async (trx: CaseTransaction, id: string): Promise<number> => {
	const steps = trx.selectFrom('case_step').where('case_id', '=', id).where('kind', '=', 'reporter-wrote')
	return (await steps.select('id').execute()).length
}

/** True when the desk has sent a letter to the reporter of a case since that one wrote last. */
export const isAnswered = async (trx: CaseTransaction, id: string): Promise<boolean> => {
	const last = await trx
		.selectFrom('case_step')
		.select('kind')
		.where('case_id', '=', id)
		.where('kind', 'in', ['answered', 'reporter-wrote'])
		.orderBy('place', 'desc')
		.executeTakeFirst()
	return last?.kind === 'answered'
}

/**
 * Takes note that a reporter has written again: the case is taken up if it waited or was over, and the clock of the answer
 * runs. `undefined` when no case has this report.
 *
 * @param letters - how many there are: two who have seen the same one write one step
 */
export const noteReporterWord = (
	desk: Desk,
	report: string,
	letters: number,
): Promise<DeskCase | undefined> =>
	desk.db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('case_report')
			.select('case_id')
			.where('report', '=', report)
			.executeTakeFirst()
		if (!row) return undefined
		await lockCluster(trx, row.case_id)
		const found = await getLockedCase(trx, row.case_id)
		if ((await countWritten(trx, found.id)) >= letters) return found
		const status = getStatusAfterWord(found.status)
		const step = { kind: 'reporter-wrote', by: null, status, event: 'reporter-wrote' } as const
		const after = await writeChange(trx, desk, { found, set: { status }, step })
		await showWord(trx, desk, { report, before: found.status, found: after })
		return after
	})
