/**
 * Growth that tells nothing: a record that grows at full hours, by whole steps, also when nothing came. Who asks for checkpoints all day learns
 * neither when something was added nor, below a step, how much. Decision 105.
 */
import { sql } from 'kysely'
import { toHour } from '#base'
import type { AuditQueries, AuditTransaction } from './audit-tables.ts'
import { addEntries, makeEntry } from './entry.ts'
import { findCheckpoint } from './checkpoint-store.ts'

/** Entries by which an hourly record grows at least, and a multiple of it. */
export const paddingStep = 16
/** Content of such an entry, under a salt of its own: from outside it is a leaf like any other. */
const content = 'thiqa/padding/v1'

/** True when no checkpoint of this hour, or of a later one, was signed yet. */
export const isHourDue = async (db: AuditQueries, now: Date): Promise<boolean> => {
	const last = await findCheckpoint(db)
	return !last || last.hour < toHour(now)
}

/** Adds entries that stand for nothing to those that wait, up to the next whole step. In the transaction that holds the lock of the record. */
export const addPadding = async (trx: AuditTransaction): Promise<void> => {
	const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from audit_waiting`.execute(trx)
	const waiting = rows[0]?.waiting ?? 0
	const missing = waiting === 0 ? paddingStep : (paddingStep - (waiting % paddingStep)) % paddingStep
	const entries = Array.from({ length: missing }, () => makeEntry(Buffer.from(content)))
	if (entries.length === 0) return
	await addEntries(trx, entries)
	await trx
		.insertInto('audit_padding')
		.values(entries.map(({ id, salt }) => ({ entry: id, content, salt })))
		.execute()
}
