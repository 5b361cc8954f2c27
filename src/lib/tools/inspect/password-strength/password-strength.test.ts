import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { arabicKeyboard } from './arabic-keyboard.ts'
import { judgePassword, type Weakness } from './index.ts'
import { moroccanNames, moroccanPlaces, moroccanWords } from './moroccan-words.ts'

/** Built as people build them here; none is anybody's. */
const weak: readonly (readonly [password: string, weakness: Weakness])[] = [
	['123456', 'common'],
	['azerty', 'common'],
	['motdepasse', 'word'],
	['P@ssw0rd', 'common'],
	['mohamed', 'name'],
	['mo7ammed2009', 'name'],
	['fatimazahra', 'name'],
	['Yassine2010', 'year'],
	['soukaina1', 'name'],
	['محمد', 'name'],
	['محمد2008', 'name'],
	['مُحَمَّد٢٠٠٨', 'name'],
	['abdulaziz', 'name'],
	['raja1949', 'place'],
	['dimaraja', 'place'],
	['wydad1937', 'place'],
	['WAC1937', 'place'],
	['casablanca', 'place'],
	['marrakech2024', 'place'],
	['الرجاء1949', 'place'],
	['المغرب', 'place'],
	['hakimi2', 'place'],
	['7biba', 'word'],
	['kanbghik', 'word'],
	['inchallah', 'word'],
	['wa7ed', 'word'],
	['حبيبي', 'word'],
	['azul', 'word'],
	['ⴰⵣⵓⵍ', 'word'],
	['soleil', 'word'],
	['0612345987', 'phone'],
	['+212612345987', 'phone'],
	['06 12 34 59 87', 'phone'],
	['12/05/2009', 'date'],
	['qsdfghjklm', 'keyboard'],
	['ضصثقفغ', 'keyboard'],
	['aaaaaaaa', 'repeat'],
	['abcdefgh', 'sequence'],
	['4829', 'only-digits'],
	['t5Xz', 'short'],
	['c@s@blanc@', 'swapped-letters'],
	['acnalbasac', 'backwards'],
]

test.each(weak)('judgePassword() finds in %j: %s, and that it would not stand', (password, weakness) => {
	const { magnitude, weaknesses } = judgePassword(password)
	expect(weaknesses).toContain(weakness)
	expect(magnitude).toBeLessThan(9)
})

test.each([
	'tajine vélo pluie girafe',
	'tagine-bicycle-rain-seven',
	'basket-donkey-roof-figs',
	'بحر دراجة شتا سبعود كرسي',
	'xK9#mQ2$vL7p',
	'girafe7pluie&tambour',
])('judgePassword() lets %j stand', (password) => {
	expect(judgePassword(password).magnitude).toBeGreaterThan(11)
})

test('digits of the Arab East are digits', () => {
	expect(judgePassword('١٢٣٤٥٦').magnitude).toBe(judgePassword('123456').magnitude)
})

test('the lists hold words as they are compared: small letters, no blanks, none twice', () => {
	for (const words of [moroccanNames, moroccanPlaces, moroccanWords]) {
		expect(words.filter((word) => word !== word.toLowerCase() || word === '')).toEqual([])
		expect(new Set(words).size).toBe(words.length)
	}
	expect(moroccanNames.length + moroccanPlaces.length + moroccanWords.length).toBeGreaterThan(700)
})

test('a key beside another has it beside itself', () => {
	for (const [key, beside] of Object.entries(arabicKeyboard))
		for (const other of beside) if (other !== null) expect(arabicKeyboard[other]).toContain(key)
})

test('judgePassword() never throws, tells no password back and does little', async () => {
	const character = fc.constantFrom(...Array.from('aA4@8({[3691!|0$57%2إم٣é😀\u0000 '))
	const passwords: string[] = []
	fc.assert(
		fc.property(
			fc.oneof(fc.string({ unit: character, maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
			(password) => {
				const judgement = judgePassword(password)
				passwords.push(password)
				expect(Object.keys(judgement).sort()).toEqual(['length', 'magnitude', 'weaknesses'])
				expect(Number.isFinite(judgement.magnitude)).toBe(true)
			},
		),
		{ numRuns: 150 },
	)
	const calls = await countCalls(() => passwords.forEach((password) => judgePassword(password)))
	expect(calls / passwords.length).toBeLessThan(50_000)
})
