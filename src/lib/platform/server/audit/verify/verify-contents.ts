import { sql } from 'kysely'
import type { Result } from '#base'
import type { AuditQueries } from '../audit-tables.ts'
import { commit } from '../entry.ts'

/** Checks the text of a certificate of destruction with the signatures under it; answers how many there are. */
export type CheckErasure = (certificate: string, signatures: readonly string[]) => Promise<Result<number>>

/** Tables whose rows the record commits to, and the column that holds the content. */
const kinds = [
	{ table: 'act_record', column: 'content', name: 'act' },
	{ table: 'erasure', column: 'certificate', name: 'certificate of destruction' },
	{ table: 'erasure_signature', column: 'content', name: 'signature under a certificate' },
] as const

type Row = {
	entry: string
	content: string
	salt: Uint8Array
	recorded: Uint8Array | null
	leaf_index: number | null
}

const group = 1_000

const isCommitted = ({ salt, content, recorded }: Row): boolean =>
	recorded !== null && Buffer.compare(commit(salt, Buffer.from(content)), recorded) === 0

/** Compares every row of one table with the commitment that stands in the record. */
const verifyKind = async (
	db: AuditQueries,
	{ table, column, name }: (typeof kinds)[number],
): Promise<{ problem: string } | { rows: number }> => {
	let [count, last] = [0, '00000000-0000-0000-0000-000000000000']
	for (;;) {
		const { rows } = await sql<Row>`select kept.entry, kept.${sql.ref(column)} as content, kept.salt,
				audit_entry.commitment as recorded, leaf_index
			from ${sql.table(table)} as kept left join audit_entry on audit_entry.id = kept.entry
				left join audit_leaf on audit_leaf.entry = kept.entry
			where kept.entry > ${last}::uuid order by kept.entry limit ${group}`.execute(db)
		const wrong = rows.find((row) => !isCommitted(row))
		if (wrong) {
			const place = wrong.leaf_index === null ? 'an entry without a place' : `leaf ${wrong.leaf_index}`
			return { problem: `${place}: the ${name} is not the one that was recorded` }
		}
		count += rows.length
		const end = rows.at(-1)
		if (!end || rows.length < group) return { rows: count }
		last = end.entry
	}
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
export type ContentsVerdict = { acts: number; erasures: number; signatures: number }

/** Compares acts, certificates and signatures with the record, and checks the signatures. What was erased is not asked for. */
export const verifyContents = async (
	db: AuditQueries,
	checkErasure: CheckErasure,
): Promise<{ problem: string | undefined } & ContentsVerdict> => {
	const counts = { act_record: 0, erasure: 0, erasure_signature: 0 }
	const found = (problem: string | undefined) => ({
		problem,
		acts: counts.act_record,
		erasures: counts.erasure,
		signatures: counts.erasure_signature,
	})
	for (const kind of kinds) {
		const verdict = await verifyKind(db, kind)
		if ('problem' in verdict) return found(verdict.problem)
		counts[kind.table] = verdict.rows
	}
	return found(await verifySignatures(db, checkErasure))
}
