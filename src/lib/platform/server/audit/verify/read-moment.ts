import { sql } from 'kysely'
import type { AuditDatabase, AuditQueries } from '../audit-tables.ts'
import { findCheckpoint } from '../checkpoint-store.ts'

const countAll = async (db: AuditQueries) => {
	const { rows } = await sql<{ placed: number; entries: number; hashes: number; checkpoints: number }>`select
		(select count(*) from audit_leaf) as placed,
		(select count(*) from audit_entry) as entries,
		(select count(*) from audit_hash) as hashes,
		(select count(*) from audit_checkpoint) as checkpoints`.execute(db)
	return rows[0] ?? { placed: 0, entries: 0, hashes: 0, checkpoints: 0 }
}

/** The size of the last checkpoint, and what is stored, as they stood at one moment. */
export const readMoment = (db: AuditDatabase) =>
	db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (trx) => ({
			size: (await findCheckpoint(trx))?.size ?? 0,
			...(await countAll(trx)),
		}))
