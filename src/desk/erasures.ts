/** What anyone may know of keys that were destroyed. Read straight from the table: the public page loads nothing of the desk. */
import { sql } from 'kysely'
import { getDatabase } from '../database.ts'

type Row = { epoch: string; certificate: string; entry: string; salt: string }

/** Certificates, the newest first; `salt` in base64. They name no case and no number of reports. */
export const listErasures = async (): Promise<Row[]> => {
	const { rows } = await sql<Row>`
		select epoch, certificate, entry::text as entry, translate(encode(salt, 'base64'), E'\n', '') as salt
		from erasure order by at desc, epoch desc`.execute(getDatabase().kysely)
	return rows
}
