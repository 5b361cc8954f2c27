import { sql } from 'kysely'
import { AppError, toHour } from '#base'
import { appendLeaves, getRoot, hashLeaf } from '#tools/seal/merkle-log'
import type { AuditDatabase, AuditQueries, AuditTransaction } from './audit-tables.ts'
import { findCheckpoint, type StoredCheckpoint } from './checkpoint-store.ts'
import { readHashesFrom, writeHashes } from './hash-store.ts'
import { proveGrowth } from './inclusion.ts'
import { refuseOtherThan, toKept, type KeptCheckpoint } from './kept-checkpoint.ts'
import { mostGrowth } from './log-signer/judge-growth.ts'
import type { LogSigner } from './log-signer/log-signer.ts'
import { addPadding, isHourDue } from './padding.ts'

/** One number for all processes on a database; chosen at random. */
const lock = 4_812_090_417

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

/**
 * Chooses the entries that get their place next, in a transaction before that in which they get it: if that one is lost when a signature has been
 * given already, the same tree is made again. Answers true when some were left from before.
 */
const chooseNext = ({ db }: Pick<Sequencing, 'db'>): Promise<boolean> =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx)
		const left = await trx
			.selectFrom('audit_waiting')
			.select('id')
			.where('taken', '=', true)
			.executeTakeFirst()
		if (left) return true
		await sql`update audit_waiting set taken = true
			where id in (select id from audit_waiting order by id limit ${mostGrowth})`.execute(trx)
		return false
	})

/** Takes the chosen entries out of those that wait, in the order of their random ids. */
const takeWaiting = async (trx: AuditTransaction): Promise<{ id: string; commitment: Uint8Array }[]> => {
	const { rows } = await sql<{ id: string; commitment: Uint8Array }>`with taken as (
			delete from audit_waiting where taken returning id)
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

/** Means to continue a record: its database, its key, and the checkpoint that stands outside the database. */
type Sequencing = {
	db: AuditDatabase
	signer: LogSigner
	/** Witnesses that must have signed before a checkpoint is shown; 0: it is shown at once. */
	quorum: number
	/** True: it grows once an hour, by whole steps (`padding.ts`); false: as soon as it is asked to. */
	isHourly: boolean
	/** The checkpoint that was kept last; `undefined` before there is one. */
	findKept: () => KeptCheckpoint | undefined
	/** Keeps the checkpoint that was signed now. */
	keep: (kept: KeptCheckpoint) => Promise<void>
}

/** One transaction's worth. Answers how many entries got their place, and the note that was signed. */
const sequenceSome = (
	{ db, signer, quorum, findKept }: Sequencing,
	now: Date,
): Promise<{ count: number; note?: string }> =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx)
		const last = await findCheckpoint(trx)
		const waiting = await takeWaiting(trx)
		const kept = findKept()
		if (kept) await refuseOtherThan(trx, kept, last)
		if (last && waiting.length === 0) return { count: 0 }
		if (last) await refuseBrokenBase(trx, last)
		const leaves = waiting.map(({ commitment }) => hashLeaf(commitment))
		const tree = await appendLeaves(last?.size ?? 0, leaves, readHashesFrom(trx))
		await givePlaces(
			trx,
			waiting.map(({ id }) => id),
			last?.size ?? 0,
		)
		await writeHashes(trx, tree.firstIndex, tree.hashes)
		const note = await signer.sign({
			size: tree.size,
			root: tree.root,
			guess: last?.size ?? 0,
			prove: (from) => proveGrowth(trx, from, tree.size),
		})
		await trx
			.insertInto('audit_checkpoint')
			.values({ size: tree.size, note, hour: toHour(now), published: quorum === 0 })
			.execute()
		return { count: waiting.length, note }
	})

/** Makes an hour's growth whole. Answers false when another process has done this hour already. */
const padHour = ({ db }: Sequencing, now: Date): Promise<boolean> =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx)
		if (!(await isHourDue(trx, now))) return false
		await addPadding(trx)
		return true
	})

/**
 * Gives every waiting entry its place, in the order of their random ids, and signs a checkpoint with each transaction;
 * an empty record gets its first checkpoint. Processes wait for each other. Answers how many entries got their place.
 * @throws AppError `record.broken`, `record.shorter`, `record.forked` when what is stored is not what was signed last; nothing is signed then. And
 * what the signer throws: the entries wait
 */
export const sequenceEntries = async (record: Sequencing, now: Date): Promise<number> => {
	if (record.isHourly && !(await padHour(record, now))) return 0
	let placed = 0
	for (;;) {
		const wasLeft = await chooseNext(record)
		const { count, note } = await sequenceSome(record, now)
		if (note !== undefined) await record.keep(toKept(note))
		placed += count
		if (count < mostGrowth && !wasLeft) break
	}
	// PGlite has nobody who clears away what was deleted: without this every look would pass all that ever waited.
	if (placed > 0) await sql`vacuum audit_waiting`.execute(record.db)
	return placed
}

/** True while an entry waits for its place, or nothing was signed yet; of an hourly record, when nothing was signed in this hour. One small query. */
export const isDue = async (
	{ db, isHourly }: Pick<Sequencing, 'db' | 'isHourly'>,
	now: Date,
): Promise<boolean> => {
	if (isHourly) return isHourDue(db, now)
	const { rows } = await sql<{
		waits: boolean
	}>`select exists (select from audit_waiting)
		or not exists (select from audit_checkpoint) as waits`.execute(db)
	return rows[0]?.waits === true
}
