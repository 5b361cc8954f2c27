/** Published figures as open data: JSON with its schema, and a table (https://www.rfc-editor.org/rfc/rfc4180). */
import { categories } from '../category.ts'
import { steps, tableIds, tables, type Figures } from './figures.ts'
import { leastShown } from './round.ts'
import type { Quarter } from './quarter.ts'

/** Figures as they were published once, and stay. */
export type PublishedFigures = { quarter: Quarter; figures: Figures }

const method =
	'Every number is rounded down to the ten by itself; null stands for fewer than ten, zero included. Hours are rounded up, ' +
	'and left out when fewer than ten cases were quicker or fewer than ten slower. A quarter is published once, a month after ' +
	'its end, and not changed afterwards. Months are counted in UTC.'

/** All published quarters as one document. `demonstration`: they come from a trial and mean nothing. */
export const toOpenData = (published: readonly PublishedFigures[], isDemonstration: boolean) => ({
	$schema: '/figures.schema.json',
	licence: 'CC-BY-4.0',
	demonstration: isDemonstration,
	leastShown,
	method,
	quarters: published.map(({ quarter, figures: { from, to, cases, tables: counted, times } }) => ({
		quarter,
		from,
		to,
		cases,
		...counted,
		times: times.map(({ step, promised, median, p90 }) => ({
			step,
			promisedMinutes: promised,
			medianHours: median,
			p90Hours: p90,
		})),
	})),
})

const toLine = (cells: readonly (string | number | boolean | null)[]): string => `${cells.join(',')}\r\n`

/** One line for each number; no cell holds a comma, a quote or a character that a spreadsheet would compute. */
export const toFiguresCsv = (published: readonly PublishedFigures[], isDemonstration: boolean): string => {
	const head = [
		'quarter',
		'table',
		'group',
		'cases_at_least',
		'promised_minutes',
		'median_hours',
		'p90_hours',
	]
	const lines = published.flatMap(({ quarter, figures }) => [
		[quarter, 'cases', 'all', figures.cases, null, null, null],
		...tableIds.flatMap((table) =>
			figures.tables[table].map(({ group, count }) => [quarter, table, group, count, null, null, null]),
		),
		...figures.times.map(({ step, promised, median, p90 }) => [
			quarter,
			'times',
			step,
			null,
			promised,
			median,
			p90,
		]),
	])
	return [[...head, 'demonstration'], ...lines.map((line) => [...line, isDemonstration])].map(toLine).join('')
}

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
const tableOf = (groups: readonly string[]) => ({
	type: 'array',
	items: {
		type: 'object',
		required: ['group', 'count'],
		properties: { group: { enum: groups }, count },
		additionalProperties: false,
	},
})
const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' }
const quarterProperties = {
	quarter: { type: 'string', pattern: '^\\d{4}-Q[1-4]$' },
	from: month,
	to: month,
	cases: count,
	category: tableOf(categories),
	reporter: tableOf(tables.reporter),
	lane: tableOf(tables.lane),
	outcome: tableOf(tables.outcome),
	times: {
		type: 'array',
		items: {
			type: 'object',
			required: ['step', 'promisedMinutes', 'medianHours', 'p90Hours'],
			properties: {
				step: { enum: steps },
				promisedMinutes: { type: ['integer', 'null'], description: 'null: by the end of the day' },
				medianHours: hours,
				p90Hours: hours,
			},
			additionalProperties: false,
		},
	},
}

/** JSON Schema of {@link toOpenData}. */
export const openDataSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Figures of the hotline: rounded counts and times of whole quarters, nothing about a case',
	type: 'object',
	required: ['licence', 'demonstration', 'leastShown', 'method', 'quarters'],
	properties: {
		$schema: { type: 'string' },
		licence: { const: 'CC-BY-4.0' },
		demonstration: { type: 'boolean', description: 'true: from a trial, not real' },
		leastShown: { const: leastShown },
		method: { type: 'string' },
		quarters: {
			type: 'array',
			items: {
				type: 'object',
				required: Object.keys(quarterProperties),
				properties: quarterProperties,
				additionalProperties: false,
			},
		},
	},
	additionalProperties: false,
}
