import { hash, randomUUID } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { AnyTransaction } from '../database/queries.ts'
import type { AuditQueries } from './audit-tables.ts'
import { drawBytes } from '../random-bytes.ts'

/** An entry of the record: a random name and a commitment, which reveals nothing of what it stands for. */
export type AuditEntry = {
	id: string
	/** 32 bytes: SHA-256("thiqa/v1", zero byte, salt, content). The leaf of the public tree. */
	commitment: Uint8Array
}

const tag = Buffer.from('thiqa/v1\0')
/** Buffer in which contents are put together to be hashed in one call, and cleared: a copy for each costs more than the hash. */
const scratch = Buffer.alloc(80 * 1024)

/** The commitment to a content under a salt. */
export const commit = (salt: Uint8Array, content: Uint8Array): Uint8Array => {
	const parts = [tag, salt, content]
	const length = parts.reduce((sum, part) => sum + part.length, 0)
	const whole = length <= scratch.length ? scratch.subarray(0, length) : Buffer.alloc(length)
	let at = 0
	for (const part of parts) {
		whole.set(part, at)
		at += part.length
	}
	const commitment = Buffer.from(hash('sha256', whole, 'binary'), 'latin1')
	whole.fill(0)
	return commitment
}

/**
 * An entry for a content, with a new salt of 32 bytes. The caller keeps salt and content together: erased together, the
 * commitment stays and says nothing any more.
 *
 * @param id - a random one, where what the entry stands for has it too
 */
export const makeEntry = (
	content: Uint8Array,
	id: string = randomUUID(),
): AuditEntry & { salt: Uint8Array } => {
	const salt = drawBytes(32)
	return { id, salt, commitment: commit(salt, content) }
}

/**
 * {@link addEntries} as a part of one statement that writes what the entries stand for.
 *
 * @param source - a name of the statement's `with`, of rows with `entry` and `commitment`
 */
export const enterFrom = (source: string): RawBuilder<unknown> => sql`
	entered as (insert into audit_entry (id, commitment) select entry, commitment from ${sql.table(source)} returning id),
	waiting as (insert into audit_waiting select id from entered)`

/**
 * Writes entries, in the transaction that writes what they stand for: both are there or neither. They get their place in
 * the tree by `sequence()`, in the order of their random ids, so that the record does not tell which came first.
 */
export const addEntries = async (trx: AnyTransaction, entries: readonly AuditEntry[]): Promise<void> => {
	if (entries.length === 0) return
	const ids = entries.map(({ id }) => id)
	const commitments = entries.map(({ commitment }) => Buffer.from(commitment))
	await sql`with written as (insert into audit_entry (id, commitment)
			select * from unnest(${ids}::uuid[], ${commitments}::bytea[]) returning id)
		insert into audit_waiting select id from written`.execute(trx)
}

/** True when an entry stands in the record, with or without its place yet. */
export const hasEntry = async (db: AuditQueries, id: string): Promise<boolean> =>
	(await db.selectFrom('audit_entry').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
