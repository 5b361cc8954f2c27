import { describe, expect, test } from 'vitest'
import { createDiscreteLaplace, drawSystemWord } from '#tools/statistics/discrete-laplace'
import { listCells } from './families.ts'
import { getFloor, getHalfWidth, toCountedFigures } from './released.ts'

const facts = { regions: [{ code: 'MA-09', provinces: ['MA-TAT', 'MA-TIZ'] }], topics: ['scams'] }
const counted = { provinces: ['MA-TAT', 'MA-TIZ'], regions: ['MA-09'], topics: ['scams'] }

const make = (period: string, values: Readonly<Record<string, number>>) => {
	const names = listCells(period.includes('Q') ? 'quarter' : 'month', counted)
	const cells = new Map(names.map((name) => [name, values[name] ?? 0]))
	const figures = toCountedFigures({ period, cells }, facts)
	return (indicator: string, place = 'MA') =>
		figures.find((figure) => figure.indicator === indicator && figure.place === place)
}

test('intervals and floors are those that are printed', () => {
	expect([getHalfWidth(20), getHalfWidth(100), getFloor(20), getFloor(100)]).toEqual([60, 300, 120, 600])
})

test('the interval holds 95 of 100 times, for a cell and for a sum', () => {
	const take = createDiscreteLaplace(20, drawSystemWord)
	const getShare = (cells: number): number => {
		let inside = 0
		for (let at = 0; at < 20_000; at++) {
			let sum = 0
			for (let cell = 0; cell < cells; cell++) sum += take()
			if (Math.abs(sum) <= getHalfWidth(20, cells)) inside++
		}
		return inside / 20_000
	}
	expect(getShare(1)).toBeGreaterThan(0.945)
	expect(getShare(8)).toBeGreaterThan(0.94)
})

test('a true 19 is shown in 4 of 1,000 cases at most', () => {
	const take = createDiscreteLaplace(20, drawSystemWord)
	let shown = 0
	for (let at = 0; at < 100_000; at++) if (19 + take() >= getFloor(20)) shown++
	expect(shown / 100_000).toBeLessThan(0.0045)
})

describe('figures', () => {
	test('of a province stand with their interval, from the floor on', () => {
		const find = make('2026-Q4', { 'place:MA-TAT': 1199, 'place:MA-TIZ': 119 })
		expect(find('arrivals-by-code', 'MA-TAT')).toEqual({
			indicator: 'arrivals-by-code',
			place: 'MA-TAT',
			period: '2026-Q4',
			value: 1199,
			low: 1139,
			high: 1259,
			status: 'shown',
			method: 'arrivals/1',
		})
		expect(find('arrivals-by-code', 'MA-TIZ')).toMatchObject({ status: 'too-few', value: undefined })
		expect(find('arrivals-by-code', 'MA-09')).toMatchObject({ value: 1318, low: 1318 - 79 })
		expect(find('arrivals-over-limit')).toMatchObject({ status: 'too-few' })
	})

	test('zero and less than nothing read like any small number', () => {
		const find = make('2026-Q4', { 'place:MA-TAT': -40 })
		expect(find('arrivals-by-code', 'MA-TAT')).toMatchObject({ status: 'too-few', value: undefined })
		expect(find('arrivals-by-code', 'MA-09')).toMatchObject({ status: 'too-few' })
	})

	test('of a month are those of the country', () => {
		const find = make('2026-11', { 'page:front': 5000, 'page:topics': 20_000, 'language:ar': 900 })
		expect(find('arrivals')).toMatchObject({ value: 25_000, low: 25_000 - 679, high: 25_000 + 679 })
		expect(find('arrivals-page-law')).toMatchObject({ status: 'too-few' })
		expect(find('arrivals-language-ar')).toMatchObject({ value: 900, low: 600, high: 1200 })
	})

	test('of votes are shares, from a hundred votes on', () => {
		const few = make('2026-11', { 'helped:scams/yes': 60, 'helped:scams/no': 39 })
		expect(few('helped-scams')).toMatchObject({ status: 'too-few' })
		const enough = make('2026-11', {
			'helped:scams/yes': 300,
			'helped:scams/some': 60,
			'helped:scams/no': 40,
		})
		expect(enough('helped-scams')).toMatchObject({ value: 0.75, status: 'shown' })
	})

	test('of protections are withheld when dice cannot have thrown them', () => {
		const press = (yes: number) =>
			Object.fromEntries(
				['filter', 'search', 'bypass'].flatMap((one) => [
					[`protected:MA-09/${one}/1`, one === 'filter' ? yes : 200],
					[`protected:MA-09/${one}/0`, 400 - (one === 'filter' ? yes : 200)],
				]),
			)
		expect(make('2026-Q4', press(170))('protections-verified', 'MA-09')).toMatchObject({ status: 'shown' })
		expect(make('2026-Q4', press(170))('protections-verified')).toMatchObject({
			status: 'shown',
			value: 0.35,
		})
		expect(make('2026-Q4', press(360))('protections-verified', 'MA-09')).toMatchObject({ status: 'withheld' })
		expect(
			make('2026-Q4', { ...press(170), 'protected:MA-09/search/1': -300 })('protections-verified'),
		).toMatchObject({ status: 'too-few' })
	})

	test('of a period whose key is lost say so, one by one', () => {
		const figures = toCountedFigures({ period: '2026-Q4', cells: undefined }, facts)
		expect(new Set(figures.map(({ status }) => status))).toEqual(new Set(['not-counted']))
		expect(figures.length).toBe(3 + 2 + 64 + 6)
	})
})
