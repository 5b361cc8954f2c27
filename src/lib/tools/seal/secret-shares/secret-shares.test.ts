import fc from 'fast-check'
import { combine } from 'shamir-secret-sharing'
import { describe, expect, test } from 'vitest'
import { parseShare, restoreSecret, splitSecret, toShareText } from './index.ts'

const secrets = fc.uint8Array({ minLength: 1, maxLength: 36 })
const plan = { threshold: 3, total: 5 }
const letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'

/** All ways to take `count` of the list, in order. */
const choose = <Item>(items: readonly Item[], count: number): Item[][] =>
	count === 0
		? [[]]
		: items.flatMap((item, at) => choose(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]))

const toCode = async (texts: readonly string[]): Promise<string> => {
	const restored = await restoreSecret(texts)
	return restored.ok ? 'restored' : restored.issues.map(({ path, message }) => `${path}:${message}`).join(' ')
}

describe('restoreSecret()', () => {
	test('any three of five sheets give the secret back, in any order, and so do four and five', async () => {
		await fc.assert(
			fc.asyncProperty(secrets, async (secret) => {
				const texts = await splitSecret(secret, plan)
				for (const some of [...choose(texts, 3), ...choose(texts, 4), texts])
					expect(await restoreSecret(some.toReversed())).toEqual({ ok: true, value: secret })
			}),
			{ numRuns: 40 },
		)
	})
	test('two sheets never give it, and fit every other secret as well', async () => {
		await fc.assert(
			fc.asyncProperty(secrets, async (secret) => {
				const texts = await splitSecret(secret, plan)
				for (const two of choose(texts, 2)) expect(await toCode(two)).toBe(':share.too-few')
			}),
			{ numRuns: 40 },
		)
		// The first byte of what two sheets combine to takes every value, though the secret is always the same.
		const seen = new Set<number>()
		for (let round = 0; round < 3_000; round += 1) {
			const data = (await splitSecret(Uint8Array.of(7), plan)).slice(0, 2).map((text) => {
				const share = parseShare(text)
				return share.ok ? share.value.data : new Uint8Array()
			})
			seen.add((await combine(data))[0] ?? -1)
		}
		expect(seen.size).toBeGreaterThan(250)
	})
	test('tells which sheet has a typo', async () => {
		const [one = '', two = '', three = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		const wrong = two.replace(/.$/u, (letter) => (letter === 'Q' ? 'P' : 'Q'))
		expect(await toCode([one, wrong, three])).toBe('1:share.typo')
	})
	test('tells a sheet that came twice, one of another set and a missing one', async () => {
		const [one = '', two = '', three = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		const [other = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		expect(await toCode([one, two, two])).toBe('2:share.twice')
		expect(await toCode([one, two, other])).toBe('2:share.other-set')
		expect(await toCode([one, two])).toBe(':share.too-few')
		expect(await toCode([])).toBe(':share.too-few')
		expect(await toCode([one, two, three])).toBe('restored')
	})
	test('tells a forged sheet whose checksum is right', async () => {
		const texts = (await splitSecret(new Uint8Array(32).fill(9), plan)).slice(0, 3)
		const share = parseShare(texts[0] ?? '')
		if (!share.ok) throw new Error('the share of the test is whole')
		share.value.data[0] = (share.value.data[0] ?? 0) ^ 1
		expect(await toCode([toShareText(share.value), ...texts.slice(1)])).toBe(':share.wrong')
		const twin = parseShare(texts[1] ?? '')
		if (!twin.ok) throw new Error('the share of the test is whole')
		expect(await toCode([...texts.slice(1), toShareText({ ...twin.value, number: 1 })])).toBe(':share.wrong')
	})
})

describe('parseShare()', () => {
	test('finds every single wrong letter, swapped neighbours, a missing and an added letter', async () => {
		const [text = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		const whole = text.replaceAll(' ', '')
		for (let at = 6; at < whole.length; at += 1) {
			const [before, letter, next, after] = [
				whole.slice(0, at),
				whole[at] ?? '',
				whole[at + 1] ?? '',
				whole.slice(at + 1),
			]
			for (const other of letters.replace(letter, ''))
				expect(parseShare(before + other + after).ok, `${other} at ${at}`).toBe(false)
			if (next !== letter && next !== '')
				expect(parseShare(before + next + letter + after.slice(1)).ok).toBe(false)
			expect(parseShare(before + after).ok).toBe(false)
			expect(parseShare(`${before}Q${letter}${after}`).ok).toBe(false)
		}
	})
	test('finds up to four wrong letters', async () => {
		const [text = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		const whole = Array.from(text.replaceAll(' ', ''))
		const places = fc.uniqueArray(fc.integer({ min: 6, max: whole.length - 1 }), {
			minLength: 2,
			maxLength: 4,
		})
		fc.assert(
			fc.property(places, fc.integer({ min: 1, max: 31 }), (wrong, step) => {
				const typed = whole.map((letter, at) =>
					wrong.includes(at) ? (letters[(letters.indexOf(letter) + step) % 32] ?? '') : letter,
				)
				expect(parseShare(typed.join('')).ok).toBe(false)
			}),
		)
	})
	test('takes what people type: small letters, no spaces, hyphens, O for zero, I for L', async () => {
		const [text = ''] = await splitSecret(new Uint8Array(32).fill(9), plan)
		const wanted = parseShare(text)
		expect(wanted.ok).toBe(true)
		const start = text.slice(0, 7)
		const rest = text.slice(7)
		for (const typed of [
			text.toLowerCase(),
			text.replaceAll(' ', ''),
			text.replaceAll(' ', '-'),
			`\u200f ${text}\n`,
			start + rest.replaceAll('0', 'O').replaceAll('L', 'I'),
		])
			expect(parseShare(typed), typed).toEqual(wanted)
	})
	test('refuses anything else without a throw', () => {
		for (const text of ['', 'SHARE1', 'hello', 'SHARE1QQQQ', 'x'.repeat(100_000)])
			expect(parseShare(text).ok, text.slice(0, 20)).toBe(false)
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !parseShare(`share1${text}`).ok))
	})
	test('a sheet holds at most 90 characters and says its number', async () => {
		const texts = await splitSecret(new Uint8Array(36).fill(255), { threshold: 2, total: 255 })
		for (const [at, text] of texts.entries()) {
			expect(text.replaceAll(' ', '').length).toBeLessThanOrEqual(90)
			expect(parseShare(text)).toMatchObject({
				ok: true,
				value: { number: at + 1, total: 255, threshold: 2 },
			})
		}
	})
})

test('splitSecret() refuses what it cannot cut', async () => {
	await expect(splitSecret(new Uint8Array(), plan)).rejects.toThrow('splitting a secret')
	await expect(splitSecret(new Uint8Array(37), plan)).rejects.toThrow('splitting a secret')
	await expect(splitSecret(new Uint8Array(8), { threshold: 6, total: 5 })).rejects.toThrow('threshold')
})
