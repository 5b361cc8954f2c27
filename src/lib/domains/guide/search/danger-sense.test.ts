import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDangerBook, type DangerBook } from './danger-book.ts'
import {
	getPlaces,
	getSigns,
	packTable,
	sense,
	toPairSign,
	toSign,
	toSounds,
	type DangerSense,
} from './danger-sense.ts'
import { hearDanger, readSigns } from './danger.ts'

const bits = 10

/** A table of 2 ^ 10 places in which the words given weigh so many steps. */
const makeTable = (
	weights: Readonly<Record<string, readonly number[]>>,
	width: number,
): DangerSense['danger'] => {
	const made = new Int8Array(width << bits)
	for (const [word, own] of Object.entries(weights))
		for (const place of getPlaces([toSign(toSounds(word))], bits))
			own.forEach((weight, at) => (made[place * width + at] = weight))
	return { bits, step: 1, biases: Array.from({ length: width }, () => 0), ...packTable(made) }
}

const made: DangerSense = {
	danger: makeTable({ khayfa: [30], tajine: [-30], drebni: [-9] }, 1),
	names: ['mocked', 'frightened'],
	named: makeTable({ khayfa: [0, 9], ghlida: [9, 0] }, 2),
}
const book: DangerBook = {
	words: { hit: '~ضربني' },
	hears: { 'hurt-at-home': ['@hit'] },
	cries: ['=help'],
	sayings: [],
	harmless: [],
	askers: { harmed: [], child: [], teen: [], adult: [], parent: [], teacher: [], witness: [] },
	topics: {},
	troubles: [],
	sense: made,
}
const ears = openDangerBook(book)
const hear = (query: string): readonly string[] => hearDanger(ears, query).situations

describe('the sense of danger', () => {
	test('reads the weights that were written, wherever they stand', () => {
		const cells = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1 << bits, maxLength: 1 << bits })
		fc.assert(
			fc.property(cells, fc.nat((1 << bits) - 1), (weights, place) => {
				const danger = { bits, step: 1, biases: [0.5], ...packTable(Int8Array.from(weights)) }
				const heard = sense({ ...made, danger }, { whole: [], all: [place] })
				expect(heard.danger).toBe((weights[place] ?? 0) + 0.5)
			}),
			{ numRuns: 30 },
		)
	})
	test('hears the same word in both scripts, and two lists whichever is said first', () => {
		expect(getSigns(['khayfa'], []).whole).toEqual(getSigns(['خايفة'], []).whole)
		expect(toPairSign(3, 7)).toBe(toPairSign(7, 3))
		expect(getSigns([], [3, 7]).all).toContain(toPairSign(3, 7))
	})
	test('raises what no line says, and names what it sounds like', () => {
		expect(hear('mama khayfa')[0]).toBe('frightened')
		expect(hear('chi haja')).toEqual([])
	})
	test('doubts a line that is said in what sounds harmless, and leaves the first name to the list', () => {
		expect(hear('baba drebni khayfa')[0]).toBe('hurt-at-home')
		expect(hear('drebni tajine')).toEqual([])
	})
	test('beside a trouble, names harm only where a line says it or it sounds likely by itself', () => {
		const named = (voices: readonly number[], query = 'mama khayfa'): readonly string[] => {
			const named = { ...makeTable({}, 3), biases: voices }
			const names = ['frightened', 'account', 'hurt-at-home']
			const troubles = ['frightened', 'account']
			return hearDanger({ ...ears, troubles, sense: { ...made, names, named } }, query).situations
		}
		expect(named([1, -4, -3])).toEqual(['frightened', 'account'])
		expect(named([1, -4, -1])).toEqual(['frightened', 'hurt-at-home', 'account'])
		expect(named([-4, -4, 1])).toEqual(['hurt-at-home', 'frightened', 'account'])
		expect(named([1, -4, -3], 'drebni khayfa')[0]).toBe('hurt-at-home')
	})
	test('leaves one word to the list, whatever it sounds like', () => {
		expect(hear('khayfa')).toEqual([])
		expect(hear('ana drebni')).toEqual(['hurt-at-home'])
	})
	test('leaves a cry for help alone', () => {
		expect(hear('help')).toEqual(['other'])
	})
	test('learns from the lists that are said', () => {
		expect(readSigns(ears, 'baba drebni', () => false).whole).toContain(toSign('@hit'))
	})
})
