import { sql } from 'kysely'
import { listContents, publishQuarters } from '#domains/cases/figures/server'
import type { CaseDatabase, CaseQueries } from '#domains/cases/server'
import { ourselves } from '../../indicators/indicator.ts'
import type { PublishedExchange } from '../exchange-data.ts'
import {
	toExchangeFigures,
	toReferralOutcome,
	toRequestGroup,
	type CountedReferral,
	type ExchangeFigures,
	type Direction,
} from '../exchange-figures.ts'

type Months = { from: string; to: string }

/**
 * Referrals that came, or that two persons have let go out, in these months. The first answer of a partner is its decision; ours is what we
 * told it. Both by the times of the steps.
 */
const readReferrals = async (db: CaseQueries, { from, to }: Months): Promise<CountedReferral[]> => {
	const { rows } = await sql<{
		flow: Direction
		country: string
		state: string
		before: string | null
		hours: number | null
	}>`
		select direction as flow, partner.country, referral.state,
			(select state from referral_step where referral = referral.id and state <> 'closed' order by place desc limit 1) as before,
			ceil(extract(epoch from (
				select min(step.at) from referral_step as step where step.referral = referral.id and step.event = any(case
					when direction = 'out' then array['actioned', 'not-actioned', 'rejected'] else array['told', 'actioned', 'not-actioned'] end)
			) - begun.at) / 3600)::int as hours
		from referral join partner on partner.id = referral.partner
		cross join lateral (
			select min(step.at) as at from referral_step as step
			where step.referral = referral.id and step.event = case when direction = 'out' then 'queued' else 'received' end
		) as begun
		where to_char(begun.at at time zone 'UTC', 'YYYY-MM') between ${from} and ${to}`.execute(db)
	return rows.map(({ flow, country, state, before, hours }) => ({
		flow,
		country,
		outcome: toReferralOutcome({ state, before }),
		hours: hours === null ? null : Math.max(0, hours),
	}))
}

/** States of requests that an authority has transmitted in these months. */
const readRequests = async (db: CaseQueries, { from, to }: Months): Promise<string[]> => {
	const { rows } = await sql<{ state: string }>`select state from preservation
		where transmitted is not null and to_char(transmitted, 'YYYY-MM') between ${from} and ${to}`.execute(db)
	return rows.map(({ state }) => toRequestGroup(state))
}

/** States of indicators of ours that were published, by the month in which they were proposed. */
const readIndicators = async (db: CaseQueries, { from, to }: Months): Promise<string[]> => {
	const { rows } = await sql<{
		state: string
	}>`select state from indicator where owner = ${ourselves} and version > 0
		and to_char(created at time zone 'UTC', 'YYYY-MM') between ${from} and ${to}`.execute(db)
	return rows.map(({ state }) => state)
}

/** Figures of the months from `from` to `to`, which are whole and over. */
export const getExchangeFigures = async (db: CaseQueries, months: Months): Promise<ExchangeFigures> =>
	toExchangeFigures(
		{
			referrals: await readReferrals(db, months),
			requests: await readRequests(db, months),
			indicators: await readIndicators(db, months),
		},
		months,
	)

/** Month in which the first partner was written down. */
const findOldest = async (db: CaseQueries): Promise<string | undefined> => {
	const { rows } = await sql<{ month: string | null }>`
		select to_char(min(made) at time zone 'UTC', 'YYYY-MM') as month from partner`.execute(db)
	return rows[0]?.month ?? undefined
}

/**
 * Publishes the figures of every quarter that is due and has none, once and for ever.
 *
 * @param liveSince - day on which the desk went live; `undefined`: a trial
 * @returns how many quarters were published
 */
export const publishExchange = async (
	db: CaseDatabase,
	{ liveSince, now }: { liveSince: string | undefined; now: Date },
): Promise<number> =>
	publishQuarters(db, {
		kind: liveSince === undefined ? 'exchange-demonstration' : 'exchange-live',
		now,
		liveSince,
		oldest: await findOldest(db),
		count: getExchangeFigures,
	})

/** Lists the published figures, the newest quarter first. */
export const listPublishedExchange = async (
	db: CaseQueries,
	state: 'live' | 'demonstration',
): Promise<PublishedExchange[]> =>
	(await listContents(db, `exchange-${state}`)).map(({ quarter, content }) => ({
		quarter,
		figures: JSON.parse(content) as ExchangeFigures,
	}))
