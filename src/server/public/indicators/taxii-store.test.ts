/** Every address of TAXII, asked by every partner and by nobody: each sees what its agreement says, and of all else not that it exists. */
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { day } from '#base'
import { withdrawIndicator } from '#domains/exchange/indicators/proposals/server'
import { listPublished } from '#domains/exchange/indicators/server'
import { forgetStatuses } from '#domains/exchange/indicators/taxii/server'
import {
	ask,
	kinds,
	limit,
	listCollections,
	openTaxiiWorld,
	type,
	type Name,
} from '../../../../tests/support/taxii-world.ts'

beforeEach(() => limit({}))

const readValues = async (who: string, id: string): Promise<string[]> => {
	const { body } = await ask(`collections/${id}/objects/?match[type]=indicator`, { who })
	return ((body['objects'] ?? []) as { pattern: string }[]).map(({ pattern }) => pattern.split("'")[1] ?? '')
}

test('each partner sees its collections, and what is in them', async () => {
	await openTaxiiWorld()
	const seen: Record<string, string[]> = {}
	for (const who of ['cert', 'cert-green', 'isp', 'platform', 'no-flow', 'agreement-over'] satisfies Name[]) {
		const values: string[] = []
		for (const { id, can_read } of await listCollections(who))
			if (can_read) values.push(...(await readValues(who, id)))
		seen[who] = values.sort()
	}
	expect(seen).toEqual({
		cert: ['amber-partners.example', 'green-all.example'],
		'cert-green': ['green-all.example'],
		isp: ['amber-isps.example', 'green-all.example'],
		platform: ['green-all.example'],
		'no-flow': [],
		'agreement-over': [],
	})
})

test('every address, asked by every partner and by nobody', async () => {
	await openTaxiiWorld()
	const collections = new Map<string, Set<string>>()
	for (const who of Object.keys(kinds)) {
		for (const { id } of await listCollections(who))
			collections.set(id, (collections.get(id) ?? new Set()).add(who))
	}
	expect(collections.size).toBeGreaterThan(8)
	const object = `indicator--${randomUUID()}`
	const below = ['', 'manifest/', 'objects/', `objects/${object}/`, `objects/${object}/versions/`]
	const strangers: (string | undefined)[] = [
		undefined,
		'nobody',
		'suspended',
		'key-revoked',
		'key-of-one-person',
	]
	const wrong: string[] = []
	for (const [id, readers] of [...collections, [randomUUID(), new Set<string>()] as const])
		for (const rest of below)
			for (const method of ['GET', 'POST', 'DELETE', 'PUT'])
				for (const who of [...Object.keys(kinds), ...strangers]) {
					const { status, headers } = await ask(`collections/${id}/${rest}`, {
						...(who === undefined ? {} : { who }),
						method,
						...(method === 'POST' ? { body: '{"objects":[]}' } : {}),
					})
					const isStranger = strangers.includes(who)
					const isFine = isStranger
						? status === 401 && headers.get('www-authenticate') !== null
						: readers.has(who ?? '')
							? [200, 403, 404, 405, 422].includes(status)
							: [404, 405].includes(status)
					if (!isFine || headers.get('content-type') !== type)
						wrong.push(`${method} ${rest} by ${who}: ${status}`)
				}
	expect(wrong).toEqual([])
	for (const address of ['/taxii2/', '/taxii2', './', 'collections/', `status/${randomUUID()}/`])
		for (const who of strangers)
			expect((await ask(address, who === undefined ? {} : { who })).status).toBe(401)
})

