/**
 * A lease: of all processes on one database, one does what must not be done twice. Whoever has the turn keeps it by asking again in
 * time; another gets it when it is given back, or when its holder has not asked for as long as the lease.
 */
import { randomUUID } from 'node:crypto'
import { sql, type QueryCreator, type QueryExecutorProvider } from 'kysely'
import type { PlatformTables } from '../setting-store.ts'

export type Turn = {
	/** True when this process has the turn now; takes it when it is free. */
	isOurs: () => Promise<boolean>
	/** Another may begin at once: said by a process that ends. */
	giveBack: () => Promise<void>
}

/**
 * The turn of one process at one kind of work, by the clock of the database, which all processes share.
 *
 * @param work - what is shared out, `desk`
 * @param lease - milliseconds after which a holder that asks no more has lost its turn
 */
export const createTurn = (
	db: QueryCreator<PlatformTables> & QueryExecutorProvider,
	work: string,
	lease = 75_000,
): Turn => {
	const holder = randomUUID()
	return {
		isOurs: async () => {
			const { rows } = await sql`
				insert into upkeep_turn (work, holder, until)
				values (${work}, ${holder}, clock_timestamp() + ${lease} * interval '1 millisecond')
				on conflict (work) do update set holder = excluded.holder, until = excluded.until
				where upkeep_turn.holder = excluded.holder or upkeep_turn.until <= clock_timestamp()
				returning work`.execute(db)
			return rows.length > 0
		},
		giveBack: async () => {
			await sql`delete from upkeep_turn where work = ${work} and holder = ${holder}`.execute(db)
		},
	}
}
