import { addEntries, makeEntry } from '#platform'
import type { ReportDatabase, ReportQueries } from '../tables.ts'

/** The note of an epoch, the name of its entry in the public record, and the salt of its leaf. */
export type EpochRecord = { content: string; entry: string; salt: Uint8Array }

/** Notes of epochs that the record knows nothing of. */
const listUnrecorded = async (db: ReportQueries): Promise<string[]> =>
	(
		await db
			.selectFrom('epoch')
			.leftJoin('epoch_record', 'epoch_record.content', 'epoch.record')
			.where('epoch_record.content', 'is', null)
			.select('epoch.record as note')
			.orderBy('epoch.id')
			.execute()
	).map(({ note }) => note)

/** Puts the notes of all epochs that are not there yet into the public record. Answers how many. */
export const enterEpochs = (db: ReportDatabase): Promise<number> =>
	db.transaction().execute(async (trx) => {
		let entered = 0
		for (const content of await listUnrecorded(trx)) {
			const entry = makeEntry(Buffer.from(content))
			const { numInsertedOrUpdatedRows = 0n } = await trx
				.insertInto('epoch_record')
				.values({ content, entry: entry.id, salt: Buffer.from(entry.salt) })
				.onConflict((conflict) => conflict.doNothing())
				.executeTakeFirst()
			// Another process was there first: its entry stands.
			if (numInsertedOrUpdatedRows === 0n) continue
			await addEntries(trx, [entry])
			entered += 1
		}
		return entered
	})

/** Notes of epochs that stand in the record, for anyone to read. */
export const listEpochRecords = (db: ReportQueries): Promise<EpochRecord[]> =>
	db.selectFrom('epoch_record').select(['content', 'entry', 'salt']).orderBy('content').execute()

/** An epoch whose note is none of those in the record, although there are some; `undefined` when all is well. */
export const findUnrecordedEpoch = async (db: ReportQueries): Promise<string | undefined> => {
	if ((await listEpochRecords(db)).length === 0) return undefined
	const row = await db
		.selectFrom('epoch')
		.leftJoin('epoch_record', 'epoch_record.content', 'epoch.record')
		.where('epoch_record.content', 'is', null)
		.select('epoch.id as id')
		.orderBy('epoch.id')
		.executeTakeFirst()
	return row?.id
}
