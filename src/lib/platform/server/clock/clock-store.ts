/** Stores the last known hour in the database: one row, no finer than the hour. */
import { sql, type QueryExecutorProvider } from 'kysely'
import { toHour } from '#base'
import { parseNote } from '#tools/seal/signed-note'

/**
 * The last hour that was believed, the last that was proved to have come (never later than the true one), and which confirmation by a
 * person both rest on.
 */
export type KnownHour = { hour: Date; proved: Date; confirmed: string }

const key = 'clock'

/** Rows of earlier versions have no `proved`. */
type Row = { hour: string; proved?: string; confirmed: string }

export const findKnownHour = async (db: QueryExecutorProvider): Promise<KnownHour | undefined> => {
	const { rows } = await sql<{ value: Row }>`select value from setting where key = ${key}`.execute(db)
	const value = rows[0]?.value
	return (
		value && {
			hour: new Date(value.hour),
			proved: new Date(value.proved ?? value.hour),
			confirmed: value.confirmed,
		}
	)
}

const toRow = (now: Date, proved: Date, confirmed: string): Row => ({
	hour: toHour(now).toISOString(),
	proved: toHour(proved).toISOString(),
	confirmed,
})

/** Each hour goes forward only: of several processes the one that is ahead has said it already, and what a person confirmed stays. */
export const keepKnownHour = async (
	db: QueryExecutorProvider,
	{ now, proved }: { now: Date; proved: Date },
	known?: KnownHour,
): Promise<void> => {
	const value = toRow(now, proved, known?.confirmed ?? '')
	await sql`insert into setting (key, value, changed_at) values (${key}, ${JSON.stringify(value)}, ${toHour(now)})
		on conflict (key) do update set changed_at = excluded.changed_at, value = excluded.value || jsonb_build_object(
			'hour', greatest(setting.value->>'hour', excluded.value->>'hour'),
			'proved', greatest(setting.value->>'proved', excluded.value->>'proved'))
		where setting.value->>'confirmed' = ${value.confirmed}`.execute(db)
}

/** A person says that it is this hour, whatever was known before. */
export const confirmHour = async (db: QueryExecutorProvider, now: Date): Promise<void> => {
	const value = toRow(now, now, crypto.randomUUID())
	await sql`insert into setting (key, value, changed_at) values (${key}, ${JSON.stringify(value)}, ${toHour(now)})
		on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`.execute(db)
}

/** The newest hour that an entry of the public record or a report was made in: what is known before anything was believed. */
export const findNewestEntry = async (db: QueryExecutorProvider): Promise<Date | undefined> => {
	const { rows } = await sql<{ hour: Date | null }>`select greatest(
		(select max(hour) from audit_checkpoint), (select max(hour) from report)) as hour`.execute(db)
	return rows[0]?.hour ?? undefined
}

/** Length of a witness's signature with its time, without the id of the key (https://c2sp.org/tlog-cosignature). */
const cosignatureBytes = 72

/**
 * When witnesses outside have signed the newest checkpoint that is shown: the earliest of their times, so that one whose clock is ahead
 * proves nothing beside another. Their signatures were checked when they came.
 */
export const findWitnessedTime = async (db: QueryExecutorProvider): Promise<Date | undefined> => {
	const { rows } = await sql<{
		note: string
	}>`select note from audit_checkpoint where published order by size desc limit 1`.execute(db)
	const parsed = parseNote(rows[0]?.note ?? '')
	const seconds = (parsed.ok ? parsed.value.signatures : [])
		.filter(({ bytes }) => bytes.length === cosignatureBytes)
		.map(({ bytes }) => Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)))
	return seconds.length === 0 ? undefined : new Date(Math.min(...seconds) * 1000)
}

/** Reads the database's own clock. */
export const readDatabaseClock = async (db: QueryExecutorProvider): Promise<Date> => {
	const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
	return rows[0]?.now ?? new Date()
}
