import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askPort, createMemoryPort, readWrite, writeOnly } from '../../../../../tests/support/taxii-port.ts'
import { isTooDeep, readEnvelope } from './envelope.ts'
import { isAccepted } from './media-type.ts'
import { formatTaxiiTime, parseTaxiiTime } from './taxii-time.ts'

const id = (n: number): string => `indicator--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const object = (n: number, modified = '2026-11-24T10:00:00.000Z') => ({
	type: 'indicator',
	id: id(n),
	modified,
})
const objects = `/hotline1/collections/${readWrite}/objects/`

/** A collection with this many objects, the first of which has three versions. */
const fill = (count: number) => {
	const { port, add } = createMemoryPort()
	for (let n = 0; n < count; n++) add(object(n))
	add(object(0, '2026-11-24T11:00:00.000Z'))
	add(object(0, '2026-11-24T12:00:00.000Z'))
	return { port, add }
}
type Port = ReturnType<typeof fill>['port']
type Found = {
	more?: boolean
	next?: string
	objects?: { id: string; modified: string }[]
	versions?: string[]
}

const get = async (port: Port, address: string): Promise<Found & { status: number }> => {
	const { status, body } = await askPort(port, address)
	return { status, ...(JSON.parse(body) as Found) }
}

const walk = async (port: Port, first: string, toNext: (next: string) => string): Promise<string[]> => {
	const seen: string[] = []
	for (let address: string | undefined = first; address !== undefined;) {
		const page: Found = await get(port, address)
		seen.push(...(page.objects ?? []).map((one) => `${one.id} ${one.modified}`))
		expect(page.more === true).toBe(page.next !== undefined)
		address = page.next === undefined ? undefined : toNext(page.next)
	}
	return seen
}

test.each([
	['the filters again', (next: string) => `${objects}?limit=3&match[version]=all&next=${next}`],
	['none', (next: string) => `${objects}?next=${next}&limit=3`],
])('a walk by pages brings each version once, with %s beside next', async (_, toNext) => {
	const { port } = fill(10)
	const seen = await walk(port, `${objects}?limit=3&match[version]=all`, toNext)
	expect(seen).toHaveLength(12)
	expect(new Set(seen).size).toBe(12)
})

test('resuming with the time of the last object loses nothing, wherever it stopped', async () => {
	const { port } = fill(9)
	const all = await walk(port, `${objects}?match[version]=all`, (next) => `${objects}?next=${next}`)
	for (let limit = 1; limit <= all.length; limit++) {
		const first = await askPort(port, `${objects}?match[version]=all&limit=${limit}`)
		const last = first.headers['x-taxii-date-added-last'] ?? ''
		const rest = await walk(
			port,
			`${objects}?match[version]=all&added_after=${last}`,
			(next) => `${objects}?next=${next}`,
		)
		const { objects: begun = [] } = JSON.parse(first.body) as Found
		expect([...begun.map((one) => `${one.id} ${one.modified}`), ...rest]).toEqual(all)
	}
})

test('what is added while somebody walks comes at the end of their walk', async () => {
	const { port, add } = fill(4)
	const { next = '' } = await get(port, `${objects}?limit=2`)
	add(object(77))
	const rest = await walk(port, `${objects}?next=${next}`, (more) => `${objects}?next=${more}`)
	expect(rest.at(-1)).toContain(id(77))
	expect(rest.length + 2).toBe(5)
})

test('next is used twice with the same result, and refused where it does not belong', async () => {
	const { port } = fill(5)
	const { next = '' } = await get(port, `${objects}?limit=2&match[type]=indicator`)
	expect(await get(port, `${objects}?next=${next}`)).toEqual(await get(port, `${objects}?next=${next}`))
	for (const address of [
		`${objects}?next=${next}&match[type]=malware`,
		`${objects}?next=${next}&added_after=2026-11-24T10:00:00Z`,
		`${objects}?next=${next.slice(0, -1)}`,
		`${objects}?next=${'A'.repeat(30_000)}`,
	])
		expect((await get(port, address)).status, address.slice(0, 120)).toBe(400)
})

test('no token that somebody invents is a fault of ours', async () => {
	const { port } = fill(3)
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				fc.string(),
				fc.base64String(),
				fc.json().map((text) => btoa(encodeURI(text))),
			),
			async (next) => {
				const { status } = await get(port, `${objects}?next=${encodeURIComponent(next)}`)
				expect(status).toBe(400)
			},
		),
	)
})

test.each([
	['match[version]=first', ['10']],
	['match[version]=last', ['12']],
	['match[version]=all', ['10', '11', '12']],
	['match[version]=first,last', ['10', '12']],
	['match[version]=2026-11-24T11:00:00.000Z', ['11']],
	['match[spec_version]=2.1', ['12']],
	['match[spec_version]=2.0', []],
	['match[type]=malware,indicator', ['12']],
	['added_after=2100-01-01T00:00:00Z', []],
])('%s', async (query, hours) => {
	const { port } = fill(1)
	const { objects: found = [] } = await get(port, `${objects}?match[id]=${id(0)}&${query}`)
	expect(found.map(({ modified }) => modified.slice(11, 13))).toEqual(hours)
})

test('versions of an object stand newest first', async () => {
	const { port } = fill(2)
	const { versions = [] } = await get(port, `${objects}${id(0)}/versions/`)
	expect(versions.map((version) => version.slice(11, 13))).toEqual(['12', '11', '10'])
	expect((await get(port, `${objects}${id(99)}/versions/`)).status).toBe(404)
})

test.each([
	'limit=-1',
	'limit=1e3',
	'limit=',
	'match[version]=newest',
	'match[id]=a%00b',
	'match[type]=%00',
	'match[id]=',
	'added_after=2026-13-01T00:00:00Z',
	'added_after=2026-11-24',
])('%s is refused with 400', async (query) => {
	expect((await get(fill(1).port, `${objects}?${query}`)).status).toBe(400)
})

test('every refusal is a message of TAXII, whatever is asked for', async () => {
	const { port } = fill(1)
	for (const [method, address] of [
		['GET', '/taxii2/x/'],
		['GET', '/hotline1/collections/%2E%2E%2F/'],
		['GET', `/hotline1/collections/${readWrite}/objects/__proto__/`],
		['GET', `/hotline1/collections/${readWrite}/constructor/`],
		['PATCH', objects],
		['DELETE', '/hotline1/'],
		['DELETE', `/hotline1/collections/${writeOnly}/objects/${id(0)}/`],
		['POST', `/hotline1/collections/${writeOnly}/manifest/`],
	] as const) {
		const { status, headers, body } = await askPort(port, address, { method })
		expect(headers['content-type'], address).toBe('application/taxii+json;version=2.1')
		expect(JSON.parse(body), address).toMatchObject({ http_status: String(status) })
		expect(status, address).toBeGreaterThanOrEqual(403)
		expect(status, address).toBeLessThan(500)
	}
})

const post = (port: Port, body: string) =>
	askPort(port, `/hotline1/collections/${writeOnly}/objects/`, {
		method: 'POST',
		headers: { 'content-type': 'application/taxii+json;version=2.1', authorization: 'Basic x' },
		body,
	})

test('an object with a fault blocks no other of its envelope', async () => {
	const { port } = createMemoryPort()
	const given = [object(1), null, 7, 'x', [], { id: id(2) }, object(3)]
	const { status, body } = await post(port, JSON.stringify({ objects: given }))
	expect(status).toBe(202)
	expect(JSON.parse(body)).toMatchObject({
		success_count: 2,
		failure_count: 5,
		total_count: 7,
		pending_count: 0,
	})
})

test.each([
	['no JSON', '{', 400],
	['no envelope', '[]', 422],
	['no objects', '{"objects":[]}', 422],
	['objects that are no list', '{"objects":{}}', 422],
	['what nests too deeply', `{"objects":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`, 422],
	['more objects than are taken', JSON.stringify({ objects: Array.from({ length: 1001 }, () => 0) }), 413],
	['more objects than any holds', JSON.stringify({ objects: Array.from({ length: 10_001 }, () => 0) }), 413],
])('%s is refused', async (_, body, status) => {
	expect((await post(createMemoryPort().port, body)).status).toBe(status)
})

test('who has sent too much hears when to send again', async () => {
	const { port } = createMemoryPort()
	const { status, headers, body } = await post(
		{ ...port, addObjects: () => Promise.resolve('full') },
		JSON.stringify({ objects: [object(1)] }),
	)
	expect([status, headers['retry-after']]).toEqual([429, '3600'])
	expect(JSON.parse(body)).toMatchObject({ title: 'Too many requests', http_status: '429' })
})

test('brackets within strings nest nothing', () => {
	expect(isTooDeep(JSON.stringify(['['.repeat(50), '"', String.raw`\"[[`]), 1)).toBe(false)
	fc.assert(
		fc.property(fc.json({ maxDepth: 5 }), (text) => {
			expect(isTooDeep(text, 40)).toBe(false)
		}),
	)
	expect(readEnvelope('{"objects":[],"more":true,"next":"x"}')).toMatchObject({
		value: { more: true, next: 'x' },
	})
})

