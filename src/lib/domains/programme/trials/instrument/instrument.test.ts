import { expect, test } from 'vitest'
import { languages } from '#base'
import { readContent, readLibrary } from '../../../../../../tests/support/content.ts'
import { buildInstrument } from './build-instrument.ts'
import { findForm } from './form-view.ts'
import {
	answerKinds,
	formNames,
	formReaders,
	formSkills,
	getRightLetters,
	getWidth,
	toKinds,
} from './instrument.ts'

const files = readContent()
const library = readLibrary()
const instrument = buildInstrument(files, library)
const { orders } = instrument

test('forms are parallel: the same skills in the same places, the same number of items, right letters and orders alike', () => {
	expect(formSkills.map((skill) => instrument.skills.filter((one) => one === skill).length)).toEqual(
		formSkills.map(() => 2),
	)
	for (const name of formNames) {
		const key = getRightLetters(instrument, name)
		expect(key).toHaveLength(12)
		expect(key.split('').sort().join('')).toBe('aaaabbbbcccc')
		expect(new Set(orders[name]).size).toBe(6)
		expect(key).not.toMatch(/(.)\1\1/u)
	}
	expect(new Set(formNames.map((name) => getRightLetters(instrument, name))).size).toBe(3)
})

test('every item has an answer that helps, one that keeps quiet and one in haste, and no two that are the same', () => {
	for (const name of formNames)
		for (const order of orders[name]) expect(toKinds(order).sort()).toEqual([...answerKinds].sort())
	for (const readers of formReaders)
		for (const language of languages)
			for (const name of formNames)
				for (const item of instrument.words[readers][language]?.forms[name] ?? [])
					expect(new Set(answerKinds.map((kind) => item[kind])).size, item.ask).toBe(3)
})

/** Score of somebody who always takes the answer that `choose` gives, of 12. */
const guess = (
	choices: readonly (readonly string[])[],
	key: string,
	choose: (of: readonly string[]) => string,
) => choices.filter((of, at) => of.indexOf(choose(of)) === 'abc'.indexOf(key[at] ?? '')).length

test.each(formReaders.flatMap((readers) => languages.map((language) => [readers, language] as const)))(
	'whoever takes the longest answer, or the shortest, or always one letter, does not know: %s, %s',
	(readers, language) => {
		for (const form of formNames) {
			const view = findForm(instrument, { readers, form, language })
			const choices = view?.items.map((item) => item.choices) ?? []
			expect(choices).toHaveLength(12)
			const key = getRightLetters(instrument, form)
			const byWidth = (of: readonly string[]) => of.toSorted((a, b) => getWidth(a) - getWidth(b))
			expect(
				guess(choices, key, (of) => byWidth(of).at(-1) ?? ''),
				`longest of ${form}`,
			).toBeLessThanOrEqual(5)
			expect(
				guess(choices, key, (of) => byWidth(of)[0] ?? ''),
				`shortest of ${form}`,
			).toBeLessThanOrEqual(7)
			for (const at of [0, 1, 2]) expect(guess(choices, key, (of) => of[at] ?? '')).toBe(4)
		}
	},
)

test('nothing is called anybody’s fault, and nothing of what is asked describes what was done to a child', () => {
	const blame =
		/(?<!\p{L})(?:faute|coupable|fault|guilty|blame|stupid|bête|nue?s?|nudes?|viol\p{L}*|abus\p{L}*|ذنب\p{L}*|خطئي|غلطتي|عاري\p{L}?|اعتداء)(?!\p{L})/iu
	for (const readers of formReaders)
		for (const language of languages)
			expect(JSON.stringify(instrument.words[readers][language])).not.toMatch(blame)
})

test('forms say that nobody has tried them yet', () => {
	expect(instrument.validated).toBe(false)
	expect(findForm(instrument, { readers: 'teens', form: 'c', language: 'ar' })).toMatchObject({
		validated: false,
		version: 1,
	})
})

test.each([
	['instrument.yaml', 'a: [qrh, hqr', 'a: [rqh, hqr', 'orders.a'],
	['instrument.yaml', 'skills: [keys, keys', 'skills: [keys, traps', 'skills: keys'],
	[
		'children/fr.yaml',
		'right: "Je le change."',
		'right: "Je le change, et je le dis tout de suite à un grand."',
		'',
	],
	['children/ar.yaml', 'right: "أُغَيِّرُهُ."', 'right: "أغيره."', 'without their vowel marks'],
	[
		'teens/en.yaml',
		'ask: "A site has lost',
		'ask: "A site that somebody told me about and that I use more or less every day of my life has lost',
		'characters',
	],
])('what is wrong in %s stops the build', (name, now, then, why) => {
	const file = `content/programme/instrument/${name}`
	const text = files.get(file) ?? ''
	expect(text).toContain(now)
	const build = () => buildInstrument(new Map(files).set(file, text.replace(now, then)), library)
	if (why === '') expect(build).not.toThrow()
	else expect(build).toThrow(why)
})
