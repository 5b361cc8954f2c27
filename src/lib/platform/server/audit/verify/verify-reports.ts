import { sql } from 'kysely'
import type { AuditQueries } from '../audit-tables.ts'
import { commit } from '../entry.ts'
import { toReportContent } from '../recorded-report.ts'

type Row = {
	id: string
	salt: Uint8Array
	sealed: Uint8Array
	hour: Date
	commitment: Uint8Array
	recorded: Uint8Array | null
	leaf_index: number | null
}

const group = 500

const isCommitted = ({ salt, sealed, hour, commitment, recorded }: Row): boolean => {
	const made = commit(salt, toReportContent({ hour, sealed }))
	return Buffer.compare(made, commitment) === 0 && recorded !== null && Buffer.compare(made, recorded) === 0
}

/** Compares every sealed report and its hour with the commitment that stands in the record. What was erased is not there to be asked. */
export const verifyReports = async (
	db: AuditQueries,
): Promise<{ problem: string | undefined; reports: number }> => {
	let [reports, last] = [0, '00000000-0000-0000-0000-000000000000']
	for (;;) {
		const { rows } = await sql<Row>`select report.id, salt, sealed, report.hour, report.commitment,
				audit_entry.commitment as recorded, leaf_index
			from report left join audit_entry on audit_entry.id = report.entry left join audit_leaf on audit_leaf.entry = report.entry
			where report.id > ${last}::uuid order by report.id limit ${group}`.execute(db)
		const wrong = rows.find((row) => !isCommitted(row))
		if (wrong)
			return {
				problem: `${wrong.leaf_index === null ? 'an entry without a place' : `leaf ${wrong.leaf_index}`}: the sealed report or its hour is not the one that was recorded`,
				reports,
			}
		reports += rows.length
		const end = rows.at(-1)
		if (!end || rows.length < group) return { problem: undefined, reports }
		last = end.id
	}
}
