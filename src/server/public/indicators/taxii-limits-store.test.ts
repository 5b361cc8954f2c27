/** Limits on what one partner may ask of TAXII and offer by it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { listPublished } from '#domains/exchange/indicators/server'
import { ask, limit, listCollections, openTaxiiWorld, type } from '../../../../tests/support/taxii-world.ts'

beforeEach(() => limit({}))

test('who asks too often hears when to come again, and keeps nobody else out', async () => {
	await openTaxiiWorld()
	const once = { perSecond: 0.1, burst: 2 }
	limit({ known: once })
	const statuses = async (who: string, method = 'GET') => {
		const answers = []
		for (let n = 0; n < 3; n++)
			answers.push(await ask('collections/', { who, method, ...(method === 'POST' ? { body: '{}' } : {}) }))
		return answers
	}
	const [first, , third] = await statuses('cert')
	expect([first?.status, third?.status, third?.headers.get('retry-after')]).toEqual([200, 429, '10'])
	expect(third?.headers.get('content-type')).toBe(type)
	expect((await ask('collections/', { who: 'isp' })).status).toBe(200)
	limit({ unknown: once })
	expect((await statuses('nobody')).map(({ status }) => status)).toEqual([401, 401, 429])
	expect((await ask('collections/')).status, 'who shows nothing is asked who it is').toBe(401)
	expect((await ask('collections/', { who: 'cert' })).status).toBe(200)
	limit({ sent: once })
	expect((await statuses('cert', 'POST')).map(({ status }) => status)).toEqual([405, 405, 429])
	expect((await ask('collections/', { who: 'cert' })).status, 'reading goes on').toBe(200)
})

test('a partner offers a thousand at a time, and no more than the desk can work through', async () => {
	const { db } = await openTaxiiWorld()
	const inbox = (await listCollections('cert')).find(({ can_write }) => can_write)?.id ?? ''
	const at = '2026-11-29T09:00:00.000Z'
	const makeOffers = (count: number, name: string) =>
		Array.from({ length: count }, (_, n) => ({
			type: 'indicator',
			spec_version: '2.1',
			id: `indicator--${randomUUID()}`,
			created: at,
			modified: at,
			pattern: `[domain-name:value = '${name}-${n}.example']`,
			pattern_type: 'stix',
			valid_from: at,
		}))
	const send = (objects: readonly unknown[]) =>
		ask(`collections/${inbox}/objects/`, { who: 'cert', method: 'POST', body: JSON.stringify({ objects }) })
	const count = async (table: 'indicator' | 'indicator_feedback' | 'taxii_status') =>
		Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n)
	const before = await count('indicator')
	expect((await send(makeOffers(1001, 'many'))).status).toBe(413)
	for (let n = 0; n < 5; n++) expect((await send(makeOffers(1000, `day${n}`))).status).toBe(202)
	const kept = [await count('indicator'), await count('indicator_feedback'), await count('taxii_status')]
	expect(kept[0]).toBe(before + 5000)
	const more = makeOffers(1, 'more')
	const full = await send(more)
	expect([full.status, full.headers.get('retry-after')]).toEqual([429, '3600'])
	const [published] = await listPublished(db, { view: 'taxii', limit: 1 })
	const head = { spec_version: '2.1', created: at, modified: at, count: 1 }
	const sighting = { ...head, type: 'sighting', id: `sighting--${randomUUID()}` }
	expect((await send([{ ...sighting, sighting_of_ref: `indicator--${published?.id ?? ''}` }])).status).toBe(
		202,
	)
	expect([await count('indicator'), await count('indicator_feedback'), await count('taxii_status')]).toEqual(
		kept.map((one, place) => one + (place === 0 ? 0 : 1)),
	)
	await db.deleteFrom('indicator').where('state', '=', 'offered').where('value', 'like', 'day0%').execute()
	expect((await send(more)).body).toMatchObject({ success_count: 1, status: 'complete' })
})
