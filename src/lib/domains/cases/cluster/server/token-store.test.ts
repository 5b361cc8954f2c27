import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import type { Person } from '#domains/people'
import type { BlindIndexEntry } from '../blind-index.ts'
import { assignCase, moveCase } from '../../work/server/case-store.ts'
import { findAlike } from './cluster-store.ts'
import { findEarlier, setTokens } from './token-store.ts'

const token = (digits: string): BlindIndexEntry => ({ kind: 'address', token: digits.repeat(16) })

const begin = async (engine: Parameters<typeof openDesk>[0], count: number) => {
	const desk = await openDesk(engine)
	return {
		desk,
		supervisor: await desk.hire('Salma', 'supervisor'),
		ids: await desk.receive(count),
	}
}

/** As the browser of `person` does it with the key that is in use. */
const indexWith = (desk: TestDesk, index: string, person: Person, ...cases: [id: string, digits: string][]) =>
	setTokens(
		desk,
		{ index, cases: cases.map(([id, digits]) => ({ id, tokens: [token(digits)] })) },
		person,
		() => Promise.resolve(index),
	)

const listKeys = async ({ db }: TestDesk, id: string) =>
	(await db.selectFrom('case_token').select('index_key').where('case_id', '=', id).execute()).map(
		({ index_key }) => index_key,
	)

describe.each(engines)('the index of cases on %s', (engine) => {
	test('after a new key a case meets nothing until it is indexed again, and then no old token stays beside', async () => {
		const { desk, supervisor, ids } = await begin(engine, 2)
		const [a = '', b = ''] = ids
		await indexWith(desk, 'index-2026', supervisor, [a, 'aa'])
		await indexWith(desk, 'index-2027', supervisor, [b, 'bb'])
		expect(await findAlike(desk.db, b)).toEqual([])
		const next = { index: 'index-2027', most: 10 }
		expect(await findEarlier(desk.db, next, supervisor)).toEqual({ count: 1, ids: [a] })
		await indexWith(desk, 'index-2027', supervisor, [a, 'bb'])
		expect((await findAlike(desk.db, b)).map(({ id }) => id)).toEqual([a])
		expect(await listKeys(desk, a)).toEqual(['index-2027'])
		expect(await findEarlier(desk.db, next, supervisor)).toEqual({ count: 0, ids: [] })
	})

	test('tokens of another key than the one in use are refused, and what was there stays', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await indexWith(desk, 'index-2027', supervisor, [id, 'aa'])
		for (const current of ['index-2027', undefined]) {
			const late = { index: 'index-2026', cases: [{ id, tokens: [token('bb')] }] }
			await expect(setTokens(desk, late, supervisor, () => Promise.resolve(current))).rejects.toMatchObject({
				code: 'case.index-changed',
			})
		}
		expect(await listKeys(desk, id)).toEqual(['index-2027'])
	})

	test('tokens of before anybody wrote their key down count as earlier ones', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await indexWith(desk, 'index-2026', supervisor, [id, 'aa'])
		await sql`update case_token set index_key = null`.execute(desk.db)
		const asked = { index: 'index-2026', most: 10 }
		expect(await findEarlier(desk.db, asked, supervisor)).toEqual({ count: 1, ids: [id] })
	})

	test('all are counted, and only those that a person may open are named to them', async () => {
		const { desk, supervisor, ids } = await begin(engine, 3)
		const [a = '', b = '', c = ''] = ids
		const [youssef, zineb] = [await desk.hire('Youssef', 'analyst'), await desk.hire('Zineb', 'analyst')]
		await indexWith(desk, 'index-2026', supervisor, [a, 'aa'], [b, 'bb'], [c, 'cc'])
		const give = (id: string, to: Person) =>
			assignCase(desk, { id, version: 1, to: to.id }, supervisor, () => Promise.resolve(true))
		for (const [id, to] of [
			[a, youssef],
			[b, zineb],
			[c, zineb],
		] as const)
			await give(id, to)
		const asked = { index: 'index-2027', most: 10 }
		expect(await findEarlier(desk.db, asked, youssef)).toEqual({ count: 3, ids: [a] })
		expect(await findEarlier(desk.db, { ...asked, most: 1 }, zineb)).toMatchObject({ count: 3 })
		expect((await findEarlier(desk.db, { ...asked, most: 1 }, zineb)).ids).toHaveLength(1)
	})

	test('a case that is over asks nobody to open it again', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await indexWith(desk, 'index-2026', supervisor, [id, 'aa'])
		await moveCase(desk, { id, version: 1, to: 'triaged' }, supervisor)
		await moveCase(desk, { id, version: 2, to: 'closed', reason: 'spam' }, supervisor)
		expect(await findEarlier(desk.db, { index: 'index-2027', most: 10 }, supervisor)).toEqual({
			count: 0,
			ids: [],
		})
	})
})
