import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { fold } from './fold.ts'
import { parseReceipt, toWords } from './index.ts'
import { loadWords } from './words.ts'

const codes = fc.stringMatching(/^[0-9]{24}$/)
const spoken = fc.constantFrom(...languages)
const lists = new Map<Language, readonly string[]>()
for (const language of languages) lists.set(language, await loadWords(language))
const getList = (language: Language): readonly string[] => lists.get(language) ?? []

const toIssues = async (text: string): Promise<string> => {
	const result = await parseReceipt(text)
	if (result.ok) return 'ok'
	const groups = result.groups.length > 0 ? result.groups : ['']
	return groups.map((group) => `${group}:${result.code}`).join(' ')
}

/** Latin letters of Tifinagh, as a page in `zgh-latn` shows them. */
const latin = new Map(
	Array.from('ⴰⴱⴳⴷⴹⴼⴽⵀⵃⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ', (character, at) => [
		character,
		Array.from('abgdḍfkhḥxqijlmnurṛɣsṣctṭwyzẓ')[at] ?? '',
	]),
)

/** The word with each of its letters left open, left out, and swapped with the next. */
const toShadows = (word: string): { open: string[]; cut: string[]; swapped: string[] } => {
	const letters = Array.from(word)
	const places = letters.map((_, at) => at)
	return {
		open: places.map((at) => letters.with(at, '?').join('')),
		cut: places.map((at) => letters.toSpliced(at, 1).join('')),
		swapped: places
			.slice(1)
			.map((at) => letters.toSpliced(at - 1, 2, word[at] ?? '', word[at - 1] ?? '').join('')),
	}
}

describe.each(languages)('the words of %s', (language) => {
	const words = getList(language)
	const folded = words.map(fold)
	test('are 1,024, three to nine letters long, in one script', () => {
		expect(words.length).toBe(1_024)
		const script = { ar: /^\p{Script=Arabic}+$/u, zgh: /^[ⴰ-ⵥ]+$/u, fr: /^[a-zà-öø-ÿœ]+$/u, en: /^[a-z]+$/u }[
			language
		]
		for (const word of words) {
			expect(word).toMatch(script)
			expect(word.length, word).toBeGreaterThanOrEqual(2)
			expect(word.length, word).toBeLessThanOrEqual(9)
		}
	})
	test('stay where they are for ever: a receipt on paper counts on their places', () => {
		const digest = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16)
		expect(digest).toBe(
			{ ar: '496e8d88762f6244', fr: 'fba84deed6f4bfd9', zgh: '2b286d897f53530c', en: 'f5d6f8046fac288f' }[
				language
			],
		)
	})
	test('differ by two letters at least, and by more than two swapped ones', () => {
		const known = new Set(folded)
		const owners = new Map<string, string>()
		expect(known.size).toBe(1_024)
		for (const word of folded) {
			const { open, cut, swapped } = toShadows(word)
			for (const shadow of open) {
				expect(owners.get(shadow), word).toBeUndefined()
				owners.set(shadow, word)
			}
			for (const shadow of [...cut, ...swapped])
				expect(shadow !== word && known.has(shadow), `${word} and ${shadow}`).toBe(false)
		}
	})
	test('can be read as nothing but words', () => {
		for (const word of folded) expect(word).not.toMatch(/^[oliıاه\d]+$/u)
	})
})

test('French and English words are known by their first four letters', () => {
	for (const language of ['fr', 'en'] as const)
		expect(new Set(getList(language).map((word) => fold(word).slice(0, 4))).size).toBe(1_024)
})

test('no word that can be typed in Latin letters stands in two lists', () => {
	const all = (['fr', 'zgh', 'en'] as const).flatMap((language) => getList(language).map(fold))
	expect(new Set(all).size).toBe(3 * 1_024)
})

