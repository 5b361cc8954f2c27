import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { padPage } from './padded.ts'

const [step, quality] = [512, 7]
const unpack = {
	br: (bytes: Buffer) => brotliDecompressSync(bytes).toString(),
	gzip: (bytes: Buffer) => gunzipSync(bytes).toString(),
	none: (bytes: Buffer) => bytes.toString().trimEnd(),
}

test.each(['br', 'gzip', 'none'] as const)(
	'%s: a page comes back whole, whatever is left to fill',
	async (name) => {
		const encoding = name === 'none' ? undefined : name
		// Random letters do not compress below three quarters: in 720 of them every rest of a step comes about.
		const letters = randomBytes(600).toString('base64')
		for (let length = 0; length <= 720; length += 1) {
			const page = `<p>${letters.slice(0, length)}</p>`
			const padded = await padPage(Buffer.from(page), { encoding, step, quality })
			expect(padded.length % step).toBe(0)
			expect(unpack[name](padded)).toBe(page)
		}
	},
)

test.each(['br', 'gzip', undefined] as const)(
	'%s: pages of other lengths are one length',
	async (encoding) => {
		const lengths = [1, 900, 9000].map(async (count) => {
			const page = Buffer.from(`<p>${'une lettre '.repeat(count)}</p>`)
			return (await padPage(page, { encoding, step: 128 * 1024, quality })).length
		})
		expect(await Promise.all(lengths)).toEqual([128, 128, 128].map((size) => size * 1024))
	},
)
