import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { createCounter, type Counter } from '../counter.ts'
import type { Facts } from '../families.ts'
import { drawSystemWord } from '#tools/statistics/discrete-laplace'
import { flushSheets, listCountedFigures, listLedger, listReleasedParts, releaseDue } from './index.ts'

const facts: Facts = { provinces: ['MA-TAT', 'MA-CAS'], regions: ['MA-09'], topics: ['scams'] }
const figureFacts = { regions: [{ code: 'MA-09', provinces: facts.provinces }], topics: facts.topics }
const page = { kind: 'topics', language: 'ar' } as const

/** Words that are the same each time, so that noise is. */
const seeded = () => {
	let state = 1
	return (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
}

/** Noise of zero: a draw of zeros is kept, and ends at once. */
const silent = () => {
	const words = [0, 1, 1, 0]
	let at = 0
	return () => words[at++ % words.length] ?? 0
}

describe.each(engines)('counting on %s', (engine: EngineName) => {
	const begin = async () => {
		const { kysely: db } = await database(engine)
		const key = randomBytes(32)
		let now = new Date('2026-11-29T10:00:00Z')
		const start = (): Counter =>
			createCounter({ facts, zone: 'UTC', now: () => now.getTime(), elapsed: () => now.getTime() })
		const getToday = (): string => now.toISOString().slice(0, 10)
		const flush = (counter: Counter, given: { key?: Buffer; draw?: () => number; today?: undefined } = {}) =>
			flushSheets(db, counter.takeSheets(), {
				key,
				facts,
				now,
				draw: drawSystemWord,
				today: getToday(),
				...given,
			})
		const release = (given: { key?: Buffer | undefined } = { key }) =>
			releaseDue(db, { key: given.key, today: getToday(), now })
		const read = async (period: string) =>
			new Map(
				(await db.selectFrom('counted').select(['cell', 'value']).where('period', '=', period).execute()).map(
					({ cell, value }) => [cell, value],
				),
			)
		return { db, key, start, flush, release, read, set: (text: string) => void (now = new Date(text)) }
	}

	test('cells are born with noise before anybody came, and released as they were kept, once', async () => {
		const { db, start, flush, release, read, set } = await begin()
		const counter = start()
		expect(await flush(counter, { draw: seeded() })).toBe(0)
		for (let at = 0; at < 5000; at++) counter.countDirect(page)
		set('2026-11-30T20:00:00Z')
		await flush(counter)
		set('2026-12-30T12:00:00Z')
		expect(await release()).toEqual([])
		set('2026-12-31T12:00:00Z')
		expect(await release()).toEqual(['2026-11'])
		const first = await read('2026-11')
		expect(first.size).toBe(6 + 4 + 3)
		expect(Math.abs((first.get('page:topics') ?? 0) - 5000)).toBeLessThan(2000)
		expect(
			[...first.values()].some((value) => value < 0),
			'not clamped',
		).toBe(true)
		const figures = await listCountedFigures(db, figureFacts)
		for (let again = 0; again < 30; again++) {
			expect(await release()).toEqual([])
			expect(await listCountedFigures(db, figureFacts)).toEqual(figures)
		}
		expect(await read('2026-11')).toEqual(first)
		const parts = await listReleasedParts(db, figureFacts)
		expect(parts.map(({ kind, period }) => `${period} ${kind}`)).toEqual([
			'2026-11 page',
			'2026-11 language',
			'2026-11 helped',
		])
		expect(parts[0]?.lines.map(({ name }) => name)).toEqual(['topics'])
		expect(await listReleasedParts(db, figureFacts, '2026-11')).toEqual(parts)
		expect(await listReleasedParts(db, figureFacts, '2026-Q4'), 'a period that has not ended').toEqual(parts)
		expect(
			await db.selectFrom('counter_state').select('period').orderBy('period').execute(),
			'the sealed cells are erased',
		).toEqual([{ period: '2026-Q4' }])
	})

	test('the ledger says what was born, how much is spent, and how many hours were counted', async () => {
		const { db, start, flush, release, set } = await begin()
		const counter = start()
		await flush(counter)
		set('2026-11-29T15:30:00Z')
		await flush(counter)
		set('2027-01-02T00:00:00Z')
		await release()
		const ledger = await listLedger(db)
		expect(ledger.map(({ family, period }) => `${period} ${family}`)).toEqual([
			'2026-Q4 campaign',
			'2026-Q4 place',
			'2026-Q4 pressed',
			'2026-Q4 protected',
			'2026-11 helped',
			'2026-11 language',
			'2026-11 page',
		])
		expect(ledger.at(-1)).toEqual({
			family: 'page',
			period: '2026-11',
			t: 100,
			moved: 1,
			cells: 6,
			epsilon: 0.01,
			born: '2026-11-29',
			ended: '2027-01-02',
			outcome: 'released',
			hours: 6,
			method: 'counting/1',
		})
		const { rows } = await sql<{ content: string }>`select content from act_record order by content`.execute(
			db,
		)
		expect(rows.map(({ content }) => JSON.parse(content) as { act: string; what: object })).toMatchObject([
			{ act: 'counting/born', what: { period: '2026-Q4', cells: 108 } },
			{ act: 'counting/born', what: { period: '2026-11', cells: 13 } },
			{ act: 'counting/released', what: { period: '2026-11' } },
		])
	})

	test('processes that flush at once lose nothing, and bear the cells once', async () => {
		const { db, start, flush, release, read, set } = await begin()
		const counters = Array.from({ length: 4 }, start)
		for (const counter of counters) for (let at = 0; at < 1000; at++) counter.countDirect(page)
		await Promise.all(counters.map((counter) => flush(counter, { draw: silent() })))
		expect(await db.selectFrom('counter_state').selectAll().execute()).toHaveLength(2)
		set('2027-01-15T00:00:00Z')
		await release()
		expect((await read('2026-11')).get('language:ar')).toBe(4000)
	})

	test('dumps of a quiet and a loud day are alike in rows and sizes, and every row changed', async () => {
		const { db, start, flush, set } = await begin()
		const counter = start()
		const dump = async () => ({
			sizes: await db
				.selectFrom('counter_state')
				.select(['period', sql<number>`length(sealed)`.as('size'), sql<number>`length(cells)`.as('names')])
				.orderBy('period')
				.execute(),
			ledger: await listLedger(db),
			sealed: (await db.selectFrom('counter_state').select('sealed').orderBy('period').execute()).map(
				({ sealed }) => Buffer.from(sealed).toString('hex'),
			),
		})
		await flush(counter)
		set('2026-11-29T16:00:00Z')
		await flush(counter)
		const quiet = await dump()
		for (let at = 0; at < 100_000; at++) counter.countDirect(page)
		for (let at = 0; at < 200; at++) {
			counter.countCoded({ ...page, slot: at % 64, province: 'MA-TAT' })
			counter.countVote('scams', 'yes')
			counter.countPress({ area: 'MA-09', protection: 'filter', bit: 1 })
		}
		set('2026-11-29T22:00:00Z')
		await flush(counter)
		const loud = await dump()
		expect(loud.sizes).toEqual(quiet.sizes)
		expect(loud.ledger).toEqual(quiet.ledger)
		expect(loud.sealed.every((one, at) => one !== quiet.sealed[at])).toBe(true)
	})

	test('a lost key leaves the period "not counted", and the next one is counted', async () => {
		const { db, start, flush, release, set } = await begin()
		const counter = start()
		await flush(counter)
		const other = randomBytes(32)
		counter.countDirect(page)
		expect(await flush(counter, { key: other }), 'rows that no longer open').toBe(2)
		set('2026-12-31T12:00:00Z')
		await flush(counter, { key: other })
		expect(await release({ key: undefined })).toEqual(['2026-11'])
		const figures = await listCountedFigures(db, figureFacts)
		expect(new Set(figures.map(({ status }) => status))).toEqual(new Set(['not-counted']))
		expect((await listLedger(db)).filter(({ period }) => period === '2026-11')).toMatchObject(
			Array.from({ length: 3 }, () => ({ outcome: 'key-lost', hours: null })),
		)
		set('2027-01-31T12:00:00Z')
		expect(await release({ key: other })).toEqual(['2026-12', '2026-Q4'])
		expect((await listLedger(db)).find(({ period }) => period === '2026-12')).toMatchObject({
			outcome: 'released',
		})
	})

	test('a clock that jumps back bears nothing again, and opens nothing that was released', async () => {
		const { start, flush, release, read, set } = await begin()
		const counter = start()
		await flush(counter)
		set('2027-01-15T12:00:00Z')
		await release()
		const released = await read('2026-11')
		set('2026-11-20T12:00:00Z')
		const restarted = start()
		for (let at = 0; at < 5000; at++) restarted.countDirect(page)
		await flush(restarted)
		set('2027-01-16T12:00:00Z')
		expect(await release()).toEqual([])
		expect(await read('2026-11')).toEqual(released)
	})

	test('a clock that is not believed bears nothing, and loses nothing of what was born', async () => {
		const { db, start, flush, release, read, set } = await begin()
		const counter = start()
		await flush(counter, { draw: silent() })
		counter.countDirect(page)
		// As every minute, so that it falls into its month.
		counter.settle()
		set('2030-05-01T00:00:00Z')
		await flush(counter, { today: undefined })
		expect(
			(await db.selectFrom('counter_state').select('period').execute()).map(({ period }) => period),
		).toEqual(expect.arrayContaining(['2026-11', '2026-Q4']))
		expect(await db.selectFrom('counter_state').selectAll().execute()).toHaveLength(2)
		set('2027-01-15T00:00:00Z')
		await release()
		expect((await read('2026-11')).get('page:topics')).toBe(1)
	})

	test('no column holds a time, an address, a header or a code beside a count', async () => {
		const { db } = await begin()
		const { rows } = await sql<{ table: string; column: string; type: string }>`
			select table_name as table, column_name as column, data_type as type from information_schema.columns
			where table_schema = current_schema() and table_name in ('counter_state', 'privacy_ledger', 'counted')
			order by 1, 2`.execute(db)
		expect(rows.map(({ table, column, type }) => `${table}.${column} ${type}`)).toEqual([
			'counted.cell text',
			'counted.period text',
			'counted.value integer',
			'counter_state.cells text',
			'counter_state.period text',
			'counter_state.sealed bytea',
			'privacy_ledger.born date',
			'privacy_ledger.cells integer',
			'privacy_ledger.ended date',
			'privacy_ledger.family text',
			'privacy_ledger.hours integer',
			'privacy_ledger.method text',
			'privacy_ledger.moved integer',
			'privacy_ledger.outcome text',
			'privacy_ledger.period text',
			'privacy_ledger.t integer',
		])
	})
})