test('what is sent to the inbox is for the desk: a sighting, an offer, and what cannot be read', async () => {
	const { db } = await openTaxiiWorld()
	const inbox = (await listCollections('cert')).find(({ can_write }) => can_write)?.id ?? ''
	const [published] = await listPublished(db, { view: 'taxii', limit: 1 })
	const at = '2026-11-29T09:00:00.000Z'
	const head = { spec_version: '2.1', created: at, modified: at }
	const offer = (value: string) => ({
		...head,
		type: 'indicator',
		id: `indicator--${randomUUID()}`,
		pattern: `[domain-name:value = '${value}']`,
		pattern_type: 'stix',
		valid_from: at,
	})
	const objects = [
		{
			...head,
			type: 'sighting',
			id: `sighting--${randomUUID()}`,
			sighting_of_ref: `indicator--${published?.id ?? ''}`,
			count: 7,
		},
		offer('seen.example'),
		offer('192.0.2.1'),
		{ type: 'x'.repeat(300) },
		offer('amber-partners.example'),
	]
	const body = JSON.stringify({ objects })
	const first = await ask(`collections/${inbox}/objects/`, { who: 'cert', method: 'POST', body })
	expect(first.status).toBe(202)
	expect(first.body).toMatchObject({ success_count: 3, failure_count: 2, status: 'complete' })
	const again = await ask(`collections/${inbox}/objects/`, { who: 'cert', method: 'POST', body })
	expect(JSON.stringify(again.body)).toContain('Object already added')
	const status = `status/${String(first.body['id'])}/`
	expect((await ask(status, { who: 'cert' })).body).toEqual(first.body)
	expect((await ask(status, { who: 'isp' })).status).toBe(404)
	await forgetStatuses(db, new Date(Date.now() + 29 * day))
	expect((await ask(status, { who: 'cert' })).status).toBe(200)
	await forgetStatuses(db, new Date(Date.now() + 31 * day))
	expect((await ask(status, { who: 'cert' })).status).toBe(404)
	const offered = await db.selectFrom('indicator').select('value').where('state', '=', 'offered').execute()
	expect(offered).toEqual([{ value: 'seen.example' }])
	const feedback = await db
		.selectFrom('indicator_feedback')
		.select(['code', 'count', 'indicator'])
		.orderBy('code')
		.execute()
	expect(feedback).toEqual([
		{ code: 'offered', count: 1, indicator: null },
		{ code: 'offered', count: 1, indicator: null },
		{ code: 'sighting', count: 7, indicator: published?.id },
		{ code: 'stix.form', count: 1, indicator: null },
		{ code: 'stix.value', count: 1, indicator: null },
	])
	expect((await listPublished(db, { view: 'taxii', limit: 99 })).length).toBe(3)
	expect((await ask(`collections/${inbox}/objects/`, { who: 'cert' })).status).toBe(403)
})

test('what is withdrawn comes once more, revoked, to whoever has it', async () => {
	const { db, amal, now } = await openTaxiiWorld()
	const amber = (await listCollections('cert')).find(({ title }) => title === 'partners-amber')?.id ?? ''
	const before = await ask(`collections/${amber}/objects/`, { who: 'cert' })
	const after = before.headers.get('x-taxii-date-added-last') ?? ''
	const [found] = await listPublished(db, { view: 'misp', limit: 1 })
	await withdrawIndicator(db, { id: found?.id ?? '', reason: 'mistaken', by: amal.id, now })
	const { body } = await ask(`collections/${amber}/objects/?added_after=${after}`, { who: 'cert' })
	expect(body['objects']).toMatchObject([{ id: `indicator--${found?.id ?? ''}`, revoked: true }])
	const versions = await ask(`collections/${amber}/objects/indicator--${found?.id ?? ''}/versions/`, {
		who: 'cert',
	})
	expect(versions.body['versions']).toHaveLength(2)
})

test('a body that is too long, or is not text, is refused', async () => {
	await openTaxiiWorld()
	const inbox = (await listCollections('cert')).find(({ can_write }) => can_write)?.id ?? ''
	const post = (body: string) => ask(`collections/${inbox}/objects/`, { who: 'cert', method: 'POST', body })
	expect((await post(`{"objects":["${'x'.repeat(10 * 1024 * 1024)}"]}`)).status).toBe(413)
	expect((await post('\u{fffd}')).status).toBe(400)
})
