/** Reading whole tables fast: many rows come as one run of bytes, and tables from their first page to their last. */
import { sql, type RawBuilder } from 'kysely'
import type { AuditQueries } from '../audit-tables.ts'

/** Bytes of a uuid. */
export const idBytes = 16

/** Pages of 8 KiB that are read at once. */
const pagesAtOnce = 512

/** Fields of a row, as bytes. Each after its length, so that no field can pass for a part of its neighbour. */
const pack = (fields: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
	sql.join(
		fields.map((field) => sql`int4send(octet_length(${field})) || ${field}`),
		sql` || `,
	)

const readRows = function* (bytes: Buffer, fields: number): Generator<Buffer[]> {
	for (let at = 0; at < bytes.length;) {
		const row: Buffer[] = []
		for (let field = 0; field < fields; field++) {
			const length = bytes.readInt32BE(at)
			row.push(bytes.subarray(at + 4, at + 4 + length))
			at += 4 + length
		}
		yield row
	}
}

/** Every row of a table, in no order, as the bytes of some expressions of type `bytea`. Rows that come meanwhile may be missing. */
export const readTable = async function* (
	db: AuditQueries,
	table: string,
	fields: readonly RawBuilder<unknown>[],
): AsyncGenerator<Buffer[]> {
	const sized = await sql<{ pages: number }>`select
		ceil(pg_relation_size(${table}::regclass)::numeric / current_setting('block_size')::int)::int as pages`.execute(
		db,
	)
	const pages = sized.rows[0]?.pages ?? 0
	for (let page = 0; page < pages; page += pagesAtOnce) {
		const [from, to] = [`(${page},0)`, `(${page + pagesAtOnce},0)`]
		const { rows } = await sql<{
			packed: Buffer | null
		}>`select string_agg(${pack(fields)}, ''::bytea) as packed
			from ${sql.table(table)} where ctid >= ${from}::tid and ctid < ${to}::tid`.execute(db)
		yield* readRows(rows[0]?.packed ?? Buffer.alloc(0), fields.length)
	}
}

/** The commitment of one entry: of one that came after all were read. */
export const findCommitment = async (db: AuditQueries, id: Uint8Array): Promise<Uint8Array | undefined> => {
	const { rows } = await sql<{ commitment: Uint8Array }>`select commitment from audit_entry
		where id = encode(${Buffer.from(id)}, 'hex')::uuid`.execute(db)
	return rows[0]?.commitment
}

/** Values of one length from a table that is numbered without a gap, joined; shorter than asked where some are missing. */
export const readNumbered = async (
	db: AuditQueries,
	{ table, number, value }: { table: string; number: string; value: RawBuilder<unknown> },
	[from, to]: readonly [number, number],
): Promise<Buffer> => {
	const { rows } = await sql<{
		packed: Buffer | null
	}>`select string_agg(value, ''::bytea order by place) as packed
		from (select ${value} as value, ${sql.ref(number)} as place from ${sql.table(table)}
			where ${sql.ref(number)} >= ${from} and ${sql.ref(number)} < ${to} order by place) as numbered`.execute(
		db,
	)
	return rows[0]?.packed ?? Buffer.alloc(0)
}
