import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { day } from '#base'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { addExchangePartner } from '../../../../../../tests/support/exchange-partners.ts'
import { getPartnerAnswers } from './index.ts'

const start = new Date('2026-10-03T08:00:00Z')

type Step = readonly [event: string, code?: string | undefined, days?: number]

describe.each(engines)('what a partner answered so far on %s', (engine) => {
	const begin = async () => {
		const opened = await database(engine)
		const db = opened.kysely
		const add = (name: string) => addExchangePartner(opened, name, { kind: 'hotline' })
		const [partner, other] = [await add('abroad'), await add('elsewhere')]
		let last = 0
		/** A referral to a partner, with its steps and one message. */
		const refer = async (
			steps: readonly Step[],
			message?: { state: string; receipt?: Buffer },
			to = partner,
		) => {
			const id = randomUUID()
			await sql`insert into referral (id, ref, direction, partner, subject, urgency, tlp, state, approval, at, changed) values (${id},
				${`MA-2026-${String(++last).padStart(6, '0')}`}, 'out', ${to}, 'address', 'normal', 'amber', 'sent', ${randomUUID()}, ${start},
				${start})`.execute(db)
			for (const [place, [event, code, days = 0]] of steps.entries())
				await sql`insert into referral_step (id, referral, place, event, state, code, at) values (gen_random_uuid(), ${id}, ${place + 1},
					${event}, 'sent', ${code ?? null}, ${new Date(start.getTime() + days * day)})`.execute(db)
			if (message)
				await sql`insert into referral_message (id, referral, kind, channel, channel_kind, digest, state, attempts, failures, next_at, expires,
					receipt, sealed_body, at) values (gen_random_uuid(), ${id}, 'referral', gen_random_uuid(), 'http-sig', ${'0'.repeat(64)}, ${message.state}, 1, 0,
					${start}, ${start}, ${message.receipt ?? null}, ${message.state === 'queued' ? Buffer.from('sealed') : null}, ${start})`.execute(
					db,
				)
		}
		const report = (code: string, count: number, version: string, of = partner) =>
			sql`insert into indicator_feedback (id, partner, object, version, code, count, digest, at) values (gen_random_uuid(), ${of}, 'sighting--1',
				${version}, ${code}, ${count}, '', ${start})`.execute(db)
		return { db, partner, other, refer, report, get: () => getPartnerAnswers(db, partner) }
	}

	test('is nothing where nothing was agreed to go out, and no number is claimed', async () => {
		const { get, refer, other } = await begin()
		await refer([['asked'], ['dropped']])
		await refer([['queued'], ['actioned', 'actioned', 1]], { state: 'accepted' }, other)
		expect(await get()).toEqual({ referrals: undefined, reports: [] })
	})

	test('tells what reached them, receipts, the last outcome of each, and how long half of the first answers took', async () => {
		const { get, refer } = await begin()
		const accepted = { state: 'accepted', receipt: Buffer.from('{}') }
		await refer([['queued']], { state: 'queued' })
		await refer([['queued'], ['delivered']], { state: 'sent' })
		await refer([['queued'], ['rejected', 'message.schema', 1]], { state: 'rejected' })
		await refer(
			[
				['queued'],
				['accepted'],
				['need-more', 'need-more', 1],
				['gave-more', undefined, 2],
				['actioned', 'actioned', 9],
			],
			accepted,
		)
		await refer([['queued'], ['accepted'], ['actioned', 'already-gone', 3]], accepted)
		await refer(
			[['queued'], ['accepted'], ['actioned', 'actioned', 20], ['closed'], ['heard', 'false-positive', 30]],
			accepted,
		)
		await refer([['queued'], ['failed', 'unreachable', 1], ['heard', 'unreachable', 2]], { state: 'queued' })
		expect((await get()).referrals).toEqual({
			agreed: 7,
			sent: 5,
			receipts: 3,
			refused: 1,
			answered: 3,
			outcomes: [
				{ code: 'actioned', count: 1 },
				{ code: 'already-gone', count: 1 },
				{ code: 'false-positive', count: 1 },
			],
			medianDays: 3,
			lastAnswer: new Date(start.getTime() + 30 * day),
		})
	})

	test('has no median and no last answer before the first; an answer that a person heard counts without a receipt', async () => {
		const { get, refer } = await begin()
		await refer([['queued']], { state: 'dead' })
		expect((await get()).referrals).toMatchObject({
			agreed: 1,
			sent: 0,
			answered: 0,
			outcomes: [],
			medianDays: undefined,
			lastAnswer: undefined,
		})
		await refer([['queued'], ['not-actioned', 'not-ours', 0.25]], { state: 'dead' })
		expect((await get()).referrals).toMatchObject({
			agreed: 2,
			sent: 1,
			receipts: 0,
			answered: 1,
			medianDays: 1,
		})
	})

	test('tells what they reported of indicators, by kind, the sightings added up', async () => {
		const { get, report, other } = await begin()
		await report('sighting', 3, '1')
		await report('sighting', 4, '2')
		await report('stix.pattern', 1, '3')
		await report('sighting', 50, '1', other)
		expect((await get()).reports).toEqual([
			{ code: 'sighting', count: 7, last: start },
			{ code: 'stix.pattern', count: 1, last: start },
		])
	})
})
