import { expect, test } from 'vitest'
import { sampleFigures, sampleFrozen, samplePlan } from '../../../../../tests/support/frozen.ts'
import { indicators } from '../figures/server/index.ts'
import type { Action, Initiative } from '../plan/index.ts'
import {
	getFills,
	hasNoise,
	isAllDone,
	listActionsOf,
	listErrata,
	listLatest,
	listNotDone,
	listShownActions,
	makeBoard,
} from './index.ts'

const { board, published } = sampleFrozen

test('the first sentence counts each action once, and says what has no date, nobody and only its owner', () => {
	expect(board.counts).toEqual({
		actions: 6,
		done: 1,
		begun: 1,
		late: 1,
		silent: 1,
		dropped: 1,
		undated: 2,
		unowned: 5,
		said: 1,
	})
	expect(board.silentSince).toBe('2026-06-02')
})

test('what is not done stands late first, then silent, then in the order of the plan; what was dropped stands last, as dropped', () => {
	expect(listNotDone(board).map(({ id, shown }) => [id, shown.state])).toEqual([
		['i1-a2', 'late'],
		['i2-a3', 'no-news'],
		['i2-a2', 'promised'],
		['i1-a1', 'begun'],
		['i3-a1', 'dropped'],
	])
})

test('a date that was moved shows both, and late counts from the first', () => {
	const moved = listNotDone(board)[0]
	expect(moved).toMatchObject({
		dueFirst: '2026-06-30',
		dueNow: '2027-06-30',
		shown: { lateDays: 152, wasMoved: true },
	})
})

test('a region has what was promised by its name; what is for the country is counted', () => {
	expect(listActionsOf(board, 'MA-08').own.map(({ id }) => id)).toEqual(['i2-a2'])
	expect(listActionsOf(board, 'MA-08').country).toHaveLength(5)
	expect(listActionsOf(board, 'MA-01').own).toEqual([])
})

test('a plan without anything has a board without anything', () => {
	expect(makeBoard({ initiatives: [], parties: [] }, '2026-11-29').counts.actions).toBe(0)
	expect(makeBoard(samplePlan, '2030-01-01').counts.late).toBe(2)
})

test('all is done only where something was promised and each of it is done', () => {
	const [first, ...others] = samplePlan.initiatives
	const make = (...states: ('done' | 'dropped')[]) => {
		const evidence = listShownActions(board).find(({ id }) => id === 'i2-a4')?.evidence ?? []
		const actions = states.map((state) => ({ ...first?.actions[0], state, evidence }) as Action)
		return makeBoard({ parties: [], initiatives: [{ ...first, actions } as Initiative] }, '2026-11-29')
	}
	expect(others).toHaveLength(2)
	expect(isAllDone(make('done', 'done'))).toBe(true)
	for (const one of [make(), make('done', 'dropped'), board]) expect(isAllDone(one)).toBe(false)
})

test('only a table of a number that was born with noise has noise', () => {
	const list = (...ids: string[]) => listLatest(published, ['MA-TAT', 'MA-08'], ids)
	expect(hasNoise(list('sessions-held', 'dosage-kept'), indicators)).toBe(false)
	expect(hasNoise(list('sessions-held', 'arrivals-by-code'), indicators)).toBe(true)
	expect(hasNoise([], indicators)).toBe(false)
})

test('a table has the newest time of an indicator and nothing older', () => {
	const tables = listLatest(
		published,
		['MA-TAT', 'MA-ZAG'],
		['sessions-held', 'arrivals-by-code', 'arrivals'],
	)
	expect(tables.map(({ indicator, period, numbers }) => [indicator, period, [...numbers.keys()]])).toEqual([
		['sessions-held', '2026-Q4', ['MA-ZAG', 'MA-TAT']],
		['arrivals-by-code', '2026-Q4', ['MA-TAT', 'MA-ZAG']],
	])
	expect(tables[0]?.numbers.get('MA-TAT')?.target).toMatchObject({ value: 20 })
	expect([...getFills(tables[0])]).toEqual([
		['MA-ZAG', 'exact'],
		['MA-TAT', 'exact'],
	])
	expect([...getFills(tables[1])]).toEqual([['MA-TAT', 'interval']])
	expect(getFills(undefined).size).toBe(0)
})

test('errata stand the newest first', () => {
	expect(listErrata({ figures: sampleFigures }).map(({ on }) => on)).toEqual(['2026-11-29'])
})
