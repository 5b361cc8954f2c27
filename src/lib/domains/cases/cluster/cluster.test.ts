import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { findAddresses, mostTokens, toBlindIndex } from './blind-index.ts'
import { getJaccardSimilarity, toShingles } from './min-hash.ts'

const importKey = (fill: number): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', new Uint8Array(32).fill(fill), { name: 'HMAC', hash: 'SHA-256' }, false, [
		'sign',
	])
const key = await importKey(7)
const tokens = async (words: string, links: string[] = [], under = key) =>
	(await toBlindIndex({ words, links }, under)).map(({ kind, token }) => `${kind} ${token}`)
const share = (one: string[], other: string[]): number => one.filter((token) => other.includes(token)).length

const story =
	'واحد الحساب فانستغرام كيصيفط لينا نفس الرابط وكيقول اللي ما خلصش غادي ينشر التصاور ديالو فالمجموعة ديال القسم كاملة'

describe('toBlindIndex()', () => {
	test('are the same for one place however its address is written', async () => {
		const [one, other] = [
			await tokens('', ['hxxps://Example[.]org:443/a?utm_source=x']),
			await tokens('شوفو https://example.org/a. هادا', []),
		]
		expect(one).toHaveLength(1)
		expect(other).toEqual(one)
	})

	test('meet for the same words with another beginning, and not for other words', async () => {
		expect(share(await tokens(story), await tokens(`سلام عليكم ${story}`))).toBeGreaterThan(0)
		const other =
			'J’ai perdu mon mot de passe et je ne peux plus entrer dans mon compte depuis trois jours, aidez-moi'
		expect(share(await tokens(story), await tokens(other))).toBe(0)
	})

	test('say nothing without the key of the group', async () => {
		expect(share(await tokens(story), await tokens(story, [], await importKey(8)))).toBe(0)
		expect(JSON.stringify(await tokens(story, ['https://example.org/secret']))).not.toMatch(
			/example|secret|انستغرام/u,
		)
	})

	test('of hostile words are few, and made with little work', async () => {
		const hostile = [
			'a'.repeat(64_000),
			'http://'.repeat(9_000),
			'\u202e[.]'.repeat(9_000),
			Array.from({ length: 3_000 }, (_, at) => `https://e${at}.example/`).join(' '),
		]
		for (const words of hostile) {
			let count = NaN
			const calls = await countCalls(
				async () => ({ length: count } = await toBlindIndex({ words, links: [] }, key)),
			)
			expect(count).toBeLessThanOrEqual(mostTokens)
			expect(calls).toBeLessThan(400_000)
		}
	})

	test('words say nothing when there are hardly any', async () => {
		expect(await tokens('عاونوني عافاكم')).toEqual([])
	})
})

describe('getJaccardSimilarity()', () => {
	test('is 1 for the same words and the same both ways', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				const [a, b] = [
					toShingles(`${one} un deux trois quatre cinq`),
					toShingles(`${other} un deux trois quatre cinq`),
				]
				expect(getJaccardSimilarity(a, a)).toBe(1)
				expect(getJaccardSimilarity(a, b)).toBe(getJaccardSimilarity(b, a))
			}),
		)
	})

	test('texts that share most of their words get a token in common, those that share few do not', async () => {
		const words = Array.from({ length: 60 }, (_, at) => `kelma${String.fromCharCode(97 + (at % 26))}${at}`)
		const meets = async (kept: number): Promise<number> => {
			let met = 0
			for (let round = 0; round < 40; round++) {
				const changed = words.map((word, at) => (at < kept ? word : `${word}x${round}`))
				if (share(await tokens(words.join(' ')), await tokens(changed.join(' '))) > 0) met++
			}
			return met / 40
		}
		expect(await meets(54)).toBeGreaterThan(0.9)
		expect(await meets(12)).toBeLessThan(0.1)
	})
})

test('findAddresses() reads links and words, once each', () => {
	const found = findAddresses({
		links: ['instagram.com/x', '@someone', 'WhatsApp'],
		words: 'https://instagram.com/x و hxxps[:]//bad[.]example/p',
	})
	expect(found).toContain('https://bad.example/p')
	expect(new Set(found).size).toBe(found.length)
})
