import { sql } from 'kysely'
import type { Result } from '#base'
import type { AuditQueries } from '../audit-tables.ts'
import { commit } from '../entry.ts'
import type { EntryIndex } from './entry-index.ts'
import { findCommitment, readTable } from './packed.ts'

/** Checks the text of a certificate of destruction with the signatures under it; answers how many there are. */
export type CheckErasure = (certificate: string, signatures: readonly string[]) => Promise<Result<number>>

/** Tables whose rows the record commits to, and the column that holds the content. */
const kinds = [
	{ table: 'act_record', column: 'content', name: 'act' },
	{ table: 'key_act', column: 'content', name: 'act on a key' },
	{ table: 'erasure', column: 'certificate', name: 'certificate of destruction' },
	{ table: 'erasure_signature', column: 'content', name: 'signature under a certificate' },
	{ table: 'epoch_record', column: 'content', name: 'signed key of reports' },
	{ table: 'audit_padding', column: 'content', name: 'entry that stands for nothing' },
] as const

/** Where a row that is not as it was recorded would stand. */
export const nameLeaf = (leaf: number | undefined): string =>
	leaf === undefined ? 'an entry without a place' : `leaf ${leaf}`

/** The commitment of an entry; `undefined` when the record knows none. */
export const findRecorded = async (
	db: AuditQueries,
	index: EntryIndex,
	id: Uint8Array,
): Promise<Uint8Array | undefined> => {
	const entry = index.find(id)
	return entry < 0 ? findCommitment(db, id) : index.commitmentOf(entry)
}

/** Compares every row of one table with the commitment that stands in the record. */
const verifyKind = async (
	db: AuditQueries,
	index: EntryIndex,
	{ table, column, name }: (typeof kinds)[number],
): Promise<{ problem: string | undefined; rows: number }> => {
	let rows = 0
	let problem: string | undefined
	const text = sql`convert_to(${sql.ref(column)}, 'UTF8')`
	for await (const [id, salt, content] of readTable(db, table, [sql`uuid_send(entry)`, sql`salt`, text])) {
		const entry = id ? index.find(id) : -1
		const made = salt && content ? commit(salt, content) : undefined
		const recorded = await findRecorded(db, index, id ?? Buffer.alloc(0))
		if (!made || recorded === undefined || Buffer.compare(recorded, made) !== 0)
			problem ??= `${nameLeaf(index.leafOf(entry))}: the ${name} is not the one that was recorded`
		if (entry >= 0) index.mark(entry, 'kept')
		rows += 1
	}
	return { problem, rows }
}

/** Checks every certificate with the signatures under it. */
const verifySignatures = async (
	db: AuditQueries,
	checkErasure: CheckErasure,
): Promise<string | undefined> => {
	const { rows } = await sql<{ epoch: string; certificate: string; signed: string[] }>`
		select epoch, certificate, array(select content from erasure_signature
			where erasure_signature.epoch = erasure.epoch order by person) as signed
		from erasure order by epoch`.execute(db)
	for (const { epoch, certificate, signed } of rows)
		if (!(await checkErasure(certificate, signed)).ok)
			return `certificate of ${epoch}: it or a signature under it is not good`
	return undefined
}

/** Result of comparing the rows with what the record commits to; counts of what was compared. */
export type ContentsVerdict = {
	acts: number
	erasures: number
	signatures: number
	/** Notes of keys that reports were sealed to. */
	epochs: number
	padding: number
}

/**
 * Compares acts, certificates and signatures with the record, and checks the signatures. What was erased is not asked for.
 *
 * @param index - all entries; those behind which something is kept are marked
 */
export const verifyContents = async (
	db: AuditQueries,
	index: EntryIndex,
	checkErasure: CheckErasure,
): Promise<{ problem: string | undefined } & ContentsVerdict> => {
	const counts = {
		act_record: 0,
		key_act: 0,
		erasure: 0,
		erasure_signature: 0,
		epoch_record: 0,
		audit_padding: 0,
	}
	let problem: string | undefined
	for (const kind of kinds) {
		const verdict = await verifyKind(db, index, kind)
		problem ??= verdict.problem
		counts[kind.table] = verdict.rows
	}
	return {
		problem: problem ?? (await verifySignatures(db, checkErasure)),
		acts: counts.act_record + counts.key_act,
		erasures: counts.erasure,
		signatures: counts.erasure_signature,
		epochs: counts.epoch_record,
		padding: counts.audit_padding,
	}
}

/**
 * Marks the entries that acts of erasure name. Behind every other entry, placed or waiting, something must stand: a report, an act, an act on
 * a key, the note of a key, a certificate, a signature, or nothing and that is said. The act itself is compared with its leaf elsewhere, so that nobody adds a name to it.
 */
export const markErased = async (db: AuditQueries, index: EntryIndex): Promise<void> => {
	const { rows } = await sql<{ id: Buffer }>`
		select distinct uuid_send(jsonb_array_elements_text(content::jsonb -> 'what' -> 'entries')::uuid) as id
		from act_record where content like '{"act":"retention/erased",%'`.execute(db)
	for (const { id } of rows) {
		const entry = index.find(id)
		if (entry >= 0) index.mark(entry, 'erased')
	}
}
