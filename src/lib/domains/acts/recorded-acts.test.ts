import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countKinds, findTracks, readPeriod, type ActGroup } from './recorded-acts.ts'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour))
const group = (hour: number, act: string, by: string | undefined, count: number): ActGroup => ({
	hour: at(hour),
	act,
	by,
	count,
})

test('kinds are counted over hours and people, the most frequent first', () => {
	const groups = [
		group(9, 'case/opened', 'a', 3),
		group(10, 'case/opened', 'b', 4),
		group(9, 'case/exported', 'a', 1),
	]
	expect(countKinds(groups)).toEqual([
		{ act: 'case/opened', count: 7 },
		{ act: 'case/exported', count: 1 },
	])
})

test('whoever opened most within one hour stands first, however much others opened in all', () => {
	const groups = [
		...[8, 9, 10, 11].map((hour) => group(hour, 'case/opened', 'steady', 20)),
		group(9, 'case/opened', 'bulk', 25),
		group(9, 'case/attached', 'bulk', 5),
		group(10, 'case/open-many', 'bulk', 1),
		group(10, 'case/listed', 'bulk', 2),
		group(9, 'case/noted', 'writer', 9),
		group(9, 'case/received', undefined, 90),
	]
	expect(findTracks(groups)).toEqual([
		{ by: 'bulk', opened: 30, left: 2, mostAnHour: 30, many: 1 },
		{ by: 'steady', opened: 80, left: 0, mostAnHour: 20, many: 0 },
	])
})

const read = (query: string) => readPeriod(new URLSearchParams(query), '2026-11-26')

test('a period is the last thirty days until another is asked for, and never too long or turned round', () => {
	expect(read('')).toEqual({ from: '2026-10-28', to: '2026-11-26' })
	expect(read('from=2026-11-01&to=2026-11-03')).toEqual({ from: '2026-11-01', to: '2026-11-03' })
	expect(read('from=2001-01-01')).toEqual({ from: '2026-08-27', to: '2026-11-26' })
	expect(read('from=2026-11-30&to=2026-11-03').to).toBe('2026-11-03')
	expect(read('from=2026-99-99&to=x')).toEqual(read(''))
	fc.assert(
		fc.property(fc.string(), fc.string(), (from, to) => {
			const found = readPeriod(new URLSearchParams({ from, to }), '2026-11-26')
			expect(found.from <= found.to).toBe(true)
		}),
	)
})
