import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex } from '#base'
import { commitTo, drawHalf, drawOthers, hashList, makeSeed, writeList, type DrawEntry } from './index.ts'

const secret = new Uint8Array(32).fill(7)
const schools = Array.from({ length: 28 }, (_, index): DrawEntry => ({
	label: `C${String(index + 1).padStart(2, '0')}`,
	stratum: `MA-0${(index % 3) + 7} ${index % 2 === 0 ? 'college' : 'lycee'}`,
}))

test('the seed is what the text says, by another library', () => {
	const hash = (...parts: (string | Uint8Array)[]): Buffer =>
		parts.reduce((all, part) => all.update(part), createHash('sha256')).digest()
	const wanted = hash('thiqa/draw/v1', secret, hash('round 12345'), hash(writeList(schools)))
	expect(toHex(makeSeed(secret, 'round 12345', schools))).toBe(wanted.toString('hex'))
	expect(toHex(commitTo(secret))).toBe(hash(secret).toString('hex'))
	expect(toHex(hashList(schools.toReversed()))).toBe(toHex(hashList(schools)))
})

test('one stratum of two is decided by the first word of HMAC-SHA-256, by another library', () => {
	const pair: DrawEntry[] = [
		{ label: 'a', stratum: 's' },
		{ label: 'b', stratum: 's' },
	]
	for (let value = 0; value < 40; value++) {
		const seed = makeSeed(secret, String(value), pair)
		const first = createHmac('sha256', seed).update(new Uint8Array(8)).digest().readUInt32BE(0)
		// Fisher-Yates swaps b with a when the word is even.
		expect(drawHalf(seed, pair)).toEqual([first % 2 === 0 ? 'b' : 'a'])
	}
})

test('half of each stratum is drawn, whatever the order of the list', () => {
	const list = fc.uniqueArray(
		fc.record({ label: fc.string({ minLength: 1 }), stratum: fc.constantFrom('x', 'y', 'z') }),
		{ selector: ({ label }) => label, maxLength: 40 },
	)
	fc.assert(
		fc.property(list, fc.uint8Array({ minLength: 32, maxLength: 32 }), (drawn, seed) => {
			const chosen = drawHalf(seed, drawn)
			expect(drawHalf(seed, drawn.toReversed())).toEqual(chosen)
			expect(Math.abs(chosen.length - drawn.length / 2)).toBeLessThanOrEqual(0.5)
			for (const stratum of ['x', 'y', 'z']) {
				const members = drawn.filter((one) => one.stratum === stratum)
				const inside = members.filter(({ label }) => chosen.includes(label)).length
				expect(Math.abs(inside - members.length / 2)).toBeLessThanOrEqual(0.5)
			}
		}),
	)
})

test('everybody is as likely to be drawn: 4,000 draws of 5, two strata of which are odd', () => {
	const list = ['a', 'b', 'c', 'd', 'e'].map((label, index) => ({ label, stratum: index < 3 ? 'x' : 'y' }))
	const counts = new Map<string, number>()
	for (const chosen of drawOthers(secret, list, 4000))
		for (const label of chosen) counts.set(label, (counts.get(label) ?? 0) + 1)
	for (const { label } of list) {
		// Five standard deviations of a binomial with p = 1/2.
		expect(Math.abs((counts.get(label) ?? 0) - 2000)).toBeLessThan(160)
	}
})
