import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldTamazight, hasTifinagh, toLatin } from './index.ts'

const characters = Array.from({ length: 0x38 }, (_, place) => String.fromCodePoint(0x2d30 + place))

describe('toLatin()', () => {
	test('writes the letters of the IRCAM table', () => {
		expect(toLatin('ⴰⵣⵓⵍ, 2511')).toBe('Azul, 2511')
		expect(toLatin('a ⵜⴰⵎⵖⴰⵔⵜ ⵃⵄⵅⵛ')).toBe('a tamɣart ḥɛxc')
		expect(toLatin('a ⴰⴳⵯⵎⴰⵔ')).toBe('a agʷmar')
	})
	test('begins a sentence with a capital and leaves other scripts alone', () => {
		expect(toLatin('ⴰⵣⵓⵍ. ⵎⴰⵏⵉⴽ?\n## ⴰⵡⵙ ⵉⵢⵉ {#do}')).toBe('Azul. Manik?\n## Aws iyi {#do}')
		expect(toLatin('salut. ça va? سلام')).toBe('salut. ça va? سلام')
	})
	test('leaves no Tifinagh letter', () => {
		const text = fc.array(fc.constantFrom(...characters, ' ', '.', '\n', 'ⵯ')).map((parts) => parts.join(''))
		fc.assert(fc.property(text, (tifinagh) => !hasTifinagh(toLatin(tifinagh))))
	})
})

describe('foldTamazight()', () => {
	test('Tifinagh, scholarly Latin and phone spelling meet', () => {
		expect(foldTamazight('ⵜⴰⵎⵖⴰⵔⵜ')).toBe('tamghart')
		expect(foldTamazight('tamɣart')).toBe('tamghart')
		expect(foldTamazight('ⵉⵅⴼ')).toBe('ikhf')
		expect(foldTamazight('ⴰⵎⵉⴹⴰⵏ')).toBe(foldTamazight('amiḍan'))
		expect(foldTamazight('ⴰⴳⵯⵎⴰⵔ')).toBe('agmar')
	})
	test('leaves Darija and French words alone', () => {
		expect(foldTamazight('xno compte taxi كيهددني')).toBe('xno compte taxi كيهددني')
	})
	test('changes nothing the second time and never throws', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc
				.array(fc.constantFrom(...characters, 'ⵯ', 'ɣ', 'ḥ', 'č', 'x', 'c', ' '))
				.map((parts) => parts.join('')),
		)
		fc.assert(fc.property(text, (word) => foldTamazight(foldTamazight(word)) === foldTamazight(word)))
	})
})
