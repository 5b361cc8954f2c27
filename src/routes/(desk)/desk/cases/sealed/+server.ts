import { listApprovals } from '#domains/approvals/server'
import { openForReading, toOpenDigest } from '#domains/cases/reading/server'
import type { SealedReport } from '#domains/cases/reading'
import { countDeskLetters, findReports, listReporterLetters } from '#domains/reports/server'
import * as v from 'valibot'
import { getDesk, getReportDatabase, readJson, tellJson, wrongForm } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

const asked = v.strictObject({
	ids: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.nonEmpty(), v.maxLength(1000)),
})

const findMany = async (ids: readonly string[], person: string): Promise<string | undefined> => {
	const digest = toOpenDigest(ids)
	const { db, now } = getDesk()
	return (await listApprovals(db, now())).find(
		(one) =>
			one.act === 'open-many' && one.digest === digest && one.askedBy === person && one.state === 'granted',
	)?.id
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

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
				...{ id, epoch, sealedBy, sealed: toBase64(sealed), hour: hour.toISOString() },
				letters: (letters.get(id) ?? []).map(({ n, epoch: of, sealed: letter, hour: at }) => ({
					...{ n, epoch: of ?? epoch, sealed: toBase64(letter), hour: at.toISOString() },
				})),
				answered: answered.get(id) ?? 0,
			},
		]),
	)
}

/**
 * Sealed reports of cases: each opening is written down before a byte is handed out, and counted for the person's own meter.
 */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'list', 'case')
	return tellJson(async () => {
		const body = v.safeParse(asked, await readJson(event.request))
		if (!body.success) return wrongForm()
		const { ids } = body.output
		const opened = await openForReading(getDesk(), ids, staff, await findMany(ids, staff.id))
		const reports = await readSealed([...opened.values()].flat())
		return {
			cases: Array.from(opened, ([id, of]) => ({ id, reports: of.flatMap((one) => reports.get(one) ?? []) })),
		}
	})
}
