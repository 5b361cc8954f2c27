import { sql, type Kysely } from 'kysely'

/** What a partner marked stays its mark after the desk has taken it up: an offer is kept, and a referral knows how openly it may be acted on. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table indicator drop constraint indicator_state_check`.execute(db)
	await sql`alter table indicator add constraint indicator_state_check
		check (state in ('offered', 'taken', 'proposed', 'refused', 'published', 'withdrawn', 'expired'))`.execute(
		db,
	)
	await sql`alter table referral add column pap text not null default 'amber'
		check (pap in ('clear', 'green', 'amber', 'red'))`.execute(db)
}
