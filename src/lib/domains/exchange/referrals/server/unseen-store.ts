/** Urgent referrals that somebody must see to and nobody has seen yet: whoever is on call is rung for them. */
import { sql } from 'kysely'
import type { ReferralQueries } from './referral-tables.ts'

/** Most that are listed: more than anybody sees in a night. */
const mostListed = 10_000

/**
 * True while nobody here has done anything with it since it was told of. Where the clock was set back it counts as unseen. Steps by persons have
 * the quarter of their hour, so that their place is asked and not their time.
 */
const isUnseen = sql<boolean>`(r.told_at is not null and r.state <> 'closed' and not exists (
	select 1 from referral_step seen where seen.referral = r.id and seen."by" is not null and seen.place >= (
		select min(told.place) from referral_step told where told.referral = r.id and told.at >= r.told_at)))`

/**
 * Ids, the longest waiting first: what a partner told us and nobody has opened; what of ours is refused, does not get through, is met with silence
 * or with a question.
 *
 * @param near - a person who sees of ours only those of their own cases
 */
export const listUnseenReferrals = async (db: ReferralQueries, near?: string): Promise<string[]> => {
	const { rows } = await sql<{ id: string }>`
		select r.id from referral r left join desk_case c on c.id = r.case_id
		where r.urgency <> 'normal' and ${isUnseen}
			and (${near ?? null}::uuid is null or r.direction = 'in' or ${near ?? null}::uuid in (c.assignee, c.supervisor))
		order by r.told_at, r.id limit ${sql.lit(mostListed)}`.execute(db)
	return rows.map(({ id }) => id)
}

/** True for a referral, of whatever urgency, that somebody must see to and nobody has seen yet. */
export const isReferralUnseen = async (db: ReferralQueries, id: string): Promise<boolean> => {
	const { rows } = await sql`select 1 from referral r where r.id = ${id} and ${isUnseen}`.execute(db)
	return rows.length > 0
}
