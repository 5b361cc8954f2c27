import { expect, test } from 'vitest'
import { library } from '#domains/guide/server'
import {
	findRegionOf,
	findSpan,
	getMonthOf,
	getPlaceName,
	getQuarterOf,
	getReach,
	listPlaces,
} from './index.ts'

const places = listPlaces(library.regions)

test('the country has 12 regions and 75 provinces and prefectures, each in a place that exists', () => {
	const count = (kind: string) => places.filter((place) => place.kind === kind).length
	expect([count('country'), count('region'), count('province') + count('prefecture')]).toEqual([1, 12, 75])
	const codes = new Set(places.map(({ code }) => code))
	expect(codes.size).toBe(places.length)
	expect(places.filter(({ parent }) => parent !== undefined && !codes.has(parent))).toEqual([])
})

test('a province lies in its region, a region in itself, the country in none', () => {
	expect(findRegionOf(places, 'MA-TAT')).toBe('MA-09')
	expect(findRegionOf(places, 'MA-09')).toBe('MA-09')
	expect(findRegionOf(places, 'MA')).toBeUndefined()
	expect(findRegionOf(places, 'MA-XYZ')).toBeUndefined()
})

test('a province is named in Latin letters, and says so', () => {
	const tata = places.find(({ code }) => code === 'MA-TAT')
	expect(tata && getPlaceName(tata, 'ar')).toEqual({ language: 'fr', words: 'Tata' })
})

test.each([
	['2026', '2026-01-01', '2027-01-01'],
	['2026-Q4', '2026-10-01', '2027-01-01'],
	['2026-11', '2026-11-01', '2026-12-01'],
	['2026-12', '2026-12-01', '2027-01-01'],
	['2026/27', '2026-09-01', '2027-09-01'],
	['2099/00', '2099-09-01', '2100-09-01'],
])('%s goes from %s to %s', (period, from, until) => {
	expect(findSpan(period)).toEqual({ from, until })
})

test.each(['', '2026-Q5', '2026-00', '2026-13', '2026/28', '26', '2026-Q4-1'])(
	'%j is no period',
	(period) => {
		expect(findSpan(period)).toBeUndefined()
	},
)

test('a day falls in one month and one quarter', () => {
	expect([getMonthOf('2026-11-29'), getQuarterOf('2026-11-29')]).toEqual(['2026-11', '2026-Q4'])
	expect(['01', '03', '04', '09', '12'].map((month) => getQuarterOf(`2026-${month}-01`))).toEqual([
		'2026-Q1',
		'2026-Q1',
		'2026-Q2',
		'2026-Q3',
		'2026-Q4',
	])
})

test('who works for one region is near to what lies there, and to nothing of another or of the country', () => {
	const [lead, regional] = [{ id: 'a' }, { id: 'b', region: 'MA-08' }]
	expect(getReach(lead, { region: 'MA-08' })).toBe('unit')
	expect(getReach(lead, {})).toBe('unit')
	expect(getReach(regional, { region: 'MA-08' })).toBe('unit')
	expect(getReach(regional, { region: 'MA-08', by: 'b' })).toBe('own')
	expect(getReach(regional, { region: 'MA-09', by: 'b' })).toBe('all')
	expect(getReach(regional, {})).toBe('all')
})
