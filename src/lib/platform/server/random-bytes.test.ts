import { expect, test } from 'vitest'
import { drawBytes } from './random-bytes.ts'

test('drawBytes() gives so many bytes, and none of them twice', () => {
	const drawn = [12, 32, 4096, 5000, ...Array.from({ length: 1000 }, () => 32)].map((length) => {
		const bytes = drawBytes(length)
		expect(bytes.length).toBe(length)
		return bytes.subarray(0, 12).toString('hex')
	})
	expect(new Set(drawn).size).toBe(drawn.length)
})
