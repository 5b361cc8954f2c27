import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Ask } from '#tools/channels/taxii/client'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { askPort, createMemoryPort, readWrite } from '../../../../../../../tests/support/taxii-port.ts'
import { readIndicatorDesk } from '../../proposals/server/desk-list.ts'
import { takeObjects } from './inbox-store.ts'
import { pullPartners } from './index.ts'

const at = '2026-11-29T09:00:00.000Z'
const offer = (value: string) => ({
	type: 'indicator',
	spec_version: '2.1',
	id: `indicator--${randomUUID()}`,
	created: at,
	modified: at,
	pattern: `[domain-name:value = '${value}']`,
	pattern_type: 'stix',
	valid_from: at,
})

const open = async (engine: (typeof engines)[number]) => {
	const db = (await database(engine)).kysely
	const [partner, channel] = [randomUUID(), randomUUID()]
	const names = { name_ar: 'أ', name_fr: 'A', name_zgh: null, name_en: 'A' }
	const agreed = { agreement: 'A-1', agreed_from: '2024-01-01', agreed_to: null }
	const now = new Date(at)
	await db
		.insertInto('partner')
		.values({
			id: partner,
			...names,
			...agreed,
			kind: 'cert',
			country: 'FR',
			zone: 'Europe/Paris',
			hours: '',
			languages: 'fr',
			flows: 'indicators',
			tlp_most: 'amber',
			takes_personal: false,
			is_public: false,
			state: 'active',
			note: '',
			made: now,
			changed: now,
		})
		.execute()
	const address = `http://127.0.0.1:5612/hotline1/collections/${readWrite}/`
	await db
		.insertInto('partner_channel')
		.values({ id: channel, partner, kind: 'taxii', address, place: 1 })
		.execute()
	const peer = createMemoryPort()
	const asked: string[] = []
	let isThere = true
	const ask: Ask = async (url, { headers }) => {
		asked.push(url)
		if (!isThere) throw new Error('nobody answers')
		const answer = await askPort(peer.port, url, { headers })
		return new Response(answer.body, { status: answer.status, headers: answer.headers })
	}
	const pull = () =>
		pullPartners({
			db,
			ask,
			findAuthorization: () => 'Basic x',
			zone: 'Africa/Casablanca',
			now: () => new Date(at),
		})
	const listOffered = async () =>
		(await db.selectFrom('indicator').select(['value', 'state']).orderBy('value').execute()).map(
			({ value, state }) => `${value} ${state}`,
		)
	const getFault = async () =>
		(await db.selectFrom('taxii_checkpoint').select('fault').executeTakeFirstOrThrow()).fault
	return {
		db,
		partner,
		peer,
		pull,
		asked,
		listOffered,
		getFault,
		leave: (there: boolean) => void (isThere = there),
	}
}

describe.each(engines)('pulling from a partner on %s', (engine) => {
	test('what comes is offered and not published, and comes once', async () => {
		const { peer, pull, asked, listOffered } = await open(engine)
		peer.add(offer('a.example'))
		peer.add(offer('b.example'))
		peer.add({ ...offer('c.example'), pattern: 'no pattern' })
		expect(await pull()).toBe(3)
		expect(await listOffered()).toEqual(['a.example offered', 'b.example offered'])
		peer.add(offer('d.example'))
		await pull()
		expect(asked.at(-1)).toContain('added_after=')
		expect(await listOffered()).toEqual(['a.example offered', 'b.example offered', 'd.example offered'])
	})

	test('what its partner takes back is no offer any more; of what is published by now a person is told', async () => {
		const { db, partner, listOffered } = await open(engine)
		const now = new Date(at)
		const [a, b] = [offer('a.example'), offer('b.example')]
		const send = (...objects: object[]) => takeObjects(db, { partner: { id: partner }, objects, now })
		await send(a, b)
		const later = { modified: '2026-11-29T10:00:00.000Z', revoked: true }
		await send({ ...a, ...later })
		expect(await listOffered()).toEqual(['b.example offered'])
		await sql`update indicator set state = 'taken'`.execute(db)
		const ours = { kind: 'domain', value: 'b.example', owner: 'us', life: 1, id: randomUUID() }
		await sql`insert into indicator (id, kind, value, owner, life, audiences, tlp, pap, valid_from, valid_until, version, state,
				proposed_by, approved_by, created, modified, added)
			values (${ours.id}, ${ours.kind}, ${ours.value}, ${ours.owner}, 1, 'isps', 'amber', 'green', ${now}, ${new Date(now.getTime() + 1)},
				1, 'published', ${randomUUID()}, ${randomUUID()}, ${now}, ${now}, 1)`.execute(db)
		await send({ ...b, ...later })
		expect(await listOffered(), 'nothing is withdrawn by a partner').toContain('b.example published')
		const sighting = {
			type: 'sighting',
			spec_version: '2.1',
			id: `sighting--${randomUUID()}`,
			created: at,
			modified: at,
		}
		await send({ ...sighting, count: 3, sighting_of_ref: `indicator--${ours.id}` })
		const { reports } = await readIndicatorDesk(db, now)
		expect(reports.isCut).toBe(false)
		expect(reports.shown.map(({ indicator, ...one }) => [indicator.value, one.code, one.count])).toEqual([
			['b.example', 'revoked', 1],
			['b.example', 'sighting', 3],
		])
	})

	test('a partner that does not answer is asked again from where the last whole walk ended', async () => {
		const { db, partner, peer, pull, listOffered, getFault, leave } = await open(engine)
		peer.add(offer('a.example'))
		await pull()
		leave(false)
		expect(await pull()).toBe(0)
		expect(await getFault()).toBe('no-answer')
		expect((await readIndicatorDesk(db, new Date(at))).faults).toMatchObject([
			{ partner, fault: 'no-answer' },
		])
		leave(true)
		peer.add(offer('b.example'))
		await pull()
		expect(await getFault()).toBeNull()
		expect(await listOffered()).toHaveLength(2)
	})

	test('without an agreement nobody is asked', async () => {
		const { db, pull, asked } = await open(engine)
		await db.updateTable('partner').set({ flows: 'referral-in' }).execute()
		await pull()
		expect(asked).toEqual([])
	})

	test('who offers more than the desk can work through is heard again where the walk began', async () => {
		const { db, partner, peer, pull, listOffered, getFault, asked } = await open(engine)
		for (let n = 0; n < 5001; n++) peer.add(offer(`n${n}.example`))
		await pull()
		expect(await getFault()).toBe('full')
		expect(await listOffered()).toHaveLength(5000)
		const sent = { partner: { id: partner }, objects: [offer('more.example')], now: new Date(at) }
		await expect(takeObjects(db, sent)).rejects.toMatchObject({
			code: 'indicator.too-many-wait',
			status: 429,
		})
		await db.deleteFrom('indicator').where('value', '<', 'n2').execute()
		await pull()
		expect(asked.at(-1)).not.toContain('added_after')
		expect(await getFault()).toBeNull()
		expect(await listOffered()).toContain('n5000.example offered')
	})
})
