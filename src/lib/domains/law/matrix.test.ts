import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLaw, readLaw } from '../../../../tests/support/law-files.ts'
import { assessments } from './corpus/mapping.ts'
import {
	countAssessments,
	getConvention,
	getConventions,
	getMatrix,
	getTreaties,
	groupByText,
	isAssessment,
} from './matrix.ts'

const law = readLaw()

test('getMatrix() has every row of the study with its records', () => {
	const rows = getMatrix(law)
	expect(rows).toHaveLength(114)
	for (const { mapping, asks, answers, convention, sources } of rows) {
		expect(sources.map(({ id }) => id)).toEqual(mapping.sources)
		expect(asks.id).toBe(mapping.asks)
		expect(answers.map(({ id }) => id)).toEqual(mapping.answers)
		expect(convention.id).toBe(asks.instrument)
	}
})

test('getMatrix() narrows by convention, assessment and question, and by all of them together', () => {
	const gaps = getMatrix(law, { assessment: 'gap' })
	expect(gaps).toHaveLength(9)
	expect(getMatrix(law, { convention: 'coe-185', assessment: 'gap' }).map(({ asks }) => asks.id)).toEqual([
		'bud-16',
		'bud-17',
	])
	const asked = getMatrix(law, { question: 'J20' })
	expect(asked.length).toBeGreaterThan(0)
	expect(asked.every(({ questions }) => questions.some(({ id }) => id === 'J20'))).toBe(true)
	expect(getMatrix(law, { convention: 'nothing' })).toEqual([])
})

test('getMatrix() splits without rest: the rows of all assessments are the rows of the study', () => {
	const parts = assessments.flatMap((assessment) => getMatrix(law, { assessment }))
	expect(new Set(parts.map(({ mapping }) => mapping.id)).size).toBe(114)
	const tables = getConventions(law).flatMap(({ id }) => getConvention(law, id).rows)
	expect(tables.map(({ mapping }) => mapping.id).sort()).toEqual(law.mappings.map(({ id }) => id).sort())
})

test('getConvention() gives the table, its counts, and the provisions that nobody has assessed', () => {
	const { convention, rows, counts, unassessed } = getConvention(makeLaw(), 'treaty')
	expect(convention.id).toBe('treaty')
	expect(rows.map(({ asks }) => asks.id)).toEqual(['treaty-1'])
	expect(counts).toEqual({ covered: 1, partly: 0, gap: 0, unknown: 0 })
	expect(unassessed.map(({ id }) => id)).toEqual(['treaty-2'])
})

test('getMatrix() stands convention after convention, the ones of the programme first', () => {
	const conventions = getMatrix(law).map(({ convention }) => convention)
	expect([...new Set(conventions)]).toEqual(getConventions(law))
	expect(conventions).toEqual(
		getConventions(law).flatMap((one) => conventions.filter((other) => other === one)),
	)
	expect(getConventions(law).map(({ id }) => id)).toEqual([
		'coe-185',
		'coe-189',
		'las-2010',
		'coe-201',
		'un-cyber-2024',
		'un-crc',
		'un-opsc',
		'un-palermo',
		'ilo-182',
	])
})

test('getMatrix() counts add up, whatever filters are joined', () => {
	const convention = fc.option(fc.constantFrom(...getTreaties(law).map(({ id }) => id)), { nil: undefined })
	const question = fc.option(fc.constantFrom(...law.questions.map(({ id }) => id)), { nil: undefined })
	fc.assert(
		fc.property(convention, question, (chosen, asked) => {
			const filter = { convention: chosen, question: asked }
			const whole = getMatrix(law, filter)
			const counts = countAssessments(whole.map(({ mapping }) => mapping))
			const parts = assessments.map((assessment) => getMatrix(law, { ...filter, assessment }))
			expect(parts.map(({ length }) => length)).toEqual(assessments.map((assessment) => counts[assessment]))
			expect(
				parts
					.flat()
					.map(({ mapping }) => mapping.id)
					.sort(),
			).toEqual(whole.map(({ mapping }) => mapping.id).sort())
		}),
	)
})

test('getTreaties() has every international text once, those of the study first', () => {
	const ids = getTreaties(law).map(({ id }) => id)
	expect(new Set(ids).size).toBe(ids.length)
	expect(ids.length).toBe(law.instruments.filter(({ level }) => level === 'international').length)
	expect(ids.slice(0, 9)).toEqual(getConventions(law).map(({ id }) => id))
	expect(ids).toContain('coe-223')
})

test('getConvention() of a text that nobody has assessed has no rows and all its provisions', () => {
	const { rows, counts, unassessed } = getConvention(law, 'coe-224')
	expect(rows).toEqual([])
	expect(counts).toEqual({ covered: 0, partly: 0, gap: 0, unknown: 0 })
	expect(unassessed).toHaveLength(7)
})

test.each(['ma-penal-code', 'nothing', ''])(
	'getConvention() refuses %j: it is no international text',
	(id) => {
		expect(() => getConvention(law, id)).toThrow(
			expect.objectContaining({ code: 'law.not-found', status: 404 }) as Error,
		)
	},
)

test('groupByText() keeps every provision, by text', () => {
	const all = [...law.provisions]
	const groups = groupByText(law, all)
	expect(groups.flatMap(({ provisions }) => provisions)).toHaveLength(all.length)
	expect(
		groups.every(({ instrument, provisions }) => provisions.every((one) => one.instrument === instrument.id)),
	).toBe(true)
	expect(groupByText(law, [])).toEqual([])
})

test('isAssessment() knows the four assessments', () => {
	expect(['covered', 'partly', 'gap', 'unknown'].every(isAssessment)).toBe(true)
	expect(['', 'Gap', 'constructor'].some(isAssessment)).toBe(false)
})
