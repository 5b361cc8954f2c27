import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import type { CaseDatabase } from '../case-tables.ts'
import type { SealedAnswer } from '../mailroom.ts'
import { getLockedCase, getRelation, listReports, notAllowed, writeChange, type Desk } from './desk-case.ts'

/** Answers to every reporter of a case, or of all cases of its cluster, each sealed by the browser to one reporter. */
export type AnswerAll = {
	id: string
	reach: 'case' | 'cluster'
	template?: string
	answers: readonly SealedAnswer[]
}

const getCases = async (trx: CaseDatabase, { id, reach }: AnswerAll): Promise<string[]> => {
	const { cluster } = await getLockedCase(trx, id)
	if (reach === 'case' || cluster === undefined) return [id]
	const rows = await trx
		.selectFrom('desk_case')
		.select('id')
		.where('cluster', '=', cluster)
		.orderBy('id')
		.execute()
	return rows.map((row) => row.id)
}

/** Reports to which an answer of this reach has to be sealed, in the order of their random ids. */
export const listAnswered = async (
	db: CaseDatabase,
	{ id, reach }: Pick<AnswerAll, 'id' | 'reach'>,
): Promise<{ case: string; report: string; epoch: string }[]> => {
	const found = await db.selectFrom('desk_case').select('cluster').where('id', '=', id).executeTakeFirst()
	const cluster = reach === 'cluster' ? found?.cluster : undefined
	const reports = db
		.selectFrom('case_report')
		.innerJoin('desk_case', 'desk_case.id', 'case_report.case_id')
		.select(['case_report.case_id as case', 'case_report.report', 'case_report.epoch'])
		.orderBy('case_report.report')
	return (
		cluster ? reports.where('desk_case.cluster', '=', cluster) : reports.where('desk_case.id', '=', id)
	).execute()
}

/**
 * Keeps answers, all or none: every reporter within reach gets exactly one, nobody else any. Their clocks end. Answer: how
 * many reporters are reached.
 *
 * @throws AppError `case.answers-wrong` when a reporter is missing, twice, or of another case (the cluster has grown since)
 */
export const answerAll = (desk: Desk, all: AnswerAll, person: Person): Promise<number> =>
	desk.db.transaction().execute(async (trx) => {
		const ids = await getCases(trx, all)
		const reached: string[] = []
		for (const id of ids) {
			const found = await getLockedCase(trx, id)
			if (!may(person, 'write', 'answer', getRelation(found, person))) throw notAllowed('answering')
			reached.push(...(await listReports(trx, id)))
			const step = {
				kind: 'answered',
				by: person.id,
				event: 'answered',
				...(all.template === undefined ? {} : { what: { template: all.template } }),
			} as const
			await writeChange(trx, found, {}, step, desk)
		}
		const given = all.answers.map(({ report }) => report)
		if (given.toSorted().join() !== reached.toSorted().join())
			throw new AppError(
				'case.answers-wrong',
				409,
				'answering: wanted one answer for each reporter within reach',
			)
		await desk.mailroom.putAnswers(trx, all.answers, desk.now())
		return reached.length
	})
