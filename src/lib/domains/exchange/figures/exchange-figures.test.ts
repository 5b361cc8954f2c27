import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangeSchema, toExchangeData, toExchangeLines } from './exchange-data.ts'
import {
	groups,
	isNothingShown,
	toExchangeFigures,
	toReferralOutcome,
	toRequestGroup,
	type CountedReferral,
} from './exchange-figures.ts'

const span = { from: '2026-10', to: '2026-12' }
const codes = 'AE BE CA CH DE ES FR GB IT JP MA NL PT QA RO SE SN TN US ZA CZ DK FI'.split(' ')
/** Referrals of 0 to 25 countries, with outcomes that fall as they may. */
const anyReferrals = fc
	.array(fc.record({ country: fc.constantFrom(...codes), times: fc.integer({ min: 1, max: 40 }) }), {
		maxLength: 30,
	})
	.chain((some) =>
		fc.array(fc.constantFrom(...groups.outcome), { minLength: 1, maxLength: 9 }).map((outcomes) =>
			some.flatMap(({ country, times }) =>
				Array.from({ length: times }, (_, at): CountedReferral => {
					const outcome = outcomes[at % outcomes.length] ?? 'open'
					return { flow: 'out', country, outcome, hours: at }
				}),
			),
		),
	)
const toOut = (referrals: readonly CountedReferral[]) =>
	toExchangeFigures({ referrals, requests: [], indicators: [] }, span).out

type Range = { least: number; most: number }
const toRange = (count: number | null): Range =>
	count === null ? { least: 0, most: 9 } : { least: count, most: count + 9 }
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

test('every number is a ten, and every country that is named has ten referrals', () => {
	fc.assert(
		fc.property(anyReferrals, (referrals) => {
			const { count, country, outcome } = toOut(referrals)
			for (const one of [count, ...[...country, ...outcome].map((row) => row.count)])
				expect(one === null || (one >= 10 && one % 10 === 0)).toBe(true)
			for (const { group, count: shown } of country) expect(group === 'other' || shown !== null).toBe(true)
		}),
	)
})

test('from the sum and both tables no hidden number can be worked out: four are always possible', () => {
	fc.assert(
		fc.property(anyReferrals, (referrals) => {
			const { count, country, outcome } = toOut(referrals)
			const ofTables = [country, outcome].map((table) => table.map((row) => toRange(row.count)))
			const sums = [
				toRange(count),
				...ofTables.map((table) => ({
					least: sum(table.map(({ least }) => least)),
					most: sum(table.map(({ most }) => most)),
				})),
			]
			const least = Math.max(...sums.map((one) => one.least))
			const most = Math.min(...sums.map((one) => one.most))
			for (const table of ofTables)
				for (const [at, cell] of table.entries()) {
					if (cell.least > 0) continue
					const others = table.filter((_, place) => place !== at)
					const low = Math.max(cell.least, least - sum(others.map((other) => other.most)))
					const high = Math.min(cell.most, most - sum(others.map((other) => other.least)))
					expect(high - low).toBeGreaterThanOrEqual(3)
				}
		}),
	)
})

test('nine countries with ten referrals each are shown as seven groups, so that the rest cannot be worked out', () => {
	const many = codes.slice(0, 9).flatMap((country) =>
		Array.from({ length: 19 }, (): CountedReferral => ({
			flow: 'out',
			country,
			outcome: 'gone',
			hours: null,
		})),
	)
	expect(toOut(many).country.map(({ group }) => group)).toEqual([...codes.slice(0, 6), 'other'])
})

test('the outcome of a referral is its state, or what it was before it was closed', () => {
	const outcome = (state: string, before: string | null = null) => toReferralOutcome({ state, before })
	expect(
		['actioned', 'verified-down', 'still-up', 'rejected', 'no-answer', 'sent'].map((one) => outcome(one)),
	).toEqual(['gone', 'gone', 'open', 'declined', 'silent', 'open'])
	expect(['verified-down', 'not-actioned', 'accepted', null].map((one) => outcome('closed', one))).toEqual([
		'gone',
		'declined',
		'ended',
		'ended',
	])
	expect(['extended', 'lapsed', 'transmitted'].map(toRequestGroup)).toEqual(['kept', 'lapsed', 'open'])
})

test('the open data keeps its schema, and a table has a line for each number', () => {
	const referrals = Array.from({ length: 42 }, (_, at): CountedReferral => ({
		flow: 'out',
		country: at < 25 ? 'FR' : 'US',
		outcome: 'gone',
		hours: at,
	}))
	const figures = toExchangeFigures(
		{ referrals, requests: Array<string>(12).fill('kept'), indicators: Array<string>(5).fill('published') },
		span,
	)
	expect([
		isNothingShown(figures),
		isNothingShown(toExchangeFigures({ referrals: [], requests: [], indicators: [] }, span)),
	]).toEqual([false, true])
	const published = [{ quarter: '2026-Q4', figures }] as const
	const isValid = new Ajv2020({ strict: false }).compile(exchangeSchema)
	const data: unknown = JSON.parse(JSON.stringify(toExchangeData(published)))
	isValid(data)
	expect(isValid.errors ?? []).toEqual([])
	expect(isValid([{}])).toBe(false)
	const lines = toExchangeLines(published).map((line) => line.join(','))
	expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([7]))
	for (const line of [
		'2026-Q4,referrals-out,all,40,,,',
		'2026-Q4,referrals-out-country,FR,20,,,',
		'2026-Q4,referrals-out-country,other,,,,',
		'2026-Q4,referrals-out-times,answer,,,20,',
		'2026-Q4,preservation,kept,10,,,',
		'2026-Q4,indicators,published,,,,',
	])
		expect(lines).toContain(line)
})
