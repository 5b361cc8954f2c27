import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatReceipt, makeReceipt, parseReceipt } from './index.ts'

const codes = fc.stringMatching(/^[0-9]{24}$/)
const code = '482109375516284077139065'
const written = formatReceipt(code)
const digits = written.replaceAll(' ', '')

const toIssues = async (text: string): Promise<string> => {
	const result = await parseReceipt(text)
	if (result.ok) return 'ok'
	const groups = result.groups.length > 0 ? result.groups : ['']
	return groups.map((group) => `${group}:${result.code}`).join(' ')
}
/** The same digits in a script whose zero is at `zero`. */
const inScript = (text: string, zero: number): string =>
	text.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)))

describe('makeReceipt()', () => {
	test('draws each digit of each place equally often', () => {
		const rounds = 20_000
		const counts = Array.from({ length: 24 }, () => new Array<number>(10).fill(0))
		for (let round = 0; round < rounds; round += 1)
			for (const [place, digit] of Array.from(makeReceipt()).entries()) {
				const row = counts[place] ?? []
				row[Number(digit)] = (row[Number(digit)] ?? 0) + 1
			}
		const wanted = rounds / 10
		const chi = counts.flat().reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0)
		// 24 × 9 degrees of freedom: mean 216, deviation 20.8; six deviations above are one run in a thousand million.
		expect(chi).toBeLessThan(216 + 6 * 20.8)
		expect(chi).toBeGreaterThan(216 - 6 * 20.8)
	})
	test('throws away what does not stand for a code, instead of bending it back', () => {
		const tooLarge = Uint8Array.from([0xd3, 0xc2, 0x1b, 0xce, 0xcc, 0xed, 0xa1, 0, 0, 0])
		const largest = Uint8Array.from([0xd3, 0xc2, 0x1b, 0xce, 0xcc, 0xed, 0xa0, 0xff, 0xff, 0xff])
		const draws = [new Uint8Array(10).fill(0xff), tooLarge, largest]
		const made = makeReceipt((bytes) => {
			bytes.set(draws.shift() ?? new Uint8Array(10))
			return bytes
		})
		expect(made).toBe('9'.repeat(24))
		expect(draws).toEqual([])
		expect(makeReceipt((bytes) => bytes.fill(0))).toBe('0'.repeat(24))
	})
	test('gives no code twice', () => {
		expect(new Set(Array.from({ length: 5_000 }, () => makeReceipt())).size).toBe(5_000)
	})
})

describe('formatReceipt()', () => {
	test('writes six groups of four and the check digits', () => {
		expect(written).toMatch(/^(\d{4} ){6}\d{2}$/u)
		expect(() => formatReceipt('1')).toThrow('wanted 24 digits')
	})
	test('the 26 digits leave 1 when divided by 97, as ISO/IEC 7064 wants', () => {
		fc.assert(fc.property(codes, (one) => BigInt(formatReceipt(one).replaceAll(' ', '')) % 97n === 1n))
	})
})

describe('parseReceipt() of digits', () => {
	test('gives back every code that was written, in any script and any clothes', async () => {
		const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1d7d8, 0x7c0]
		const gaps = fc.constantFrom(
			' ',
			'',
			'-',
			'\u2011',
			'\u00a0',
			'\n',
			'\u200f ',
			'\u202b',
			' \u2066',
			'.',
			'/',
			'–',
		)
		await fc.assert(
			fc.asyncProperty(codes, fc.constantFrom(...zeros), gaps, async (one, zero, gap) => {
				const text = inScript(formatReceipt(one), zero).replaceAll(' ', gap)
				expect(await parseReceipt(`\u200f${text}\u200e\n`)).toEqual({ ok: true, value: one })
			}),
			{ numRuns: 300 },
		)
	})
	test('reads letters that look like digits', async () => {
		expect(await toIssues(written.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe('ok')
		expect(await toIssues(written.replaceAll('0', 'о').replaceAll('1', 'I'))).toBe('ok')
		expect(await toIssues(inScript(written, 0x660).replaceAll('١', 'ا').replaceAll('٥', 'ه'))).toBe('ok')
	})
	test('finds every wrong digit, and the group is among those it names', async () => {
		for (let place = 0; place < 26; place += 1)
			for (const other of '0123456789'.replace(digits[place] ?? '', '')) {
				const issues = await toIssues(digits.slice(0, place) + other + digits.slice(place + 1))
				expect(issues).toContain('receipt.typo')
				const group = Math.floor(place / 4) + 1
				if (issues !== ':receipt.typo') expect(issues).toContain(`${group}:receipt.typo`)
			}
	})
	test('finds every pair of swapped digits, neighbours and next but one, for any code', async () => {
		await fc.assert(
			fc.asyncProperty(codes, async (one) => {
				const right = Array.from(formatReceipt(one).replaceAll(' ', ''))
				for (const step of [1, 2])
					for (let place = 0; place + step < 26; place += 1) {
						const wrong = right.with(place, right[place + step] ?? '').with(place + step, right[place] ?? '')
						if (wrong.join('') !== right.join('')) expect(await toIssues(wrong.join(''))).not.toBe('ok')
					}
			}),
			{ numRuns: 30 },
		)
	})
	test('names one group when only one can be wrong', async () => {
		const alone = new Set<string>()
		for (let place = 0; place < 26; place += 1)
			for (const other of '0123456789') {
				const issues = await toIssues(digits.slice(0, place) + other + digits.slice(place + 1))
				if (/^\d:receipt\.typo$/u.test(issues)) alone.add(issues)
			}
		expect(alone.size).toBeGreaterThan(0)
	})
	test('tells what is missing and where', async () => {
		expect(await toIssues('')).toBe(':receipt.empty')
		expect(await toIssues(' \u200f—')).toBe(':receipt.empty')
		expect(await toIssues('4821 0937')).toBe(':receipt.too-short')
		expect(await toIssues(`${digits}1`)).toBe(':receipt.too-long')
		const groups = written.split(' ')
		expect(await toIssues(groups.with(2, '551').join(' '))).toBe('3:receipt.too-short')
		expect(await toIssues(groups.with(6, '411').join(' '))).toBe('7:receipt.too-long')
		expect(await toIssues(groups.with(3, '28x0').join(' '))).toBe('4:receipt.letters')
		expect(await toIssues('1'.repeat(100_000))).toBe(':receipt.too-long')
	})
	test('never throws, and takes nothing by chance', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
				expect((await parseReceipt(text)).ok).toBe(false)
			}),
			{ numRuns: 300 },
		)
	})
})
