import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearness, toGrey, toStepSize } from './clearness.ts'
import { readJpegSize } from './jpeg-size.ts'

test('the first look has ten pixels on the longer side, whatever the picture; each step has more, the last has all', () => {
	const side = fc.integer({ min: 1, max: 8000 })
	fc.assert(
		fc.property(side, side, (width, height) => {
			const longest = clearness.map((_, step) => {
				const size = toStepSize({ width, height }, step)
				return Math.max(size.width, size.height)
			})
			expect(longest[0]).toBeLessThanOrEqual(10)
			expect(longest.toSorted((a, b) => a - b)).toEqual(longest)
			expect(toStepSize({ width, height }, clearness.length - 1)).toEqual({ width, height })
			expect(toStepSize({ width, height }, -5)).toEqual(toStepSize({ width, height }, 0))
		}),
	)
})

test('no colour is left', () => {
	const pixels = Uint8ClampedArray.of(255, 0, 0, 10, 0, 255, 0, 255, 12, 12, 12, 0)
	toGrey(pixels)
	expect([...pixels]).toEqual([76, 76, 76, 255, 150, 150, 150, 255, 12, 12, 12, 255])
})

test('a size is read from the head of a JPEG, and from nothing else', () => {
	const frame = [0xff, 0xc0, 0, 17, 8, 0x05, 0x00, 0x02, 0xd0, 3]
	expect(readJpegSize(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, 0, 0))).toEqual({
		width: 720,
		height: 1280,
	})
	for (const wrong of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xda, 0, 2, ...new Array<number>(20).fill(0)]])
		expect(readJpegSize(Uint8Array.from(wrong))).toBeUndefined()
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readJpegSize(bytes)))
})
