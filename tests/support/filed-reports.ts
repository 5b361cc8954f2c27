/** Reports that were filed before the product starts: sealed as a browser does, into a data folder of a demonstration. */
import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { sql, type Kysely } from 'kysely'
import type { Locale } from '#base'
import { commitReport, migrate, openDatabase } from '#platform'
import type { Answers } from '#domains/reports'
import { drawReceipt, openEpoch, sealReport } from '#domains/reports/sealing'
import { openReports, type Reports } from '#domains/reports/server'
import type { Argon2id } from '#tools/seal/receipt-keys'
import type { NoteKey } from '#tools/seal/signed-note'
import type { Tables } from '../../src/server/process/database.ts'
import { fillDataFolder } from './ready-made.ts'

const run = promisify(argon2)
const argon2idOfNode: Argon2id = async (parameters) => new Uint8Array(await run('argon2id', parameters))

export type Filed = { answers: Answers; locale?: Locale; lane?: 'danger' | 'normal' }

/** Where reports lie when it is no demonstration in the embedded database. */
export type Place = { root?: NoteKey | undefined; databaseUrl?: string | undefined }

/** Opens the reports of a data folder while no product runs on it. */
export const withReports = async <Answer>(
	dataDir: string,
	use: (reports: Reports, kysely: Kysely<Tables>) => Promise<Answer>,
	{ root, databaseUrl }: Place = {},
): Promise<Answer> => {
	if (databaseUrl === undefined) await fillDataFolder(dataDir)
	const database = await openDatabase<Tables>({ dataDir, databaseUrl })
	await migrate(database)
	const { kysely } = database
	const onFault = (error: unknown): void => console.error(error)
	const options = { root, findProof: async () => undefined, onFault, threads: 1 }
	const reports = await openReports({ ...options, kysely, dataDir })
	try {
		return await use(reports, kysely)
	} finally {
		await reports.close()
		await database.close()
	}
}

/** Gives a report the priority that it was to have, with the commitment to it: its entry has no place in the record yet. */
const makeNormal = async (kysely: Kysely<Tables>, entry: string): Promise<void> => {
	const lane = 'normal'
	const row = await kysely
		.selectFrom('report')
		.selectAll()
		.where('entry', '=', entry)
		.executeTakeFirstOrThrow()
	const commitment = Buffer.from(commitReport({ ...row, lane, sealedBy: row.sealed_by }))
	await sql`update report set lane = ${lane}, commitment = ${commitment} where entry = ${entry}`.execute(
		kysely,
	)
	await sql`update audit_entry set commitment = ${commitment} where id = ${entry}`.execute(kysely)
}

/** Files reports, in order. Answer: the code of each receipt. They are sent with the priority that asks for no work, and get their own after. */
export const fileReports = (
	dataDir: string,
	filed: readonly Filed[],
	given: Argon2id | Place = {},
): Promise<string[]> => {
	const [argon2id, place] = typeof given === 'function' ? [given, {}] : [argon2idOfNode, given]
	const file = async (reports: Reports, kysely: Kysely<Tables>): Promise<string[]> => {
		const epoch = await openEpoch((await reports.getEpoch()).record, reports.root)
		if (!epoch.ok) throw new Error('filing reports: the epoch is not signed')
		const codes: string[] = []
		for (const { answers, locale = 'ar', lane = 'normal' } of filed) {
			const receipt = await drawReceipt(argon2id)
			const made = await sealReport({ answers, locale, epoch: epoch.value, receipt, now: new Date() })
			if (!made.ok) throw new Error('filing reports: not sealed')
			const { sealed, keys, code } = made.value
			const token = reports.intake.makeToken()
			const report = { token, epoch: epoch.value.id, lane: 'danger', keys, sealed, attachments: [] } as const
			const kept = await reports.intake.fileSealed(report)
			if (!kept.ok) throw new Error(`filing reports: ${kept.code}`)
			if (lane === 'normal') await makeNormal(kysely, kept.value.entry)
			codes.push(code)
		}
		return codes
	}
	return withReports(dataDir, file, place)
}
