import type { Generated, Kysely } from 'kysely'
import type { QueriesOf, TransactionOf } from '../database/queries.ts'

/** Tables of the public record. */
export type AuditTables = {
	audit_entry: { id: string; commitment: Uint8Array }
	/** Entries that have no place in the tree yet; `taken`: it is chosen for the next one. */
	audit_waiting: { id: string; taken: Generated<boolean> }
	/** Places in the tree, counted from 0. */
	audit_leaf: { leaf_index: number; entry: string }
	/** Hashes of the tree; `position` is `toStoredIndex()` of the Merkle tool. */
	audit_hash: { position: number; hash: Uint8Array }
	/** Entries that stand for nothing: see `padding.ts`. */
	audit_padding: { entry: string; content: string; salt: Uint8Array }
	/** Signed notes; `hour` is when the record had this size, rounded down; `published` once enough witnesses have signed. */
	audit_checkpoint: { size: number; note: string; hour: Date; published: Generated<boolean> }
}

/** The database, which begins transactions. */
export type AuditDatabase = Kysely<AuditTables>
export type AuditQueries = QueriesOf<AuditTables>
export type AuditTransaction = TransactionOf<AuditTables>
