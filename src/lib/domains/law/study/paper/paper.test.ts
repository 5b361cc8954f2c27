import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasBareNumberRun } from '#tools/script/bidi'
import { studyMessages } from '../../../../../../messages/index.ts'
import { makeLaw, makeMapping, readLaw } from '../../../../../../tests/support/law-files.ts'
import type { Law } from '../../corpus/law.ts'
import { getStudyDay, makeStudy } from '../index.ts'
import { createStudyWords, studyLanguages, toStudyReport, toStudySummary, type Edition } from './index.ts'

const makeEdition = (law: Law, language: (typeof studyLanguages)[number]): Edition => ({
	law,
	study: makeStudy(law, getStudyDay(law)),
	words: createStudyWords(language),
	print: 'ab12-cd34',
	address: `/${language}/law`,
})
const corpus = readLaw()

const getTexts = (value: unknown): string[] => {
	if (typeof value === 'string') return [value]
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(getTexts) : []
}
const getTables = (edition: Edition) =>
	toStudyReport(edition).chapters.flatMap(({ blocks }) =>
		blocks.flatMap((block) => ('table' in block ? [block] : [])),
	)

test('no word of the study stands there unused, in any language', () => {
	const code = globSync('src/lib/domains/law/study/**/*.ts')
		.filter((file) => !file.endsWith('.test.ts'))
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n')
	const patterns = [...code.matchAll(/`(law\.study\.[a-z.-]*)\$\{[^`]*?\}([a-z.-]*)`/gu)]
	const unused = Object.keys(studyMessages.ar).filter(
		(key) =>
			!code.includes(`'${key}'`) &&
			!patterns.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end)),
	)
	expect(unused).toEqual([])
})

describe.each(studyLanguages)('the study in %s', (language) => {
	const edition = makeEdition(corpus, language)

	test('has a table for every convention, with every row of it', () => {
		const numbers = getTables(edition)
			.filter(({ table }) => table === 'rows')
			.flatMap(({ rows }) => rows.map(([first]) => first))
		expect(numbers).toEqual(corpus.mappings.map((_, index) => ({ row: index + 1 })))
	})

	test('gives every table as many cells in a row as it has heads', () => {
		for (const { caption, head, rows } of getTables(edition))
			for (const row of rows) expect(row, caption).toHaveLength(head.length)
	})

	test('lists every question, every source and every instrument', () => {
		const cells = (kind: string) =>
			getTables(edition)
				.filter(({ table }) => table === kind)
				.flatMap(({ rows }) => rows)
		expect(
			getTexts(cells('questions').map(([id]) => id))
				.filter((text) => /^J\d\d$/u.test(text))
				.sort(),
		).toEqual(corpus.questions.map(({ id }) => id).sort())
		expect(cells('sources')).toHaveLength(corpus.sources.length)
		expect(['national', 'treaties', 'plans'].flatMap(cells)).toHaveLength(corpus.instruments.length)
	})

	test('leaves no place of a message unfilled', () => {
		const texts = [...getTexts(toStudyReport(edition)), ...getTexts(toStudySummary(edition))]
		expect(texts.filter((text) => /\{\w+\}|undefined|\[object/u.test(text))).toEqual([])
	})

	test('has the same places to fill as the Arabic', () => {
		const getPlaces = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).sort()
		for (const [key, text] of Object.entries(studyMessages[language]))
			expect(getPlaces(text), key).toEqual(getPlaces(studyMessages.ar[key as keyof typeof studyMessages.ar]))
	})
})

test('no number of the Arabic study can turn round', () => {
	const edition = makeEdition(corpus, 'ar')
	const isAddress = (text: string): boolean => text.startsWith('http')
	expect(
		getTexts([toStudyReport(edition), toStudySummary(edition)]).filter(
			(text) => !isAddress(text) && hasBareNumberRun(text),
		),
	).toEqual([])
})

test('what nobody has found is written in its cell and counted in the introduction', () => {
	const edition = makeEdition(makeLaw(), 'en')
	const chapter = toStudyReport(edition).chapters.find(({ blocks }) =>
		blocks.some((block) => 'table' in block && block.table === 'national'),
	)
	const blanks = getTexts(chapter?.blocks.slice(1)).filter((text) => text === 'not found').length
	// The French edition of the Bulletin names its edition before the blank: one for each of the two Moroccan texts.
	expect(getTexts(chapter?.blocks[0]).join()).toContain(`These blanks number ${blanks + 2}.`)
	expect(getTexts(chapter).filter((text) => text === 'French: not found')).toHaveLength(2)
})

test.each([
	['own-contradiction', [], 'Our own records do not agree yet: They differ.'],
	['contradiction', ['code-ar', 'code-fr'], 'Contradiction: They differ.'],
])(
	'a note of a row that is %s is printed beside its reason, and named as what it is',
	(kind, between, printed) => {
		const note = { kind, between, says: { ar: 'x', fr: 'x', en: 'They differ.' }, see: [] }
		const source = { title: 'Code', locator: 'a copy', url: null, quality: 'primary-text-copy' }
		const law = makeLaw({
			'mappings/treaty.yaml': [makeMapping('map-1', { notes: [note], sources: ['code-ar', 'code-fr'] })],
			'sources.yaml': ['code-ar', 'code-fr'].map((id) => ({ id, ...source })),
		})
		expect(getTexts(toStudyReport(makeEdition(law, 'en')))).toContain(printed)
	},
)

test('the answer of a jurist is printed with name and day, and the question counts as answered', () => {
	const answer = { says: { ar: 'x', fr: 'x', en: 'It is so.' }, by: 'A. Jurist', on: '2027-01-05' }
	const law = makeLaw({
		'questions.yaml': [{ id: 'J01', priority: 1, asks: { ar: 'x', fr: 'x', en: 'Is it so?' }, answer }],
	})
	const texts = getTexts(toStudyReport(makeEdition(law, 'en')))
	expect(texts).toContain('Answered by A. Jurist on 5 January 2027: It is so.')
	expect(texts.join(' ')).toContain('Open: 0. Answered: 1.')
})
