/** Stores the last known hour in the database: one row, no finer than the hour. */
import { sql, type QueryExecutorProvider } from 'kysely'
import { toHour } from '#base'

/** The last hour that was believed, and which confirmation by a person it rests on. */
export type KnownHour = { hour: Date; confirmed: string }

const key = 'clock'

type Row = { hour: string; confirmed: string }

export const findKnownHour = async (db: QueryExecutorProvider): Promise<KnownHour | undefined> => {
	const { rows } = await sql<{ value: Row }>`select value from setting where key = ${key}`.execute(db)
	const value = rows[0]?.value
	return value && { hour: new Date(value.hour), confirmed: value.confirmed }
}

/** Goes forward only: of several processes the one that is ahead has said it already, and what a person confirmed stays. */
export const keepKnownHour = async (
	db: QueryExecutorProvider,
	now: Date,
	known?: KnownHour,
): Promise<void> => {
	const value: Row = { hour: toHour(now).toISOString(), confirmed: known?.confirmed ?? '' }
	await sql`insert into setting (key, value, changed_at) values (${key}, ${JSON.stringify(value)}, ${toHour(now)})
		on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at
		where setting.value->>'confirmed' = ${value.confirmed} and setting.value->>'hour' < ${value.hour}`.execute(
		db,
	)
}

/** A person says that it is this hour, whatever was known before. */
export const confirmHour = async (db: QueryExecutorProvider, now: Date): Promise<void> => {
	const value: Row = { hour: toHour(now).toISOString(), confirmed: crypto.randomUUID() }
	await sql`insert into setting (key, value, changed_at) values (${key}, ${JSON.stringify(value)}, ${toHour(now)})
		on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`.execute(db)
}

/** The newest hour that an entry of the public record or a report was made in: what is known before anything was believed. */
export const findNewestEntry = async (db: QueryExecutorProvider): Promise<Date | undefined> => {
	const { rows } = await sql<{ hour: Date | null }>`select greatest(
		(select max(hour) from audit_checkpoint), (select max(hour) from report)) as hour`.execute(db)
	return rows[0]?.hour ?? undefined
}

/** Reads the database's own clock. */
export const readDatabaseClock = async (db: QueryExecutorProvider): Promise<Date> => {
	const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
	return rows[0]?.now ?? new Date()
}
