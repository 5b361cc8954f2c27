/** The desk of a demonstration, for tests: opens every report of a data folder and answers it, while the product is stopped. */
import { signAsync } from '@noble/ed25519'
import { migrate, openDatabase } from '#platform'
import { toHour } from '#base'
import { parseReport, reportSizes, letterSizes, signAnswer, type Report } from '#domains/reports'
import {
	addLetter,
	findReports,
	getDemonstrationSecret,
	setStatus,
	type ReportTables,
} from '#domains/reports/server'
import { checkSealed, openText, seal } from '#tools/seal/sealed'
import type { Kysely } from 'kysely'
import type { Tables } from '../../src/server/process/database.ts'

export type OpenedReport = {
	report: Report
	sealedBy: string
	lane: string
	/** The sealed bytes as they lie there, and the demonstration's key to them. */
	sealed: Uint8Array
	identity: string
}

const getValue = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}

type Db = Kysely<ReportTables>

const answer = async (
	db: Db,
	dataDir: string,
	{ id, texts }: { id: string; texts: readonly string[] },
): Promise<OpenedReport> => {
	const [row] = await findReports(db, [id])
	if (!row) throw new Error('answering reports: a report is gone')
	const sealed = new Uint8Array(row.sealed)
	getValue(checkSealed(sealed, 'x25519', reportSizes))
	const { identity, answerSeed } = await getDemonstrationSecret(dataDir, row.epoch)
	const report = getValue(parseReport(getValue(await openText(sealed, identity)), row.epoch))
	const hour = toHour(new Date())
	const { safeHours } = report.answers
	for (const [at, text] of texts.entries()) {
		const letter = await signAnswer(
			{
				v: 1,
				form: 'answer',
				report: report.nonce,
				n: at + 1,
				language: 'ar',
				text,
				hour: hour.toISOString().replace('.000Z', 'Z'),
				...(safeHours ? { safeHours } : {}),
			},
			(message) => signAsync(message, answerSeed),
		)
		const closed = getValue(await seal(letter, report.box, letterSizes))
		await addLetter(db, { report: id, sender: 'desk', epoch: row.epoch, sealed: closed, hour })
	}
	await setStatus(db, [id], 'looked-at')
	return { report, sealedBy: row.sealed_by, lane: row.lane, sealed, identity }
}

/** Answers every report there with these letters, one after the other, and tells what they said. */
export const answerReports = async (dataDir: string, ...texts: string[]): Promise<OpenedReport[]> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		await migrate(database)
		const db = database.kysely
		const rows = await db.selectFrom('report').select('id').execute()
		return await Promise.all(rows.map(({ id }) => answer(db, dataDir, { id, texts })))
	} finally {
		await database.close()
	}
}
