import { brotliDecompressSync, constants } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compressAround } from './compressed-around.ts'

const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 }
const open = (bytes: Uint8Array | undefined): string =>
	brotliDecompressSync(bytes ?? Buffer.alloc(0)).toString()
const put = (pieces: readonly string[], texts: readonly string[]): string =>
	pieces.map((piece, at) => piece + (texts[at] ?? '')).join('')

/** Half of a page: words that come again, in letters of one byte and of two. */
const piece = fc
	.array(
		fc.constantFrom('<p class="door">', 'الخط ', '2511', ' tel:', '</p>\n', 'nous sommes là ', '0123456789'),
		{
			minLength: 2,
			maxLength: 60,
		},
	)
	.map((words) => words.join(''))
const text = (length: number) => fc.string({ minLength: length, maxLength: length, unit: 'grapheme-ascii' })

test('any page comes back whole with any texts in it, also with texts that the page holds itself', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(piece, { minLength: 2, maxLength: 5 }),
			fc.integer({ min: 1, max: 60 }),
			fc.infiniteStream(text(60)),
			async (pieces, length, stream) => {
				const take = (): string[] => pieces.slice(1).map(() => String(stream.next().value).slice(0, length))
				const fill = await compressAround(pieces, take(), params)
				const own = pieces.slice(1).map((one) => one.slice(0, length))
				const isShort = own.some((one) => Buffer.byteLength(one) !== length)
				for (const texts of [take(), take(), ...(isShort ? [] : [own])])
					expect(open(fill?.(texts))).toBe(put(pieces, texts))
			},
		),
		{ numRuns: 60 },
	)
})

test('a text that is longer or shorter than the one it stands for is not filled in', async () => {
	const fill = await compressAround(['<p>before ', ' behind</p>'], ['token-1'], params)
	expect(fill?.(['token-2'])).toBeDefined()
	expect(fill?.(['token-10'])).toBeUndefined()
	expect(fill?.(['طoken'])).toBeUndefined()
	expect(fill?.([])).toBeUndefined()
})

test('where a piece is too short there is nothing to fill in', async () => {
	expect(await compressAround(['<p>', 'x', '</p>'], ['one', 'two'], params)).toBeUndefined()
	expect(await compressAround(['', '</p>'], ['one'], params)).toBeUndefined()
})

test('what stands between takes few bytes more than the page whole', async () => {
	const half = Array.from({ length: 400 }, (_, at) => `<li class="door">line ${at * 7919}</li>`).join('\n')
	const fill = await compressAround([half, half], ['0123456789abcdef'], params)
	const one = await compressAround([half + half, ' end'], ['0123456789abcdef'], params)
	const sizes = [fill, one].map((made) => made?.(['0123456789abcdef'])?.length ?? 0)
	expect((sizes[0] ?? 0) - (sizes[1] ?? 0)).toBeLessThan(400)
})
