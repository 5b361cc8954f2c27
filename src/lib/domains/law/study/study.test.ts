import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLaw, makeMapping, makeProvision, readLaw } from '../../../../../tests/support/law-files.ts'
import { getStudyDay, makeStudy } from './index.ts'

const law = readLaw()
const study = makeStudy(law, getStudyDay(law))

test('every assessment of the corpus is one row, numbered through without a hole', () => {
	expect(study.rows.map(({ number }) => number)).toEqual(law.mappings.map((_, index) => index + 1))
	expect(new Set(study.rows.map(({ mapping }) => mapping.id))).toEqual(
		new Set(law.mappings.map(({ id }) => id)),
	)
	expect(study.conventions.flatMap(({ rows }) => rows)).toEqual(study.rows)
})

test('every instrument stands in one table, and no bill stands among the laws', () => {
	const { national, treaties, plans } = study.instruments
	expect(national.length + treaties.length + plans.length).toBe(law.instruments.length)
	expect(national.filter(({ instrument }) => /^(bill|announcement)$/u.test(instrument.kind))).toEqual([])
})

test('every question stands in the list, most urgent first', () => {
	expect(study.questions.map(({ question }) => question.id).sort()).toEqual(
		law.questions.map(({ id }) => id).sort(),
	)
	const priorities = study.questions.map(({ question }) => question.priority)
	expect(priorities).toEqual([...priorities].sort())
})

test('the index leads from every Moroccan article to every row that names it', () => {
	const { rows, articles } = study
	for (const { number, answers } of rows)
		for (const { instrument, article } of answers) {
			const found = articles
				.find((one) => one.instrument.id === instrument)
				?.articles.find((one) => one.article === article)
			expect(found?.rows, `${instrument} ${article}`).toContain(number)
		}
})

test('the study speaks of the last day on which something was looked up', () => {
	const late = makeMapping('map-1', { assessed: { on: '2027-03-01', by: 'desk' } })
	expect(getStudyDay(makeLaw({ 'mappings/treaty.yaml': [late] }))).toBe('2027-03-01')
})

/** A convention of some duties, which of them are gaps, and which name another as asking the same. */
const makeGapLaw = (gaps: readonly boolean[], links: readonly (readonly [number, number])[]) =>
	makeLaw({
		'provisions/treaty.yaml': gaps.map((_, index) =>
			makeProvision(`treaty-${index + 1}`, { article: String(index + 1), kind: 'treaty-obligation' }),
		),
		'mappings/treaty.yaml': gaps.map((isGap, index) =>
			makeMapping(`map-${index + 1}`, {
				asks: `treaty-${index + 1}`,
				...(isGap && { assessment: 'gap', gapType: 'substantive' }),
				like: links
					.filter(([from, to]) => from === index && to !== index && to < gaps.length)
					.map(([, to]) => `treaty-${to + 1}`)
					.filter((id, at, all) => all.indexOf(id) === at),
			}),
		),
	})

test('every gap belongs to one matter, and gaps that name each other to the same one', () => {
	const place = fc.nat({ max: 5 })
	fc.assert(
		fc.property(
			fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }),
			fc.array(fc.tuple(place, place), { maxLength: 6 }),
			(gaps, links) => {
				const { rows, matters } = makeStudy(makeGapLaw(gaps, links), '2026-11-24')
				const missing = rows.filter(({ mapping }) => mapping.assessment === 'gap')
				const placed = matters.flatMap((matter) => matter.rows.map(({ number }) => number))
				expect(placed.sort()).toEqual(missing.map(({ number }) => number).sort())
				for (const row of missing)
					for (const other of missing)
						if (row.mapping.like.includes(other.mapping.asks))
							expect(
								matters.filter((matter) => [row, other].some((one) => matter.rows.includes(one))),
							).toHaveLength(1)
			},
		),
		{ numRuns: 40 },
	)
})
