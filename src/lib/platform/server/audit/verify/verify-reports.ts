import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { AuditQueries } from '../audit-tables.ts'
import { commit } from '../entry.ts'
import { openReportLeaf } from '../recorded-report.ts'
import type { EntryIndex } from './entry-index.ts'
import { findRecorded, nameLeaf } from './verify-contents.ts'

type Row = {
	id: string
	entry: Uint8Array
	salt: Uint8Array
	sealed: Uint8Array
	epoch: string
	lane: string
	sealedBy: string
	hour: Date
	commitment: Uint8Array
}

/** Reports are long: few at once. */
const group = 500

const isCommitted = ({ sealed, ...row }: Row, recorded: Uint8Array): boolean => {
	const { commitment } = row
	const leaf = openReportLeaf({ ...row, sha256: hash('sha256', sealed, 'hex') })
	const made = commit(leaf.salt, leaf.content)
	return Buffer.compare(made, commitment) === 0 && Buffer.compare(made, recorded) === 0
}

/**
 * Compares every sealed report, its hour and what stands beside the seal with the commitment that stands in the record. What was erased is not
 * there to be asked.
 *
 * @param index - all entries; those behind which a report is kept are marked
 */
export const verifyReports = async (
	db: AuditQueries,
	index: EntryIndex,
): Promise<{ problem: string | undefined; reports: number }> => {
	let [reports, last] = [0, '00000000-0000-0000-0000-000000000000']
	let problem: string | undefined
	for (;;) {
		const { rows } =
			await sql<Row>`select id, uuid_send(entry) as entry, salt, sealed, hour, commitment, epoch, lane, sealed_by as "sealedBy"
			from report where id > ${last}::uuid order by id limit ${group}`.execute(db)
		for (const row of rows) {
			const entry = index.find(row.entry)
			const recorded = await findRecorded(db, index, row.entry)
			if (recorded === undefined || !isCommitted(row, recorded))
				problem ??= `${nameLeaf(index.leafOf(entry))}: the sealed report, or what stands beside it, is not the one that was recorded`
			if (entry >= 0) index.mark(entry, 'kept')
		}
		reports += rows.length
		const end = rows.at(-1)
		if (!end || rows.length < group) return { problem, reports }
		last = end.id
	}
}
