/** What anyone may know of keys that were destroyed. Read straight from the table: the public page loads nothing of the desk. */
import { sql } from 'kysely'
import { getDatabase } from '#server/process/database'

type Recorded = { content: string; entry: string; salt: string }
type Row = { epoch: string; certificate: string; entry: string; salt: string }

/**
 * Certificates, the newest first, each with the signatures of those who destroyed the key; `salt` in base64. They name no case
 * and no number of reports.
 */
export const listErasures = async (): Promise<(Row & { signatures: Recorded[] })[]> => {
	const { kysely } = getDatabase()
	const { rows } = await sql<Row>`
		select epoch, certificate, entry::text as entry, translate(encode(salt, 'base64'), E'\n', '') as salt
		from erasure order by at desc, epoch desc`.execute(kysely)
	const { rows: signed } = await sql<Recorded & { epoch: string }>`
		select epoch, content, entry::text as entry, translate(encode(salt, 'base64'), E'\n', '') as salt
		from erasure_signature order by epoch, person`.execute(kysely)
	return rows.map((row) => ({
		...row,
		signatures: signed
			.filter(({ epoch }) => epoch === row.epoch)
			.map(({ content, entry, salt }) => ({ content, entry, salt })),
	}))
}
