import { proveConsistency, proveInclusion, type Hash } from '#tools/seal/merkle-log'
import type { AuditDatabase, AuditQueries } from './audit-tables.ts'
import { listShown } from './checkpoint-store.ts'
import { readHashesFrom } from './hash-store.ts'

/** Proof that one entry stands in the record, to be checked by anyone without asking us again. */
export type Inclusion = {
	/** Place in the tree, counted from 0. */
	index: number
	/** 32 bytes: the leaf. */
	commitment: Uint8Array
	path: Hash[]
	/** The signed note of the tree that `path` leads to. */
	checkpoint: string
}

/** Key of an entry: its name, or its place. */
export type EntryPlace = { id: string } | { index: number }

const findEntry = (db: AuditQueries, place: EntryPlace) => {
	const entries = db
		.selectFrom('audit_entry')
		.leftJoin('audit_leaf', 'audit_leaf.entry', 'audit_entry.id')
		.select(['leaf_index', 'commitment'])
	return ('id' in place ? entries.where('id', '=', place.id) : entries.where('leaf_index', '=', place.index))
		.limit(1)
		.executeTakeFirst()
}

/** `'unknown'`: no such entry. `'waiting'`: it has no place yet, ask again in some seconds. */
export const findInclusion = (
	db: AuditDatabase,
	place: EntryPlace,
): Promise<Inclusion | 'unknown' | 'waiting'> =>
	db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (trx) => {
			const entry = await findEntry(trx, place)
			if (!entry) return 'unknown'
			const [checkpoint] = await listShown(trx, 1)
			const index = entry.leaf_index
			if (index === null || !checkpoint || index >= checkpoint.size) return 'waiting'
			const path = await proveInclusion(index, checkpoint.size, readHashesFrom(trx))
			return { index, commitment: entry.commitment, path, checkpoint: checkpoint.note }
		})

/** Proof that the first `from` entries are the beginning of the first `to`; `undefined` when what is published is shorter. */
export const findConsistency = async (
	db: AuditQueries,
	from: number,
	to: number,
): Promise<Hash[] | undefined> => {
	const [checkpoint] = await listShown(db, 1)
	if (!checkpoint || from > to || to > checkpoint.size) return undefined
	return proveConsistency(from, to, readHashesFrom(db))
}

/** Proof that the first `from` entries are the beginning of the first `to`, whether anybody may see them yet or not. */
export const proveGrowth = (db: AuditQueries, from: number, to: number): Promise<Hash[]> =>
	proveConsistency(from, to, readHashesFrom(db))

/** Commitments in the order of the published tree, `count` at most, from place `from`. Empty behind its end. */
export const listLeaves = async (db: AuditQueries, from: number, count: number): Promise<Uint8Array[]> => {
	const size = (await listShown(db, 1))[0]?.size ?? 0
	const rows = await db
		.selectFrom('audit_leaf')
		.innerJoin('audit_entry', 'audit_entry.id', 'audit_leaf.entry')
		.select('commitment')
		.where('leaf_index', '>=', from)
		.where('leaf_index', '<', Math.min(size, from + count))
		.orderBy('leaf_index')
		.execute()
	return rows.map(({ commitment }) => commitment)
}
