import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
	proposeIndicators,
	decideBatch,
	withdrawIndicator,
} from '#domains/exchange/indicators/proposals/server'
import { getPublication } from '#domains/exchange/indicators/server'
import { publishedTlps, type IndicatorAudience, type IndicatorKind } from '#domains/exchange/indicators'
import { tlpLevels, type Tlp } from '#domains/exchange/partners'
import { secondAfter } from '#domains/people'
import { hashExpression } from '#tools/indicators/hash-prefixes/addresses'
import { openDeskOn } from '../../../../../../tests/support/cases.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { addExchangePartner } from '../../../../../../tests/support/exchange-partners.ts'
import { openPrefixClient } from '../../../../../../tests/support/prefix-client.ts'
import {
	createMispView,
	createPrefixView,
	createZoneView,
	getHashPage,
	keepFeedback,
	ownList,
	proveViews,
} from './index.ts'

const host = 'www.thiqa.example'
const all: IndicatorAudience[] = ['partners', 'isps', 'browsers', 'platforms']
const pdq = 'ab'.repeat(32)
const reader = { partner: randomUUID(), audiences: ['platforms'] as const, tlps: publishedTlps }

const open = async (engine: (typeof engines)[number]) => {
	const db = (await database(engine)).kysely
	const desk = openDeskOn(db)
	const [amal, hind] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'analyst')]
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (gen_random_uuid(), ${hind.id}, 'credential', ${hind.id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(
		db,
	)
	const publish = async (items: { kind: IndicatorKind; value: string }[], tlp: Tlp = 'amber') => {
		const terms = { audiences: all, tlp, pap: 'green' } as const
		const { batch = '' } = await proposeIndicators(
			db,
			{ items, terms, never: new Set() },
			{ person: amal, now: desk.now() },
		)
		await decideBatch(db, { batch, grants: true, wait: secondAfter }, { person: hind, now: desk.now() })
	}
	const withdraw = async (value: string) => {
		const { id } = await db
			.selectFrom('indicator')
			.select('id')
			.where('value', '=', value)
			.where('state', '=', 'published')
			.executeTakeFirstOrThrow()
		await withdrawIndicator(db, { id, reason: 'mistaken', by: amal.id, now: desk.now() })
		return id
	}
	const views = {
		zone: { ...createZoneView(db, host), host },
		prefixes: createPrefixView(db, new Uint8Array(32)),
		misp: createMispView(db),
	}
	const listProofs = async () =>
		(await db.selectFrom('indicator_proof').select('view').where('gone_at', 'is not', null).execute())
			.map(({ view }) => view)
			.sort()
	return { db, desk, publish, withdraw, views, listProofs }
}
const domain = (value: string) => ({ kind: 'domain', value }) as const
const url = (value: string) => ({ kind: 'url', value }) as const

describe.each(engines)('views on %s', (engine) => {
	test('what is withdrawn is in none of them at the same serial, and each proves it', async () => {
		const { db, desk, publish, withdraw, views, listProofs } = await open(engine)
		await publish([domain('gone.example'), domain('kept.example'), { kind: 'pdq', value: pdq }])
		const look = async () => {
			const { text } = await views.zone.getZone('amber')
			const feed = await views.misp({ audience: 'partners', tlps: publishedTlps }, desk.now())
			const found = await views.prefixes.find('amber', [hashExpression('gone.example/')])
			const page = await getHashPage(db, reader, { since: new Date(0), after: undefined, limit: 9 })
			return {
				zone: text.includes('\ngone.example IN'),
				feed: [...feed.events.values()].join('').includes('"gone.example"'),
				prefixes: found.matches.length > 0,
				hashes: page.hashRecords.some(({ hashStatus }) => hashStatus === 'Active'),
			}
		}
		expect(await look()).toEqual({ zone: true, feed: true, prefixes: true, hashes: true })
		expect(await proveViews(db, views, desk.now())).toEqual([])
		await withdraw('gone.example')
		await withdraw(pdq)
		expect(await look()).toEqual({ zone: false, feed: false, prefixes: false, hashes: false })
		expect(await listProofs()).toEqual(['taxii', 'taxii'])
		expect(await proveViews(db, views, desk.now())).toEqual([])
		expect(await listProofs()).toEqual([
			'misp',
			'misp',
			'rpz',
			'rpz',
			'safe-browsing',
			'safe-browsing',
			'stopncii',
			'stopncii',
			'taxii',
			'taxii',
		])
		const { serial } = await getPublication(db, 'taxii')
		for (const view of ['rpz', 'misp', 'safe-browsing', 'stopncii'] as const)
			expect((await getPublication(db, view)).built?.serial).toBe(serial)
		expect((await views.zone.getZone('amber')).serial).toBe(serial)
	})

	test('what is published again stands there under its new id, and the old one is proved to be out', async () => {
		const { db, desk, publish, withdraw, views } = await open(engine)
		await publish([domain('again.example')])
		await withdraw('again.example')
		await publish([domain('again.example')])
		expect(await proveViews(db, views, desk.now())).toEqual([])
		const { count } = await db
			.selectFrom('indicator_proof')
			.select((select) => select.fn.countAll<number>().as('count'))
			.where('gone_at', 'is', null)
			.executeTakeFirstOrThrow()
		expect(count).toBe(0)
	})

	test('a view that still holds it gives no proof', async () => {
		const { db, desk, publish, withdraw, views, listProofs } = await open(engine)
		await publish([domain('gone.example')])
		const { text, serial } = await views.zone.getZone('amber')
		const stale = { ...views.zone, getZone: () => Promise.resolve({ text, serial: serial + 1 }) }
		const id = await withdraw('gone.example')
		expect(await proveViews(db, { ...views, zone: stale }, desk.now())).toEqual([id])
		expect(await listProofs()).not.toContain('rpz')
		expect(await proveViews(db, views, desk.now())).toEqual([])
		expect(await listProofs()).toContain('rpz')
	})

	test('a zone changes by exactly what changed, and never blocks the page that explains', async () => {
		const { publish, withdraw, views } = await open(engine)
		await publish([domain('one.example'), domain('thiqa.example')])
		const { text, serial } = await views.zone.getZone('amber')
		expect(text).toContain(`\n*.${host} IN CNAME rpz-passthru.\n`)
		expect(text).toContain(`\n${host} IN CNAME rpz-passthru.\n`)
		await publish([domain('two.example')])
		await withdraw('one.example')
		const update = (await views.zone.findUpdate('amber', serial)) ?? ''
		const names = [...update.matchAll(/^update (add|delete) ([^*\s]+)\.amber\.rpz\S+ (?:300 )?CNAME/gmu)]
		expect(names.map(([, act, name]) => `${act} ${name}`)).toEqual(['delete one.example', 'add two.example'])
		expect(await views.zone.findUpdate('amber', serial + 2)).toBe('')
		expect(await views.zone.findUpdate('amber', serial + 3)).toBeUndefined()
	})

	test('a database that was brought back from a copy is read anew', async () => {
		const { db, publish, views } = await open(engine)
		await publish([domain('one.example')])
		await publish([domain('two.example')])
		expect((await views.zone.getZone('amber')).text).toContain('\ntwo.example IN')
		await sql`delete from indicator_version where serial > 1`.execute(db)
		await sql`update indicator set state = 'proposed', version = 0 where value = 'two.example'`.execute(db)
		await sql`update publication set serial = 1`.execute(db)
		const { text, serial } = await views.zone.getZone('amber')
		expect([serial, text.includes('\none.example IN'), text.includes('\ntwo.example IN')]).toEqual([
			1,
			true,
			false,
		])
	})

	test('each marking has a zone, prefixes and digests of its own', async () => {
		const { db, desk, publish, views } = await open(engine)
		for (const tlp of publishedTlps) {
			const name = tlp.replace('+', '-')
			const digest = createHash('md5').update(tlp).digest('hex')
			await publish([domain(`${name}.example`), { kind: 'md5', value: digest }], tlp)
		}
		for (const [place, tlp] of publishedTlps.entries()) {
			const { text } = await views.zone.getZone(tlp)
			expect(text.match(/^[a-z][a-z-]*\.example IN CNAME stop/gmu)).toHaveLength(place + 1)
			const client = openPrefixClient()
			client.apply(await views.prefixes.getUpdate(tlp, { list: ownList, state: undefined, takesRice: true }))
			const names = publishedTlps.map((one) => `https://${one.replace('+', '-')}.example/`)
			expect(names.filter((name) => client.suspect(name).length > 0)).toHaveLength(place + 1)
			const tlps = tlpLevels.slice(0, place + 1)
			const page = await getHashPage(db, { ...reader, tlps }, { since: new Date(0), after: 0, limit: 99 })
			expect(page.count).toBe(place + 1)
			const feed = await views.misp({ audience: 'partners', tlps }, desk.now())
			expect([...feed.events.values()].join('').match(/"type":"domain"/gu)).toHaveLength(place + 1)
		}
	})

	test('a client of prefixes follows by its state, and starts anew with a state of another marking', async () => {
		const { publish, withdraw, views } = await open(engine)
		await publish([domain('one.example'), url('https://half.example/a/')])
		const client = openPrefixClient()
		const update = async (tlp: Tlp = 'amber') =>
			views.prefixes.getUpdate(tlp, {
				list: ownList,
				state: Buffer.from(client.getState(), 'base64'),
				takesRice: true,
			})
		client.apply(await update())
		expect(client.suspect('https://half.example/a/b')).toHaveLength(1)
		expect(client.getPrefixes().length).toBe(1026)
		await publish([domain('two.example')])
		await withdraw('one.example')
		const partial = await update()
		expect(partial.responseType).toBe('PARTIAL_UPDATE')
		client.apply(partial)
		expect(client.suspect('https://www.two.example/')).toHaveLength(1)
		expect(client.suspect('https://www.one.example/')).toEqual([])
		expect((await update('green')).responseType).toBe('FULL_UPDATE')
	})

	test('pages of digests give every change once, and a withdrawal after what it withdraws', async () => {
		const { db, publish, withdraw } = await open(engine)
		const values = Array.from({ length: 7 }, (_, at) => createHash('md5').update(String(at)).digest('hex'))
		await publish(values.map((value) => ({ kind: 'md5', value })))
		await withdraw(values[2] ?? '')
		const seen: string[] = []
		for (let after: number | undefined; ;) {
			const page = await getHashPage(db, reader, { since: new Date(0), after, limit: 3 })
			seen.push(
				...page.hashRecords.map(({ hashValue, hashStatus }) => `${values.indexOf(hashValue)} ${hashStatus}`),
			)
			if (!page.hasMoreRecords) break
			after = Number(page.nextPageToken)
		}
		expect([...seen].sort()).toEqual(
			[0, 1, 3, 4, 5, 6]
				.map((at) => `${at} Active`)
				.concat('2 Withdrawn')
				.sort(),
		)
		expect(seen.at(-1)).toBe('2 Withdrawn')
	})

	test('keeps the last word of a platform about what it has from here, and nothing else', async () => {
		const { db, desk, publish } = await open(engine)
		const partner = await addExchangePartner({ kysely: db }, 'platform', { kind: 'platform' })
		await publish([{ kind: 'pdq', value: pdq }])
		const mine = { ...reader, partner }
		const say = (feedback: 'Blocked' | 'NotBlocked', value = pdq, tlps: readonly Tlp[] = publishedTlps) =>
			keepFeedback(db, { ...mine, tlps }, { feedback: [{ value, feedback }], at: desk.now() })
		expect(await say('Blocked')).toBe(1)
		expect(await say('NotBlocked')).toBe(1)
		expect(await say('Blocked', 'cd'.repeat(32))).toBe(0)
		expect(await say('Blocked', pdq, ['clear'])).toBe(0)
		const kept = await db.selectFrom('indicator_feedback').select(['partner', 'code']).execute()
		expect(kept).toEqual([{ partner, code: 'NotBlocked' }])
	})
})
