/** The end of what partners wrote: decision 074. */
import { sql } from 'kysely'
import { forgetNonces } from '../../../channel/server/index.ts'
import type { ReferralDatabase } from '../../server/referral-tables.ts'

/**
 * Lets go of the words of messages that came before a moment: what nobody has looked at is dropped, and of all of them the id, the digest and our
 * receipt stay. What a referral that is still open says stays with it. Forgets numbers of signatures that hold no more, too.
 *
 * @returns how many messages ended
 */
export const endMessages = async (
	db: ReferralDatabase,
	{ before, now }: { before: Date; now: Date },
): Promise<number> => {
	await forgetNonces(db, now)
	const ended = await db
		.updateTable('exchange_message')
		.set({
			sealed: new Uint8Array(0),
			state: sql`case when state = 'taken' then 'taken' else 'dropped' end`,
			why: sql`case when state in ('taken', 'dropped') then why else 'over' end`,
		})
		.where('at', '<', before)
		.where(sql<boolean>`(length(sealed) > 0 or state in ('unread', 'quarantined'))`)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('referral')
						.select('referral.id')
						.leftJoin('referral_step', 'referral_step.referral', 'referral.id')
						.where('referral.state', '<>', 'closed')
						.where(sql<boolean>`exchange_message.id in (referral.message, referral_step.message)`),
				),
			),
		)
		.returning('id')
		.execute()
	return ended.length
}
