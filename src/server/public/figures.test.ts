import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { openFiguresSchema, toOpenFigures, toOpenTable } from './figures.ts'

const answered = { median: 48, p90: null }
const flow = {
	count: 30,
	country: [
		{ group: 'FR', count: 20 },
		{ group: 'other', count: null },
	],
	outcome: [{ group: 'gone' as const, count: 20 }],
	answered,
}
const found: Parameters<typeof toOpenFigures>[0] = {
	isDemonstration: true,
	published: [],
	exchange: [
		{
			quarter: '2026-Q4',
			figures: {
				from: '2026-10',
				to: '2026-12',
				out: flow,
				in: { ...flow, count: null },
				preservation: { count: null, state: [{ group: 'kept', count: null }] },
				indicators: { count: 10, state: [{ group: 'published', count: 10 }] },
			},
		},
	],
}

test('figures of work with other countries stand in the open data, by its schema', () => {
	const data: unknown = JSON.parse(JSON.stringify(toOpenFigures(found)))
	const isValid = new Ajv2020({ strict: false }).compile(openFiguresSchema)
	isValid(data)
	expect(isValid.errors ?? []).toEqual([])
	expect(data).toMatchObject({ exchange: [{ out: { answered: { medianHours: 48 } } }] })
	expect(isValid({ ...(data as object), exchange: [{}] })).toBe(false)
	expect(isValid({ ...(data as object), exchange: undefined })).toBe(false)
})

test('the table has one head, and as many cells in each line', () => {
	const lines = toOpenTable(found).trimEnd().split('\r\n')
	expect(lines[0]).toMatch(/^quarter,table,group,.*,demonstration$/u)
	expect(lines).toContain('2026-Q4,referrals-out-country,FR,20,,,,true')
	expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([8]))
})