test('fold() brings spellings together, and twice is once', () => {
	expect(fold('ÉCOLE')).toBe(fold('ecole'))
	expect(fold('chœur')).toBe(fold('choeur'))
	expect(fold('أُسْبُوع')).toBe(fold('اسبوع'))
	expect(fold('مدرسة')).toBe(fold('مدرسه'))
	expect(fold('ⵜⴰⵖⵣⵉ')).toBe(fold('taghzi'))
	expect(fold('ⴰⵅⴰⵎ')).toBe(fold('akham'))
	expect(fold('𝘈')).toBe('a')
	for (const text of ['cءh', 'chh']) expect(fold(fold(text))).toBe(fold(text))
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
})

describe('toWords() and parseReceipt()', () => {
	test('every code comes back from its words, in all four languages', async () => {
		await fc.assert(
			fc.asyncProperty(codes, spoken, async (code, language) => {
				const words = await toWords(code, language)
				expect(words.length).toBe(9)
				expect(await parseReceipt(words.join(' '))).toEqual({ ok: true, value: code })
				expect(await parseReceipt(words.slice(0, 8).join(', '))).toEqual({ ok: true, value: code })
			}),
			{ numRuns: 400 },
		)
	})
	test('words may be numbered, in capitals, without accents or vowel marks, with Arabic digits', async () => {
		const code = '999999999999999999999999'
		for (const language of languages) {
			const words = await toWords(code, language)
			const numbered = words.slice(0, 8).map((word, at) => `${at + 1}. ${word.toUpperCase()}\u200f`)
			expect(await parseReceipt(`${numbered.join('\n')}\n${words[8] ?? ''}`)).toEqual({
				ok: true,
				value: code,
			})
			const plain = words.join(' ').normalize('NFD').replace(/\p{M}/gu, '')
			expect(await toIssues(plain)).toBe('ok')
		}
		const arabic = (await toWords(code, 'ar')).join(' ')
		expect(await toIssues(arabic.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''))).toBe('ok')
	})
	test('Tamazight words are read in Latin letters too, with and without their dots', async () => {
		await fc.assert(
			fc.asyncProperty(codes, async (code) => {
				const words = (await toWords(code, 'zgh')).join(' ')
				const shown = Array.from(words, (character) => latin.get(character) ?? character).join('')
				expect(await parseReceipt(shown)).toEqual({ ok: true, value: code })
				const typed = shown
					.replaceAll('ɣ', 'gh')
					.replaceAll('x', 'kh')
					.normalize('NFD')
					.replace(/\p{M}/gu, '')
				expect(await parseReceipt(typed)).toEqual({ ok: true, value: code })
			}),
		)
	})
	test('a word of no list is told by its number', async () => {
		await fc.assert(
			fc.asyncProperty(codes, spoken, fc.nat({ max: 7 }), async (code, language, at) => {
				const words = await toWords(code, language)
				const typo = `${words[at] ?? ''}${{ ar: 'ظ', zgh: 'ⵥ', fr: 'w', en: 'w' }[language]}`
				expect(await toIssues(words.with(at, typo).join(' '))).toBe(`${at + 1}:receipt.unknown-word`)
			}),
		)
	})
	test('a word of the list in the wrong place is told by the check digits, 96 times of 97', async () => {
		let missed = 0
		const tries = fc.sample(fc.tuple(codes, spoken, fc.nat({ max: 6 })), 1_000)
		for (const [code, language, at] of tries) {
			const words = await toWords(code, language)
			const swapped = words.with(at, words[at + 1] ?? '').with(at + 1, words[at] ?? '')
			const result = await parseReceipt(swapped.join(' '))
			if (result.ok && result.value !== code) missed += 1
		}
		expect(missed).toBeLessThan(40)
	})
	test('too few and too many words, and words beyond the last code, are told', async () => {
		const words = await toWords('0'.repeat(24), 'fr')
		expect(await toIssues(words.slice(0, 7).join(' '))).toBe(':receipt.too-short')
		expect(await toIssues(['zéro', ...words].join(' '))).toBe(':receipt.too-long')
		const last = getList('fr').at(-1) ?? ''
		expect(await toIssues(new Array(8).fill(last).join(' '))).toBe(':receipt.typo')
	})
})
