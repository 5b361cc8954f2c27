import { sql } from 'kysely'
import { AppError, toHour } from '#base'
import { appendLeaves, getRoot, hashLeaf } from '#tools/seal/merkle-log'
import { formatCheckpoint, formatNote, signNote } from '#tools/seal/signed-note'
import type { AuditDatabase, AuditQueries, AuditTransaction } from './audit-tables.ts'
import { findCheckpoint, type StoredCheckpoint } from './checkpoint-store.ts'
import { readHashesFrom, writeHashes } from './hash-store.ts'

/** The signer of checkpoints: the key's name is the name of the record. */
export type LogSigner = Parameters<typeof signNote>[1]

/** One number for all processes on a database; chosen at random. */
const lock = 4_812_090_417

/** Entries that get their place in one transaction: what a child waits for stays below a second. */
const mostAtOnce = 5_000

const sign = async (signer: LogSigner, size: number, root: Uint8Array): Promise<string> => {
	const text = formatCheckpoint({ origin: signer.key.name, size, root, extensions: [] })
	return formatNote({ text, signatures: [await signNote(text, signer)] })
}

/** The log key never signs a tree that does not continue the one it signed last. */
const refuseBrokenBase = async (db: AuditQueries, last: StoredCheckpoint): Promise<void> => {
	const root = await getRoot(last.size, readHashesFrom(db))
	if (Buffer.compare(root, last.root) !== 0)
		throw new AppError(
			'record.broken',
			500,
			`Continuing the record: the stored hashes of ${last.size} entries give another root than was signed; run npm run audit:verify`,
		)
}

/** Takes the next entries out of those that wait, in the order of their random ids. */
const takeWaiting = async (trx: AuditTransaction): Promise<{ id: string; commitment: Uint8Array }[]> => {
	const { rows } = await sql<{ id: string; commitment: Uint8Array }>`with taken as (
			delete from audit_waiting where id in (select id from audit_waiting order by id limit ${mostAtOnce}) returning id)
		select id, commitment from taken join audit_entry using (id) order by id`.execute(trx)
	return rows
}

const givePlaces = async (
	trx: AuditTransaction,
	ids: readonly string[],
	firstIndex: number,
): Promise<void> => {
	await sql`insert into audit_leaf (leaf_index, entry)
		select ${firstIndex}::bigint + place - 1, id from unnest(${ids}::uuid[]) with ordinality as taken (id, place)`.execute(
		trx,
	)
}

/** One transaction's worth. Answers how many entries got their place. */
const sequenceSome = (db: AuditDatabase, signer: LogSigner, now: Date): Promise<number> =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx)
		const last = await findCheckpoint(trx)
		const waiting = await takeWaiting(trx)
		if (last && waiting.length === 0) return 0
		if (last) await refuseBrokenBase(trx, last)
		const leaves = waiting.map(({ commitment }) => hashLeaf(commitment))
		const tree = await appendLeaves(last?.size ?? 0, leaves, readHashesFrom(trx))
		await givePlaces(
			trx,
			waiting.map(({ id }) => id),
			last?.size ?? 0,
		)
		await writeHashes(trx, tree.firstIndex, tree.hashes)
		const note = await sign(signer, tree.size, tree.root)
		await trx
			.insertInto('audit_checkpoint')
			.values({ size: tree.size, note, hour: toHour(now) })
			.execute()
		return waiting.length
	})

/**
 * Gives every waiting entry its place, in the order of their random ids, and signs a checkpoint with each transaction;
 * an empty record gets its first checkpoint. Processes wait for each other. Answers how many entries got their place.
 * @throws AppError `record.broken` when what is stored is not what was signed last; nothing is signed then
 */
export const sequenceEntries = async (db: AuditDatabase, signer: LogSigner, now: Date): Promise<number> => {
	let placed = 0
	for (;;) {
		const count = await sequenceSome(db, signer, now)
		placed += count
		if (count < mostAtOnce) break
	}
	// PGlite has nobody who clears away what was deleted: without this every look would pass all that ever waited.
	if (placed > 0) await sql`vacuum audit_waiting`.execute(db)
	return placed
}

/** True while an entry waits for its place, or nothing was signed yet. One small query. */
export const hasWaitingEntries = async (db: AuditQueries): Promise<boolean> => {
	const { rows } = await sql<{
		waits: boolean
	}>`select exists (select from audit_waiting)
		or not exists (select from audit_checkpoint) as waits`.execute(db)
	return rows[0]?.waits === true
}
