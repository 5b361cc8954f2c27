import { toBase64 } from '#base'
import type { SealedReport } from '#domains/cases/reading'
import { openForReading, toOpenDigest } from '#domains/cases/reading/server'
import { countDeskLetters, findReports, listReporterLetters } from '#domains/reports/server'
import { getDesk, getReportDatabase } from '#server/desk/case-desk'
import { findGranted } from '../granted.ts'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

const body = v.strictObject({
	ids: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.nonEmpty(), v.maxLength(1000)),
})

const readSealed = async (reports: readonly string[]): Promise<Map<string, SealedReport>> => {
	if (reports.length === 0) return new Map()
	const db = getReportDatabase()
	const answered = await countDeskLetters(db, reports)
	const letters = Map.groupBy(await listReporterLetters(db, reports), ({ report }) => report)
	const found = await findReports(db, reports)
	return new Map(
		found.map(({ id, epoch, sealed, sealed_by: sealedBy, hour }) => [
			id,
			{
				id,
				epoch,
				sealedBy,
				sealed: toBase64(sealed),
				hour: hour.toISOString(),
				letters: (letters.get(id) ?? []).map(({ n, epoch: of, sealed: letter, hour: at }) => ({
					n,
					epoch: of ?? epoch,
					sealed: toBase64(letter),
					hour: at.toISOString(),
				})),
				answered: answered.get(id) ?? 0,
			},
		]),
	)
}

/** Hands out sealed reports of cases: each opening is written down before a byte is, and counted for the person's own meter. */
export const openReportsAct = deskEndpoint(
	{ may: ['list', 'case'], body, refusals: caseRefusals, writes: ['case/opened', 'case/open-many'] },
	async ({ ids }, { staff }) => {
		const asked = {
			act: 'open-many',
			subject: 'cases',
			digest: toOpenDigest(ids),
			askedBy: staff.id,
		} as const
		const approval = (await findGranted(asked)) || undefined
		const opened = await openForReading(getDesk(), ids, staff, approval)
		const reports = await readSealed([...opened.values()].flat())
		return {
			cases: Array.from(opened, ([id, of]) => ({ id, reports: of.flatMap((one) => reports.get(one) ?? []) })),
		}
	},
)
