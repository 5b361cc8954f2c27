import { expect, test } from 'vitest'
import type { PublishedFigure, Value } from '../figures/index.ts'
import { listTargetsOf } from './targets.ts'

const indicators = [
	{ id: 'sessions-held', measure: 'count' },
	{ id: 'dosage-kept', measure: 'share' },
] as const
const exact = (value: number): Value => ({ value, low: undefined, high: undefined, status: 'shown' })
const none: Value = { value: undefined, low: undefined, high: undefined, status: 'too-few' }
const figure = (period: string, value: Value, indicator = 'sessions-held'): PublishedFigure => ({
	indicator,
	place: 'MA-08',
	period,
	method: 'sessions/1',
	publishedOn: '2026-11-29',
	errata: [],
	...value,
})
const target = (period: string, value: number, indicator = 'sessions-held') => ({
	indicator,
	place: 'MA-08',
	period,
	value,
	agreedOn: '2026-01-05',
	before: [],
})
const find = (figures: readonly PublishedFigure[], ...targets: ReturnType<typeof target>[]) =>
	listTargetsOf({ figures, targets }, 'MA-08', indicators).map(({ reached }) => reached)

test('a target of a year shows before anything is reached, and belongs to its place alone', () => {
	expect(find([], target('2026', 40))).toEqual([undefined])
	expect(find([figure('2025-Q4', exact(9))], target('2026', 40)), 'another year').toEqual([undefined])
	expect(listTargetsOf({ figures: [], targets: [target('2026', 40)] }, 'MA-09', indicators)).toEqual([])
})

test('quarters of a year are a part of it, and say of how many months', () => {
	const figures = [figure('2026-Q1', exact(7)), figure('2026-Q2', exact(5)), figure('2026-Q3', none)]
	expect(find(figures, target('2026', 40))).toEqual([
		{
			kind: 'part',
			value: 12,
			low: undefined,
			high: undefined,
			period: '2026-Q2',
			months: 6,
			of: 12,
			without: 1,
		},
	])
})

test('a month in a quarter that is counted adds nothing, and an erratum counts as it stands', () => {
	const corrected = {
		...figure('2026-Q1', exact(7)),
		errata: [
			{
				indicator: 'sessions-held',
				place: 'MA-08',
				period: '2026-Q1',
				id: 'a',
				life: 1,
				was: exact(7),
				is: exact(6),
				reason: { ar: 'ع', fr: 'f' },
				on: '2026-11-29',
				entry: 'e',
			},
		],
	}
	expect(find([figure('2026-02', exact(3)), corrected], target('2026', 40))).toMatchObject([
		{ value: 6, months: 3, of: 12 },
	])
})

test('the number of the very time is the whole, and its intervals are summed', () => {
	const between = (value: number): Value => ({ ...exact(value), low: value - 10, high: value + 10 })
	expect(find([figure('2026', exact(41)), figure('2026-Q1', exact(7))], target('2026', 40))).toMatchObject([
		{ kind: 'whole', value: 41, months: 12, of: 12 },
	])
	expect(
		find([figure('2026-Q1', between(50)), figure('2026-Q2', exact(5))], target('2026', 99)),
	).toMatchObject([{ kind: 'part', value: 55, low: 45, high: 65 }])
})

test('shares are not added up: the newest stands with its own time', () => {
	const shares = [figure('2026-Q1', exact(0.5), 'dosage-kept'), figure('2026-Q2', exact(0.6), 'dosage-kept')]
	expect(find(shares, target('2026', 0.8, 'dosage-kept'))).toMatchObject([
		{ kind: 'latest', value: 0.6, period: '2026-Q2', months: 3, of: 12 },
	])
})

test('a school year holds quarters and months from September on', () => {
	const figures = [figure('2026-09', exact(2)), figure('2026-Q4', exact(3)), figure('2026-Q3', exact(8))]
	expect(find(figures, target('2026/27', 20))).toMatchObject([{ value: 5, months: 4, of: 12 }])
})
