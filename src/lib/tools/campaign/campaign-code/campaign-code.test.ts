import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCampaignCode, readCampaignCode } from './index.ts'

/** Draws that repeat with their seed. */
const drawFrom = (seed: number) => {
	let state = seed >>> 0
	return (most: number): number => {
		state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
		return (state >>> 8) % most
	}
}
const codes = fc.integer({ min: 0 }).map((seed) => makeCampaignCode(drawFrom(seed)))

test('a code has six characters, no vowel and no digit that is read as one', () => {
	fc.assert(fc.property(codes, (code) => void expect(code).toMatch(/^[256789BCDFGHJKMNPQRSTVWXYZ]{6}$/u)))
})

test('no code spells what must not hang in a school', () => {
	const all = new Set(Array.from({ length: 20_000 }, (_, seed) => makeCampaignCode(drawFrom(seed * 7919))))
	for (const code of all) expect(code).not.toMatch(/FCK|SHT|KKK|XXX|NTM|FDP|PRN|SS|NZ|TG/u)
	expect(all.size).toBeGreaterThan(19_000)
})

test('what was made is read, whatever its case and its gaps', () => {
	fc.assert(
		fc.property(codes, (code) => {
			for (const typed of [
				code,
				code.toLowerCase(),
				`${code.slice(0, 3)} ${code.slice(3)}`,
				` ${code.slice(0, 3)}-${code.slice(3)} `,
			])
				expect(readCampaignCode(typed)).toBe(code)
		}),
	)
})

test('Arabic digits are digits', () => {
	fc.assert(
		fc.property(codes, (code) => {
			const typed = code.replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)))
			expect(readCampaignCode(typed)).toBe(code)
		}),
	)
})

test('one wrong character never makes another code without being put right, and then to the code it was or to none', () => {
	fc.assert(
		fc.property(
			codes,
			fc.nat(5),
			fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
			(code, place, other) => {
				if (code[place] === other) return
				const typed = code.slice(0, place) + other + code.slice(place + 1)
				expect(readCampaignCode(typed)).not.toBe(typed)
			},
		),
	)
})

test('two neighbours that changed places are never taken for a code as they stand', () => {
	fc.assert(
		fc.property(codes, fc.nat(4), (code, place) => {
			const [a = '', b = ''] = [code[place], code[place + 1]]
			if (a === b) return
			const typed = code.slice(0, place) + b + a + code.slice(place + 2)
			expect(readCampaignCode(typed)).not.toBe(typed)
		}),
	)
})

test.each([
	['S', '5'],
	['5', 'S'],
	['Z', '2'],
	['B', '8'],
	['V', 'U'],
	['T', '1'],
	['D', '0'],
	['Q', 'O'],
])('%s read as %s is put right in most codes', (right, wrong) => {
	const having = Array.from({ length: 4000 }, (_, seed) => makeCampaignCode(drawFrom(seed * 104_729))).filter(
		(code) => code.includes(right),
	)
	const read = having.map((code) => readCampaignCode(code.replace(right, wrong)) === code)
	expect(having.length).toBeGreaterThan(100)
	expect(read.filter(Boolean).length / read.length).toBeGreaterThan(0.8)
})

test.each(['', '12345', '1234567', 'ÉÉÉÉÉÉ', '../../', 'a'.repeat(1000), 'AAAAAA', '٠٠٠٠٠٠'])(
	'%j is no code',
	(text) => {
		expect(readCampaignCode(text)).toBeUndefined()
	},
)
