/** Published figures of work with other countries as open data: a part of `figures.json`, lines of `figures.csv`. */
import { leastShown, type PublishedFigures } from '#domains/cases/figures'
import { directions, groups, type ExchangeFigures } from './exchange-figures.ts'

/** Figures as they were published once, and stay. */
export type PublishedExchange = Pick<PublishedFigures, 'quarter'> & { figures: ExchangeFigures }

/** The part `exchange` of `figures.json`. */
export const toExchangeData = (published: readonly PublishedExchange[]) =>
	published.map(({ quarter, figures: { from, to, preservation, indicators, ...referrals } }) => ({
		quarter,
		from,
		to,
		preservation,
		indicators,
		...Object.fromEntries(
			directions.map((flow) => {
				const { answered, ...counts } = referrals[flow]
				return [flow, { ...counts, answered: { medianHours: answered.median, p90Hours: answered.p90 } }]
			}),
		),
	}))

type Line = readonly (string | number | null)[]

/** Lines in the columns of `figures.csv`: quarter, table, group, number, promise, median and nine in ten in hours. */
export const toExchangeLines = (published: readonly PublishedExchange[]): Line[] =>
	published.flatMap(({ quarter, figures }) => [
		...directions.flatMap((flow) => {
			const { count, country, outcome, answered } = figures[flow]
			const line = (table: string, group: string, number: number | null): Line => [
				quarter,
				`referrals-${flow}${table}`,
				group,
				number,
				null,
				null,
				null,
			]
			return [
				line('', 'all', count),
				...country.map((row) => line('-country', row.group, row.count)),
				...outcome.map((row) => line('-outcome', row.group, row.count)),
				[quarter, `referrals-${flow}-times`, 'answer', null, null, answered.median, answered.p90],
			]
		}),
		...(['preservation', 'indicators'] as const).flatMap((table) =>
			[{ group: 'all', count: figures[table].count }, ...figures[table].state].map(({ group, count }) => [
				quarter,
				table,
				group,
				count,
				null,
				null,
				null,
			]),
		),
	])

const count = {
	type: ['integer', 'null'],
	minimum: leastShown,
	multipleOf: leastShown,
	description: 'rounded down to the ten; null: fewer than ten',
}
const hours = {
	type: ['integer', 'null'],
	minimum: 0,
	description: 'whole hours, rounded up; null: not shown',
}
const closed = (properties: Readonly<Record<string, unknown>>) => ({
	type: 'object',
	required: Object.keys(properties),
	properties,
	additionalProperties: false,
})
const tableOf = (group: unknown) => ({ type: 'array', items: closed({ group, count }) })
const flow = closed({
	count,
	country: tableOf({
		type: 'string',
		pattern: '^([A-Z]{2}|other)$',
		description: 'code of the country of the partner (ISO 3166-1)',
	}),
	outcome: tableOf({ enum: groups.outcome }),
	answered: closed({ medianHours: hours, p90Hours: hours }),
})
const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' }

/** JSON Schema of {@link toExchangeData}. */
export const exchangeSchema = {
	type: 'array',
	description: 'referrals to and from other countries, requests to keep data, indicators',
	items: closed({
		quarter: { type: 'string', pattern: '^\\d{4}-Q[1-4]$' },
		from: month,
		to: month,
		out: flow,
		in: flow,
		preservation: closed({ count, state: tableOf({ enum: groups.preservation }) }),
		indicators: closed({ count, state: tableOf({ enum: groups.indicator }) }),
	}),
}