test.each([
	[null, true],
	['', true],
	['*/*', true],
	['application/*;q=0.5', true],
	['application/taxii+json', true],
	['application/taxii+json; version=2.1', true],
	['text/html, application/taxii+json;version="2.1"', true],
	['application/taxii+json;version=2.0', false],
	['application/taxii+json;version=2.1;q=0', false],
	['application/json', false],
	[`text/html,${'x'.repeat(1000)},*/*`, false],
])('Accept %s: %s', (accept, taken) => {
	expect(isAccepted(accept)).toBe(taken)
})

test('times keep their microseconds', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 4_000_000_000_000_000 }), (microseconds) => {
			expect(parseTaxiiTime(formatTaxiiTime(microseconds))).toBe(microseconds)
		}),
	)
	expect(parseTaxiiTime('2026-11-24T10:00:00Z')).toBe(1_795_514_400_000_000)
	expect(parseTaxiiTime('2026-11-24T10:00:00.5Z')).toBe(1_795_514_400_500_000)
	for (const text of [
		'2026-02-30T10:00:00Z',
		'2026-11-24',
		'2026-11-24T10:00:00+01:00',
		'2026-11-24t10:00:00z',
		'yesterday',
		'',
	])
		expect(parseTaxiiTime(text)).toBeUndefined()
})
