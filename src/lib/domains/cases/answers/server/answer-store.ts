import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { letterSizes, type Status as ChildStatus } from '#domains/reports'
import { checkSealed } from '#tools/seal/sealed'
import type { CaseQueries, CaseTransaction } from '../../server/case-tables.ts'
import type { SealedAnswer } from '../../server/reports-port.ts'
import { showAnswered } from '../../server/child-page.ts'
import {
	getRelation,
	listReports,
	lockCases,
	lockCluster,
	notAllowed,
	writeChange,
	type Desk,
	type DeskCase,
} from '../../server/desk-case.ts'

/** Answers to every reporter of a case, or of all cases of its cluster, each sealed by the browser to one reporter. */
export type AnswerAll = {
	id: string
	reach: 'case' | 'cluster'
	template?: string
	/** Status that the template puts on the pages of the reporters. */
	status?: ChildStatus
	answers: readonly SealedAnswer[]
}

const wrongAnswers = (): AppError =>
	new AppError('case.answers-wrong', 409, 'answering: wanted one answer for each reporter within reach')

/** The cases within reach, locked; refused when one has left the cluster, or it has become another, meanwhile. */
const getCases = async (trx: CaseTransaction, { id, reach }: AnswerAll): Promise<DeskCase[]> => {
	if (reach === 'case') return lockCases(trx, [id])
	const { cluster, cases } = await lockCluster(trx, id)
	if (cases.some((found) => found.cluster !== cluster)) throw wrongAnswers()
	return cases
}

/** Reports to which an answer of this reach has to be sealed, in the order of their random ids. */
export const listAnswered = async (
	db: CaseQueries,
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
 * Keeps answers, all or none: every reporter within reach gets exactly one, nobody else any. Their clocks end, and their pages
 * say what the template says. Answer: how many reporters are reached.
 *
 * @throws AppError `case.answers-wrong` when a reporter is missing, twice, or of another case (the cluster has grown since);
 * `case.not-sealed` when one is not sealed, or not of the size that all have
 */
export const answerAll = (desk: Desk, all: AnswerAll, person: Person): Promise<number> =>
	desk.db.transaction().execute(async (trx) => {
		if (!all.answers.every(({ sealed }) => checkSealed(sealed, 'x25519', letterSizes).ok))
			throw new AppError('case.not-sealed', 400, 'answering: wanted age files of the one size of letters')
		const reached: string[] = []
		for (const found of await getCases(trx, all)) {
			if (!may(person, 'write', 'answer', getRelation(found, person))) throw notAllowed('answering')
			reached.push(...(await listReports(trx, found.id)))
			const step = {
				kind: 'answered',
				by: person.id,
				event: 'answered',
				...(all.template === undefined ? {} : { what: { template: all.template } }),
			} as const
			await writeChange(trx, desk, { found, step })
		}
		const given = all.answers.map(({ report }) => report)
		if (given.toSorted().join() !== reached.toSorted().join()) throw wrongAnswers()
		await desk.reportsPort.putAnswers(trx, all.answers, desk.now())
		await showAnswered(trx, desk, { reports: reached, status: all.status })
		return reached.length
	})
