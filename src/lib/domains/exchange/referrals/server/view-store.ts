import type { Selectable } from 'kysely'
import type { ReferralQueries, ReferralTables } from './referral-tables.ts'
import { toReferralRow, type ReferralRow } from './step-store.ts'

type Step = Selectable<ReferralTables['referral_step']>
type Message = Omit<Selectable<ReferralTables['referral_message']>, 'sealed_body'>

/** A referral with what happened to it and what was sent. */
type ReferralView = { referral: ReferralRow; steps: Step[]; messages: Message[] }

/** Lines of the list: what somebody here must do stands first, then what runs out first. */
export const listReferrals = async (
	db: ReferralQueries,
	{ near, most = 300 }: { near?: string | undefined; most?: number },
): Promise<ReferralRow[]> => {
	const all = db
		.selectFrom('referral')
		.selectAll('referral')
		.orderBy((select) =>
			select
				.case()
				.when('referral.state', '=', 'closed')
				.then(2)
				.when('told_at', 'is not', null)
				.then(0)
				.else(1)
				.end(),
		)
		.orderBy('outcome_by', (order) => order.asc().nullsFirst())
		.orderBy('referral.at')
		.orderBy('referral.id')
		.limit(most)
	const rows = await (
		near === undefined
			? all
			: all
					.leftJoin('desk_case', 'desk_case.id', 'referral.case_id')
					.where((either) =>
						either.or([
							either('desk_case.assignee', '=', near),
							either('desk_case.supervisor', '=', near),
							either('referral.direction', '=', 'in'),
						]),
					)
	).execute()
	return rows.map(toReferralRow)
}

/** One referral; `undefined` when there is none of this id. */
export const findReferral = async (db: ReferralQueries, id: string): Promise<ReferralView | undefined> => {
	const row = await db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst()
	if (!row) return undefined
	const steps = await db
		.selectFrom('referral_step')
		.selectAll()
		.where('referral', '=', id)
		.orderBy('place')
		.execute()
	const messages = await db
		.selectFrom('referral_message')
		.select(['id', 'referral', 'kind', 'channel', 'channel_kind', 'digest', 'state', 'attempts', 'failures'])
		.select(['next_at', 'expires', 'fault', 'receipt', 'peer_ref', 'at'])
		.where('referral', '=', id)
		.orderBy('at')
		.orderBy('id')
		.execute()
	return { referral: toReferralRow(row), steps, messages }
}

/** Referrals of a case, the oldest first. */
export const listReferralsOfCase = async (db: ReferralQueries, of: string): Promise<ReferralRow[]> => {
	const rows = await db
		.selectFrom('referral')
		.selectAll()
		.where('case_id', '=', of)
		.orderBy('at')
		.orderBy('ref')
		.execute()
	return rows.map(toReferralRow)
}
