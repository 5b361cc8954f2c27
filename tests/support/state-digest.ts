/** What an installation holds, as one line for each table and each key file: two of them tell what has changed between. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type QueryExecutorProvider } from 'kysely'

export type StateDigest = Readonly<Record<string, string>>

/** Follow by themselves, some seconds later: from `audit_entry`, and from the indicators, whose versions are looked at, when a view was last built. */
const derived = ['audit_waiting', 'audit_leaf', 'audit_hash', 'audit_checkpoint', 'publication']

/** Files that are written by themselves some seconds later: when views are first looked after, and with each checkpoint (unfinished ones end in other letters). */
const madeLater = ['exchange-noise.key', 'record.note']

const digestTables = async (db: QueryExecutorProvider): Promise<[string, string][]> => {
	const { rows } = await sql<{ name: string }>`
		select table_name as name from information_schema.tables
		where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(db)
	const looks = rows
		.filter(({ name }) => !derived.includes(name))
		.map(
			({ name }) => sql`
				select ${sql.lit(name)} as name,
					count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' order by row::text)), '') as digest
				from ${sql.table(name)} as row`,
		)
	const { rows: found } = await sql<{ name: string; digest: string }>`
		${sql.join(looks, sql` union all `)} order by name`.execute(db)
	return found.map(({ name, digest }) => [name, digest])
}

const digestFiles = (folder: string): [string, string][] =>
	!existsSync(folder)
		? []
		: readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.filter((name) => !madeLater.some((file) => name.startsWith(file)))
				.map((name) => join(folder, name))
				.filter((path) => statSync(path).isFile())
				.sort()
				.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')])

/** All tables, and all key files and waiting reports beside them. */
export const digestAll = async (kysely: QueryExecutorProvider, dataDir: string): Promise<StateDigest> =>
	Object.fromEntries([
		...(await digestTables(kysely)),
		...digestFiles(join(dataDir, 'keys')),
		...digestFiles(join(dataDir, 'cold')),
	])

/** Kinds of all acts in the public record, with the entry of each, in no order: the table keeps no time. */
export const listActs = async (db: QueryExecutorProvider): Promise<[entry: string, act: string][]> => {
	const { rows } = await sql<{ entry: string; act: string }>`
		select entry, content::json->>'act' as act from act_record`.execute(db)
	return rows.map(({ entry, act }) => [entry, act])
}
