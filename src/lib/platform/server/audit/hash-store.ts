import { sql } from 'kysely'
import type { Hash, ReadHashes } from '#tools/seal/merkle-log'
import type { AuditQueries } from './audit-tables.ts'

/** Reads hashes of the tree from the database, in one query. */
export const readHashesFrom =
	(db: AuditQueries): ReadHashes =>
	async (positions) => {
		const rows = await db
			.selectFrom('audit_hash')
			.selectAll()
			.where('position', '=', sql<number>`any(${positions}::bigint[])`)
			.execute()
		const hashes = new Map(rows.map(({ position, hash }) => [position, hash]))
		return positions.flatMap((position) => hashes.get(position) ?? [])
	}

/** Writes hashes one after the other, the first at `firstIndex`. */
export const writeHashes = async (
	db: AuditQueries,
	firstIndex: number,
	hashes: readonly Hash[],
): Promise<void> => {
	const bytes = hashes.map((hash) => Buffer.from(hash))
	await sql`insert into audit_hash (position, hash)
		select ${firstIndex}::bigint + place - 1, hash from unnest(${bytes}::bytea[]) with ordinality as new (hash, place)`.execute(
		db,
	)
}
