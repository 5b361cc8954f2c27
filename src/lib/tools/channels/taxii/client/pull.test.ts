import { expect, test } from 'vitest'
import { askPort, createMemoryPort, readWrite } from '../../../../../../tests/support/taxii-port.ts'
import { pullCollection, type Ask } from './pull.ts'
import { formatTaxiiTime, parseTaxiiTime } from '../taxii-time.ts'

const collection = `http://127.0.0.1:5612/hotline1/collections/${readWrite}/`
const type = 'application/taxii+json;version=2.1'
const stixOf = (n: number) => ({
	type: 'indicator',
	id: `indicator--${n}`,
	modified: '2026-11-24T10:00:00.000Z',
})
type Given = ReturnType<typeof stixOf>

/**
 * A server with the habits of medallion: one time for all objects of a request, `next` that is used up when it is read, and that is refused
 * without the filters it was given for.
 */
const createHabitual = ({
	pageOf = 3,
	says = 'next',
}: { pageOf?: number; says?: 'next' | 'no-next' } = {}) => {
	const held: { object: Given; added: number }[] = []
	const open = new Map<string, { rest: { object: Given; added: number }[]; after: string | null }>()
	let now = Date.parse('2026-11-24T10:00:00Z') * 1000
	const send = (found: { object: Given; added: number }[], after: string | null): Response => {
		const [page, rest] = [found.slice(0, pageOf), found.slice(pageOf)]
		const token = crypto.randomUUID()
		if (rest.length > 0) open.set(token, { rest, after })
		const more = rest.length > 0
		const body = {
			more,
			...(more && says === 'next' ? { next: token } : {}),
			objects: page.map(({ object }) => object),
		}
		const last = page.at(-1)
		return new Response(JSON.stringify(last ? body : {}), {
			headers: {
				'content-type': type,
				...(last && { 'x-taxii-date-added-last': formatTaxiiTime(last.added) }),
			},
		})
	}
	const ask: Ask = (address) => {
		const query = new URL(address).searchParams
		const [next, after] = [query.get('next'), query.get('added_after')]
		if (next === null) {
			const since = parseTaxiiTime(after ?? '') ?? 0
			return Promise.resolve(
				send(
					held.filter(({ added }) => added > since),
					after,
				),
			)
		}
		const place = open.get(next)
		open.delete(next)
		if (place?.after !== after)
			return Promise.resolve(new Response('{}', { status: 400, headers: { 'content-type': type } }))
		return Promise.resolve(send(place.rest, after))
	}
	const post = (...numbers: number[]): void => {
		now += 1_000_000
		held.push(...numbers.map((n) => ({ object: stixOf(n), added: now })))
	}
	/** Puts something under the time of the last request: a server that was still writing while we read. */
	const postLate = (n: number): void => void held.push({ object: stixOf(n), added: now })
	return { ask, post, postLate }
}

const createTaker = () => {
	const kept = new Map<string, number>()
	const take = (objects: readonly unknown[]): Promise<void> => {
		for (const { id } of objects as Given[]) kept.set(id, (kept.get(id) ?? 0) + 1)
		return Promise.resolve()
	}
	return { take, list: () => [...kept.keys()].map((id) => Number(id.split('--')[1])).sort((a, b) => a - b) }
}

const nothing = { authorization: undefined, checkpoint: undefined, collection }

test('a server with one time for all objects of a request loses none of them on the way', async () => {
	const { ask, post, postLate } = createHabitual()
	const { take, list } = createTaker()
	post(1, 2, 3, 4, 5, 6, 7)
	const first = await pullCollection({ ...nothing, ask, take })
	expect(first).toMatchObject({ objects: 7, fault: undefined })
	postLate(8)
	post(9)
	const second = await pullCollection({ ...nothing, ask, take, checkpoint: first.checkpoint })
	expect(second.fault).toBeUndefined()
	expect(list()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a walk that breaks off anywhere begins again where it began, and loses nothing', async () => {
	for (let broken = 0; broken < 3; broken++) {
		const { ask, post } = createHabitual()
		const { take, list } = createTaker()
		post(1, 2, 3, 4, 5, 6, 7)
		let n = 0
		const breaking: Ask = (...given) => (n++ === broken ? Promise.reject(new Error('gone')) : ask(...given))
		const first = await pullCollection({ ...nothing, ask: breaking, take })
		expect(first).toMatchObject({ fault: 'no-answer', checkpoint: undefined })
		const second = await pullCollection({ ...nothing, ask, take, checkpoint: first.checkpoint })
		expect(second.fault).toBeUndefined()
		expect(list()).toEqual([1, 2, 3, 4, 5, 6, 7])
	}
})

test('more without next ends the walk, and does not go round for ever', async () => {
	const { ask, post } = createHabitual({ says: 'no-next' })
	const { take, list } = createTaker()
	post(1, 2, 3, 4)
	expect(await pullCollection({ ...nothing, ask, take })).toEqual({
		fault: 'no-next',
		objects: 3,
		checkpoint: undefined,
	})
	expect(list()).toEqual([1, 2, 3])
})

test('a server that sends the same page for ever is left', async () => {
	let asked = 0
	const ask: Ask = () => {
		asked++
		const body = JSON.stringify({ more: true, next: 'same', objects: [stixOf(1)] })
		return Promise.resolve(new Response(body, { headers: { 'content-type': type } }))
	}
	expect(await pullCollection({ ...nothing, ask, take: createTaker().take })).toMatchObject({ fault: 'loop' })
	expect(asked).toBe(4)
})

test.each<[string, () => Response, string]>([
	['a refusal', () => new Response('{}', { status: 401, headers: { 'content-type': type } }), 'status-401'],
	['a page of HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'type'],
	[
		'JSON of another kind',
		() => new Response('{}', { headers: { 'content-type': 'application/json' } }),
		'type',
	],
	['no JSON', () => new Response('{', { headers: { 'content-type': type } }), 'envelope'],
	[
		'what nests too deeply',
		() => new Response('['.repeat(1e6), { headers: { 'content-type': type } }),
		'envelope',
	],
])('%s moves no checkpoint', async (_, respond, fault) => {
	const given = { ...nothing, checkpoint: '2026-11-24T10:00:00.000000Z' }
	const ask: Ask = () => Promise.resolve(respond())
	expect(await pullCollection({ ...given, ask, take: createTaker().take })).toEqual({
		fault,
		objects: 0,
		checkpoint: given.checkpoint,
	})
})

test('our own server is walked through, with the credential and the type that it wants', async () => {
	const { port, add } = createMemoryPort()
	for (let n = 1; n <= 2500; n++) add(stixOf(n))
	const { take, list } = createTaker()
	const asked: Readonly<Record<string, string>>[] = []
	const ask: Ask = async (address, { headers }) => {
		asked.push(headers)
		const { status, headers: answered, body } = await askPort(port, address, { headers })
		return new Response(body, { status, headers: answered })
	}
	const end = await pullCollection({ ...nothing, ask, take, authorization: 'Basic x' })
	expect(end).toMatchObject({ objects: 2500, fault: undefined })
	expect(list()).toHaveLength(2500)
	expect(asked).toEqual(Array.from({ length: 3 }, () => ({ accept: type, authorization: 'Basic x' })))
	const again = await pullCollection({
		...nothing,
		ask,
		take,
		authorization: 'Basic x',
		checkpoint: end.checkpoint,
	})
	expect(again.fault).toBeUndefined()
})
