import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readContent, readLibrary } from '../../../../../../tests/support/content.ts'
import { readTallySheet } from '../tally-sheet.ts'
import { buildInstrument } from './build-instrument.ts'
import { getRightLetters } from './instrument.ts'
import { scoreSheets } from './score-sheets.ts'

const instrument = buildInstrument(readContent(), readLibrary())
const head = 'class,moment,form,items,fear,help'
const score = (...lines: string[]) => scoreSheets([head, ...lines].join('\n'), instrument)
const key = (name: 'a' | 'b' | 'c') => getRightLetters(instrument, name)

test('a class of eight is scored by form, and what comes out is what a trial takes', () => {
	const right = Array.from({ length: 4 }, () => `K1,before,a,${key('a')},333,33`)
	const other = Array.from({ length: 4 }, () => `K1,before,b,${key('b').replace(/./u, '-')},000,01`)
	const { text, few } = score(...right, ...other)
	const { tallies, faults } = readTallySheet(text, new Set(['K1']))
	expect([faults, few]).toEqual([[], []])
	expect(tallies.map(({ outcome, counts }) => [outcome, counts])).toEqual([
		['knowledge', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4]],
		['help', [0, 4, 0, 0, 0, 0, 4]],
		['fear', [4, 0, 0, 0, 0, 0, 0, 0, 0, 4]],
	])
})

test('a measure that fewer than eight sheets speak of is left out and named', () => {
	const lines = Array.from({ length: 8 }, (_, at) => `K2,w8,c,${key('c')},${at === 0 ? '1-1' : '111'},22`)
	const { text, few } = score(...lines)
	expect(few).toEqual(['K2 w8 fear'])
	expect(text).not.toContain('fear')
	expect(text).toContain('K2,w8,knowledge')
})

test.each([
	['K1,before,d,abcabcabcabc,000,00', 'form'],
	['K1,later,a,abcabcabcabc,000,00', 'moment'],
	['K1,before,a,abcabcabcab,000,00', 'items'],
	['K1,before,a,abcabcabcabd,000,00', 'items'],
	['K1,before,a,abcabcabcabc,004,00', 'fear'],
	['K1,before,a,abcabcabcabc,000,0', 'help'],
	['"K1",before,a,abcabcabcabc,000,00', 'class'],
	['K1,before,a,abcabcabcabc,000,00,Ali', 'head'],
])('%s is refused', (line, code) => {
	expect(score(line)).toEqual({ text: '', faults: [{ line: 2, code }], few: [] })
})

test('in whatever order sheets lie, and whoever they are of, the same comes out', () => {
	const sheet = fc
		.tuple(
			fc.constantFrom('K1', 'K2'),
			fc.constantFrom('a', 'b', 'c'),
			fc.stringMatching(/^[abc-]{12}$/u),
			fc.stringMatching(/^[0-3]{5}$/u),
		)
		.map(
			([group, form, items, rest]) => `${group},after,${form},${items},${rest.slice(0, 3)},${rest.slice(3)}`,
		)
	const pile = fc.array(sheet, { minLength: 8, maxLength: 40 })
	fc.assert(
		fc.property(
			pile.chain((lines) =>
				fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
			),
			([lines, shuffled]) => {
				const { text, faults } = score(...lines)
				expect(faults).toEqual([])
				expect(score(...shuffled).text).toBe(text)
				const { tallies } = readTallySheet(text, new Set(['K1', 'K2']))
				for (const { counts } of tallies)
					expect(counts.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(lines.length)
			},
		),
	)
})
