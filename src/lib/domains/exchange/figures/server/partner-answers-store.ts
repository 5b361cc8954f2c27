/** What one partner has answered so far, for who works with it: what reached it, what it said, and how long that took. */
import { sql } from 'kysely'
import type { CaseQueries } from '#domains/cases/server'
import { outcomeCodes, type OutcomeCode } from '../../channel/index.ts'

/** Referrals to a partner that two persons have agreed to. */
type ReferralAnswers = {
	agreed: number
	/** Of these, what has left for it or what it has said something about; the rest is on its way, or did not get through. */
	sent: number
	/** Receipts of it that are kept. */
	receipts: number
	/** What it, or its machine, has refused on arrival. */
	refused: number
	answered: number
	/** The last outcome of each that it has answered, the most frequent first. */
	outcomes: { code: OutcomeCode; count: number }[]
	/** Half of the first answers came within so many days; `undefined` before the first. */
	medianDays: number | undefined
	lastAnswer: Date | undefined
}

/** What it says of indicators: `sighting`, `offered`, `revoked`, why an object was put aside (`stix.…`), or a code of its own. */
type Reported = { code: string; count: number; last: Date }

/** `referrals` is missing where none has been agreed to: there is nothing that it could have answered. */
type PartnerAnswers = { referrals: ReferralAnswers | undefined; reports: Reported[] }

/** Referrals with their words of an outcome. What moved nothing any more is one too; a fault of a try is none. */
const answers = (partner: string) => sql`
	agreed as (
		select referral.id, min(step.at) as begun from referral join referral_step as step on step.referral = referral.id and step.event = 'queued'
		where referral.partner = ${partner}::uuid and referral.direction = 'out' group by referral.id
	), said as (
		select step.referral, step.place, step.at, step.code from referral_step as step join agreed on agreed.id = step.referral
		where step.event in ('actioned', 'not-actioned', 'need-more', 'duplicate', 'heard') and step.code = any(${[...outcomeCodes]}::text[])
	)`

const readReferrals = async (db: CaseQueries, partner: string): Promise<ReferralAnswers | undefined> => {
	const { rows } = await sql<
		Omit<ReferralAnswers, 'outcomes' | 'medianDays' | 'lastAnswer'> & {
			days: number | null
			last: Date | null
		}
	>`
		with ${answers(partner)}, one as (
			select agreed.id, exists (select 1 from referral_step as step where step.referral = agreed.id and step.event = 'rejected') as refused,
				exists (select 1 from referral_message as message where message.referral = agreed.id and message.kind = 'referral'
					and message.state in ('sent', 'accepted', 'rejected')) as left_here,
				(select count(*) from referral_message as message where message.referral = agreed.id and message.kind = 'referral'
					and message.receipt is not null) as receipts,
				(select extract(epoch from (min(said.at) - agreed.begun)) / 86400 from said where said.referral = agreed.id) as days
			from agreed
		)
		select count(*)::int as agreed, (count(*) filter (where left_here or days is not null))::int as sent,
			coalesce(sum(receipts), 0)::int as receipts, (count(*) filter (where refused))::int as refused, count(days)::int as answered,
			ceil(percentile_cont(0.5) within group (order by days))::int as days, (select max(at) from said) as last
		from one`.execute(db)
	const [row] = rows
	if (!row || row.agreed === 0) return undefined
	const { days, last, ...counts } = row
	const { rows: outcomes } = await sql<{ code: OutcomeCode; count: number }>`
		with ${answers(partner)}
		select code, count(*)::int as count from (select distinct on (referral) code from said order by referral, place desc) as latest
		group by code order by count desc, code`.execute(db)
	return {
		...counts,
		outcomes,
		medianDays: days === null ? undefined : Math.max(0, days),
		lastAnswer: last ?? undefined,
	}
}

/** Reads what a partner has answered and reported. Nothing in it is about one case. */
export const getPartnerAnswers = async (db: CaseQueries, partner: string): Promise<PartnerAnswers> => {
	const { rows: reports } = await sql<Reported>`
		select code, sum(count)::int as count, max(at) as last from indicator_feedback where partner = ${partner}::uuid
		group by code order by count desc, code`.execute(db)
	return { referrals: await readReferrals(db, partner), reports }
}
