/** A referral as it stands once it was sent, with nothing of it sealed: for what shows it and for who answers it. */
import { randomUUID } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'
import { seedPartners } from './desk-seed.ts'

/** Adds a referral to a partner of its own that has it and must answer within a day. Answer: its id. */
export const addSentReferral = async (db: QueryExecutorProvider): Promise<string> => {
	const [id, partner] = [randomUUID(), randomUUID()]
	await seedPartners(db, [partner], randomUUID())
	await sql`insert into referral (id, ref, direction, partner, country, subject, urgency, tlp, state, outcome_by, digest, approval, by, at, changed)
		values (${id}, 'R-2026-9001', 'out', ${partner}, 'FR', 'address', 'high', 'amber', 'sent', now() + interval '1 day',
			${'0'.repeat(64)}, ${randomUUID()}, ${randomUUID()}, now(), now())`.execute(db)
	for (const [at, event] of ['asked', 'queued', 'delivered'].entries())
		await sql`insert into referral_step (id, referral, place, event, state, at)
			values (${randomUUID()}, ${id}, ${at + 1}, ${event}, 'sent', now())`.execute(db)
	await sql`insert into referral_message (id, referral, kind, channel, channel_kind, digest, state, attempts, failures, next_at, expires, at)
		values (${randomUUID()}, ${id}, 'referral', ${partner}, 'xarf-mail', ${'0'.repeat(64)}, 'sent', 1, 0, now(), now(), now())`.execute(
		db,
	)
	return id
}
