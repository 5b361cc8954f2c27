import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { secondAfter } from '#domains/people'
import { openDeskOn } from '../../../../../../../tests/support/cases.ts'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { addPartner } from '../../../../../../../tests/support/referrals.ts'
import { validFor, views } from '../../indicator.ts'
import {
	expireIndicators,
	getPublication,
	listChanges,
	listPublished,
	noteBuilt,
} from '../../server/index.ts'
import { decideBatch, proposeIndicators, withdrawIndicator } from './index.ts'
import { listBatch, offerIndicators } from './propose.ts'

const terms = { audiences: ['partners', 'isps', 'browsers'], tlp: 'amber', pap: 'green' } as const
const never = new Set(['needed.example'])
const domain = (value: string) => ({ kind: 'domain', value }) as const

const open = async (engine: (typeof engines)[number]) => {
	const db = (await database(engine)).kysely
	const desk = openDeskOn(db)
	const [amal, hind] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'analyst')]
	const publish = async (...items: { kind: 'domain' | 'pdq' | 'url'; value: string }[]) => {
		const { batch = '' } = await proposeIndicators(
			db,
			{ items, terms, never },
			{ person: amal, now: desk.now() },
		)
		await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
			select gen_random_uuid(), ${hind.id}, 'credential', ${hind.id}, 'x', ${new Date(0)}, ${new Date(0)}
			where not exists (select from staff_account where user_id = ${hind.id})`.execute(db)
		await decideBatch(db, { batch, grants: true, wait: secondAfter }, { person: hind, now: desk.now() })
		return batch
	}
	return { db, desk, amal, hind, publish }
}

describe.each(engines)('indicators on %s', (engine) => {
	test('nothing is published before a second person has agreed, and never by the same', async () => {
		const { db, desk, amal, publish } = await open(engine)
		const { batch = '' } = await proposeIndicators(
			db,
			{ items: [domain('a.example')], terms, never },
			{ person: amal, now: desk.now() },
		)
		expect(await listPublished(db, { view: 'rpz', limit: 9 })).toEqual([])
		const alone = decideBatch(db, { batch, grants: true, wait: 0 }, { person: amal, now: desk.now() })
		await expect(alone).rejects.toMatchObject({ code: 'approval.same-person' })
		await publish(domain('b.example'))
		expect((await listPublished(db, { view: 'rpz', limit: 9 })).map(({ value }) => value)).toEqual([
			'b.example',
		])
		const forced = sql`update indicator set state = 'published', version = 1, approved_by = proposed_by where value = 'a.example'`
		await expect(forced.execute(db)).rejects.toThrow('indicator_two_persons')
	})

	test('a view carries its kinds for its circles, page after page, each once', async () => {
		const { db, publish } = await open(engine)
		await publish(domain('a.example'), domain('b.example'), { kind: 'url', value: 'https://c.example/x' })
		await publish(domain('d.example'), domain('a.example'))
		const seen: string[] = []
		for (let after = 0; ;) {
			const page = await listPublished(db, { view: 'safe-browsing', after, limit: 2 })
			seen.push(...page.map(({ value }) => value))
			const last = page.at(-1)
			if (!last) break
			expect(last.added).toBeGreaterThan(after)
			after = last.added
		}
		expect(seen.sort()).toEqual(['a.example', 'b.example', 'd.example', 'https://c.example/x'])
		expect(await listPublished(db, { view: 'stopncii', limit: 9 })).toEqual([])
		expect(await listPublished(db, { view: 'rpz', kinds: ['url'], limit: 9 })).toEqual([])
	})

	test('one change gives all five views a serial, and each learns what it gained and lost', async () => {
		const { db, desk, amal, publish } = await open(engine)
		await publish(domain('a.example'), domain('b.example'))
		const since = (await getPublication(db, 'rpz')).serial
		const [a] = await listPublished(db, { view: 'rpz', limit: 1 })
		await publish(domain('c.example'))
		await withdrawIndicator(db, { id: a?.id ?? '', reason: 'mistaken', by: amal.id, now: desk.now() })
		for (const view of views) expect((await getPublication(db, view)).serial).toBe(since + 2)
		const changes = await listChanges(db, { view: 'rpz', sinceSerial: since })
		expect(changes.serial).toBe(since + 2)
		expect(changes.added.map(({ value }) => value)).toEqual(['c.example'])
		expect(changes.removed.map(({ value }) => value)).toEqual(['a.example'])
		const nothing = { serial: since + 2, added: [], removed: [] }
		expect(await listChanges(db, { view: 'rpz', sinceSerial: since + 2 })).toEqual(nothing)
		const all = await listChanges(db, { view: 'rpz', sinceSerial: 0 })
		expect([all.added.length, all.removed.length]).toEqual([2, 0])
	})

	test('what was withdrawn stays without proof in a view that still holds it', async () => {
		const { db, desk, amal, publish } = await open(engine)
		await publish(domain('a.example'))
		const [a] = await listPublished(db, { view: 'rpz', limit: 1 })
		const id = a?.id ?? ''
		await withdrawIndicator(db, { id, reason: 'appeal', by: amal.id, now: desk.now() })
		const proofs = async () =>
			(await db.selectFrom('indicator_proof').select('view').where('gone_at', 'is not', null).execute())
				.map(({ view }) => view)
				.sort()
		expect(await proofs()).toEqual(['taxii'])
		const { serial } = await getPublication(db, 'rpz')
		const built = { view: 'rpz', serial, digest: 'd'.repeat(64), at: desk.now() } as const
		expect(await noteBuilt(db, { ...built, has: () => true })).toEqual([id])
		expect(await proofs()).toEqual(['taxii'])
		expect(await noteBuilt(db, { ...built, serial: serial - 1, has: () => false })).toEqual([])
		expect(await proofs()).toEqual(['taxii'])
		expect(await noteBuilt(db, { ...built, has: () => false })).toEqual([])
		expect(await proofs()).toEqual(['rpz', 'taxii'])
		expect((await getPublication(db, 'rpz')).built).toMatchObject({ serial, digest: built.digest })
	})

	test('what is over expires, and what was withdrawn comes back under another id only', async () => {
		const { db, desk, amal, publish } = await open(engine)
		await publish(domain('a.example'), domain('b.example'))
		const first = await listPublished(db, { view: 'rpz', limit: 9 })
		const a = first.find(({ value }) => value === 'a.example')
		await withdrawIndicator(db, { id: a?.id ?? '', reason: 'removed', by: amal.id, now: desk.now() })
		const twice = withdrawIndicator(db, { id: a?.id ?? '', reason: 'removed', by: amal.id, now: desk.now() })
		await expect(twice).rejects.toMatchObject({ code: 'indicator.gone' })
		await publish(domain('a.example'))
		const again = await listPublished(db, { view: 'rpz', limit: 9 })
		expect(again.map(({ value }) => value)).toEqual(['b.example', 'a.example'])
		expect(again.at(-1)?.id).not.toBe(a?.id)
		desk.pass(validFor / 3_600_000 - 1)
		expect(await expireIndicators(db, desk.now())).toBe(0)
		desk.pass(2)
		expect(await expireIndicators(db, desk.now())).toBe(2)
		expect(await listPublished(db, { view: 'rpz', limit: 9 })).toEqual([])
	})

	test('the same thing is proposed once, and what many need never', async () => {
		const { db, desk, amal, publish } = await open(engine)
		await publish(domain('a.example'))
		const items = [domain('a.example'), domain('b.example'), domain('b.example')]
		const { known } = await proposeIndicators(db, { items, terms, never }, { person: amal, now: desk.now() })
		expect(known).toEqual([domain('a.example')])
		for (const value of ['www.needed.example', 'github.io'])
			await expect(
				proposeIndicators(db, { items: [domain(value)], terms, never }, { person: amal, now: desk.now() }),
			).rejects.toMatchObject({ status: 409 })
		const none = await proposeIndicators(db, { items, terms, never }, { person: amal, now: desk.now() })
		expect(none.batch).toBeUndefined()
	})

	test('what a partner offers is published no more openly than it was marked, and again so in its next life', async () => {
		const { db, desk, amal } = await open(engine)
		const partner = await addPartner(db)
		const items = [domain('a.example')]
		const offer = () =>
			db
				.transaction()
				.execute((trx) =>
					offerIndicators(trx, { owner: partner, items, tlp: 'amber+strict', now: desk.now() }),
				)
		const propose = (tlp: 'clear' | 'amber' | 'amber+strict') =>
			proposeIndicators(
				db,
				{ items: [...items, domain('b.example')], terms: { ...terms, tlp }, never },
				{ person: amal, now: desk.now() },
			)
		const states = async () =>
			(
				await db
					.selectFrom('indicator')
					.select(['owner', 'state', 'tlp'])
					.where('value', '=', 'a.example')
					.execute()
			)
				.map(({ owner, state, tlp }) => `${owner === partner ? 'partner' : owner} ${state} ${tlp}`)
				.sort()
		await offer()
		const open1 = await propose('clear')
		expect(open1.stricter).toEqual(items)
		expect(await listBatch(db, open1.batch ?? ''), 'the rest of the list goes on').toMatchObject([
			{ value: 'b.example', tlp: 'clear' },
		])
		expect(await states()).toEqual(['partner offered amber+strict'])
		expect((await propose('amber+strict')).stricter).toEqual([])
		expect(await states()).toEqual(['partner taken amber+strict', 'us proposed amber+strict'])
		await sql`update indicator set state = 'refused' where owner = 'us'`.execute(db)
		expect((await propose('amber')).stricter, 'the mark outlives the offer').toEqual(items)
		await offer()
		expect(await states(), 'it may be offered again').toContain('partner offered amber+strict')
	})
})
