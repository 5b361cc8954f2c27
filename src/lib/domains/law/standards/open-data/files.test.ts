import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { makeLaw, makeMapping, readLaw } from '../../../../../../tests/support/law-files.ts'
import { readDataset } from '../../../../../../tests/support/law-standards.ts'
import { getFigures } from '../../figures.ts'
import { dataKinds, makeDataFiles, toJsonSchema } from './files.ts'

type Data = { count: number; records: Record<string, unknown>[] }

const law = readLaw()
const dataset = readDataset()
const files = makeDataFiles(law, dataset)
const read = (name: string): Data => {
	const file = files.find((one) => one.name === `${name}.json`)
	return JSON.parse(file?.text ?? '') as Data
}
const getIds = (name: string): Set<unknown> => new Set(read(name).records.map(({ id }) => id))

const compile = (name: string) => {
	const file = files.find((one) => one.name === `${name}.schema.json`)
	return new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(file?.text ?? '') as object)
}

test.each(dataKinds.map(({ name }) => name))('%s answers its JSON Schema', (name) => {
	const validate = compile(name)
	expect(validate(read(name)) || validate.errors).toBe(true)
})

test.each(dataKinds.map(({ name }) => name))('the JSON Schema of %s refuses what is wrong', (name) => {
	const validate = compile(name)
	const data = read(name)
	const [first = {}, ...rest] = data.records
	const field = Object.keys(first)[0] ?? ''
	const { [field]: taken, ...without } = first
	expect(taken).toBeDefined()
	expect(validate({ ...data, records: [without, ...rest] })).toBe(false)
	expect(validate({ ...data, records: [{ ...first, stranger: 1 }, ...rest] })).toBe(false)
	expect(validate({ ...data, records: [{ ...first, [field]: {} }, ...rest] })).toBe(false)
	expect(validate({ ...data, licence: 'all rights reserved' })).toBe(false)
})

test('every record of the corpus leaves, none twice', () => {
	for (const name of [
		'instruments',
		'provisions',
		'mappings',
		'situations',
		'questions',
		'sources',
		'versions',
	] as const) {
		expect(read(name).records.map(({ id }) => id)).toEqual(law[name].map(({ id }) => id))
		expect(getIds(name).size).toBe(read(name).count)
	}
})

test('ids of other files are found there', () => {
	const references: [from: string, field: string, to: string][] = [
		['provisions', 'instrument', 'instruments'],
		['provisions', 'changed_by', 'instruments'],
		['provisions', 'sources', 'sources'],
		['provisions', 'questions', 'questions'],
		['mappings', 'asks', 'provisions'],
		['mappings', 'answers', 'provisions'],
		['mappings', 'convention', 'instruments'],
		['situations', 'provisions', 'provisions'],
		['versions', 'by', 'instruments'],
		['versions', 'provisions', 'provisions'],
		['instruments', 'amended_by', 'instruments'],
	]
	for (const [from, field, to] of references) {
		const known = getIds(to)
		const named = read(from).records.flatMap((record) => record[field] as string | string[])
		expect(named.length, `${from}.${field}`).toBeGreaterThan(0)
		expect(named.filter((id) => !known.has(id))).toEqual([])
	}
})

test('a table has the columns and rows of its JSON file', () => {
	for (const kind of dataKinds) {
		const text = files.find(({ name }) => name === `${kind.name}.csv`)?.text ?? ''
		const header = kind.fields.map(({ name }) => `"${name}"`).join(',')
		expect(text.startsWith(`\ufeff${header}\r\n`)).toBe(true)
		// a line break inside a cell has no carriage return before it
		expect(text.split('\r\n')).toHaveLength(read(kind.name).count + 2)
	}
})

test('every field says in its schema what it means', () => {
	for (const kind of dataKinds) {
		const names = kind.fields.map(({ name }) => name)
		expect(new Set(names).size).toBe(names.length)
		for (const { description } of Object.values(toJsonSchema(kind).properties.records.items.properties))
			expect(description.length).toBeGreaterThan(3)
	}
})

test('a penalty leaves as numbers: months and dirhams', () => {
	const record = makeDataFiles(makeLaw(), dataset).find(({ name }) => name === 'provisions.json')
	expect((JSON.parse(record?.text ?? '') as Data).records[0]).toMatchObject({
		id: 'code-447-3',
		penalty_rule: 'and',
		prison_months_from: 12,
		prison_months_to: 60,
		fine_mad_from: 5000,
		fine_mad_to: 50_000,
		victim_minor: 'element',
		attempt_punished: null,
	})
})

test('the figures are those of the scoreboard, with progress by day', () => {
	const { records } = read('figures')
	const find = (measure: string, convention: string | null = null): unknown =>
		records.find((one) => one.measure === measure && one.convention === convention && one.day === null)?.value
	const figures = getFigures(law)
	expect(find('provisions')).toBe(figures.provisions)
	expect(find('assessed-gap')).toBe(figures.counts.gap)
	expect(find('questions-open')).toBe(figures.questions.open)
	for (const { convention, counts } of figures.byConvention)
		expect(find('assessed-covered', convention.id)).toBe(counts.covered)

	const changed = makeLaw({
		'mappings/treaty.yaml': [
			makeMapping('map-1', { earlier: [{ on: '2025-01-01', by: 'desk', assessment: 'gap' }] }),
		],
	})
	const rows = (dataKinds.find(({ name }) => name === 'figures')?.getRecords(changed) ?? []).filter(
		({ value, day }) => day !== null && value === 1,
	)
	expect(rows.map(({ day, measure }) => [day, measure])).toEqual([
		['2025-01-01', 'assessed-gap'],
		['2026-11-24', 'assessed-covered'],
	])
})

test('the same corpus gives the same files, byte for byte', () => {
	expect(makeDataFiles(readLaw(), dataset).map(({ text }) => text)).toEqual(files.map(({ text }) => text))
})
