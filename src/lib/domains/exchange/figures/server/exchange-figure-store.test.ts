import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { addExchangePartner } from '../../../../../../tests/support/exchange-partners.ts'
import { getExchangeFigures, listPublishedExchange, publishExchange } from './exchange-figure-store.ts'

const quarter = { from: '2026-10', to: '2026-12' }
const queued = new Date('2026-10-03T08:00:00Z')

describe.each(engines)('figures of work with other countries on %s', (engine) => {
	const begin = async () => {
		const opened = await database(engine)
		const db = opened.kysely
		const partner = await addExchangePartner(opened, 'abroad', { kind: 'hotline' })
		await sql`update partner set country = 'FR', made = ${queued} where id = ${partner}`.execute(db)
		let last = 0
		/** A referral with its steps; each event is a day after the one before it. */
		const refer = async (direction: 'in' | 'out', ...steps: readonly [event: string, state: string][]) => {
			const id = randomUUID()
			await sql`insert into referral (id, ref, direction, partner, subject, urgency, tlp, state, approval, at, changed) values (${id},
				${`MA-2026-${String(++last).padStart(6, '0')}`}, ${direction}, ${partner}, 'address', 'normal', 'amber',
				${steps.at(-1)?.[1] ?? 'draft'}, ${randomUUID()}, ${queued}, ${queued})`.execute(db)
			for (const [at, [event, state]] of steps.entries())
				await sql`insert into referral_step (id, referral, place, event, state, at) values (gen_random_uuid(), ${id}, ${at + 1},
					${event}, ${state}, ${new Date(queued.getTime() + at * 86_400_000)})`.execute(db)
		}
		return { db, partner, refer }
	}

	test('count what two persons have let go and what came, by country and outcome, and the hours to the first answer', async () => {
		const { db, refer } = await begin()
		for (let at = 0; at < 21; at++)
			await refer(
				'out',
				['queued', 'queued'],
				['accepted', 'accepted'],
				['actioned', 'actioned'],
				['closed', 'closed'],
			)
		for (let at = 0; at < 12; at++) await refer('out', ['asked', 'review'], ['dropped', 'closed'])
		for (let at = 0; at < 10; at++) await refer('in', ['received', 'accepted'], ['told', 'accepted'])
		const figures = await getExchangeFigures(db, quarter)
		expect(figures.out).toMatchObject({
			count: 20,
			country: [
				{ group: 'FR', count: 20 },
				{ group: 'other', count: null },
			],
			answered: { median: 48, p90: null },
		})
		expect(figures.out.outcome.filter(({ count }) => count !== null)).toEqual([{ group: 'gone', count: 20 }])
		expect(figures.in).toMatchObject({ count: 10, answered: { median: null } })
		expect((await getExchangeFigures(db, { from: '2026-07', to: '2026-09' })).out.count).toBeNull()
	})

	test('count requests that were transmitted, and indicators of ours that were published', async () => {
		const { db, partner } = await begin()
		for (const state of [...Array<string>(11).fill('preserved'), ...Array<string>(9).fill('lapsed'), 'draft'])
			await sql`insert into preservation (id, ref, partner, provider, country, instrument, urgency, state, digest, drafted_by, drafted,
				transmitted, changed, version) values (gen_random_uuid(), ${randomUUID()}, ${partner}, 'Host', 'FR', 'budapest-29', 'normal', ${state},
				${'0'.repeat(64)}, gen_random_uuid(), '2026-10-01', ${state === 'draft' ? null : '2026-10-02'}, ${queued}, 1)`.execute(
				db,
			)
		for (const [at, owner] of [...Array<string>(13).fill('us'), partner].entries())
			await sql`insert into indicator (id, kind, value, owner, life, audiences, tlp, pap, valid_from, valid_until, version, state,
				proposed_by, approved_by, created, modified, added) values (gen_random_uuid(), 'domain', ${`n${at}.example`}, ${owner}, 1, 'partners',
				'amber', 'green', ${queued}, '2027-01-01', 1, 'published', ${randomUUID()}, ${randomUUID()}, ${queued}, ${queued}, ${at + 1})`.execute(
				db,
			)
		const { preservation, indicators } = await getExchangeFigures(db, quarter)
		expect([preservation.count, indicators.count]).toEqual([20, 10])
		expect(preservation.state.slice(0, 2)).toEqual([
			{ group: 'kept', count: 10 },
			{ group: 'lapsed', count: null },
		])
		expect(indicators.state[0]).toEqual({ group: 'published', count: 10 })
	})

	test('are published a month after a quarter has ended, once, apart from those of the hotline', async () => {
		const { db, refer } = await begin()
		for (let at = 0; at < 10; at++) await refer('out', ['queued', 'queued'])
		const publish = (now: string, liveSince?: string) =>
			publishExchange(db, { now: new Date(now), liveSince })
		expect(await publish('2027-01-31T23:00:00Z')).toBe(0)
		expect(await publish('2027-02-01T03:00:00Z')).toBe(1)
		const first = await listPublishedExchange(db, 'demonstration')
		expect(first.map((one) => [one.quarter, one.figures.out.count])).toEqual([['2026-Q4', 10]])
		for (let at = 0; at < 10; at++) await refer('out', ['queued', 'queued'])
		expect(await publish('2027-02-02T03:00:00Z')).toBe(0)
		expect(await listPublishedExchange(db, 'demonstration')).toEqual(first)
		expect(await listPublishedExchange(db, 'live')).toEqual([])
	})
})
