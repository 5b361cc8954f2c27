import { sql, type Kysely } from 'kysely'

/** A note about a referral goes to a partner by the same outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table referral_message drop constraint referral_message_kind_check`.execute(db)
	await sql`alter table referral_message add constraint referral_message_kind_check
		check (kind in ('referral', 'outcome', 'note'))`.execute(db)
}
