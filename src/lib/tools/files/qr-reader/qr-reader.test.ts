import fc from 'fast-check'
import { encodeQR } from 'qr'
import { expect, test } from 'vitest'
import { checkPicture, readQr, toReadingSize, type Pixels } from './index.ts'

/** Draws a picture from a rule that says how light each point is. */
const draw = (width: number, height: number, toLight: (x: number, y: number) => number): Pixels => {
	const data = new Uint8ClampedArray(width * height * 4)
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			data.set([...Array<number>(3).fill(toLight(x, y)), 255], (y * width + x) * 4)
	return { width, height, data }
}

type Look = { scale?: number; turn?: number; dark?: number; light?: number; noise?: number; margin?: number }

/** A QR code as a photograph shows it: scaled, turned, faded, grainy, on a larger page. */
const photograph = (
	text: string,
	{ scale = 6, turn = 0, dark = 0, light = 255, noise = 0, margin = 4 }: Look = {},
): Pixels => {
	const modules = encodeQR(text, 'raw', { border: margin })
	const side = Math.ceil(modules.length * scale * (turn === 0 ? 1 : 1.5))
	const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
	let seed = 7
	const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
	return draw(side, side, (x, y) => {
		const [dx, dy] = [x - side / 2, y - side / 2]
		const column = Math.floor((dx * cos + dy * sin) / scale + modules.length / 2)
		const row = Math.floor((dy * cos - dx * sin) / scale + modules.length / 2)
		return (modules[row]?.[column] ? dark : light) + (random() - 0.5) * noise
	})
}

const texts = [
	'https://www.facebook.com@evil.example/login',
	'سلام، هذا رمز',
	'ⴰⵣⵓⵍ',
	'WIFI:T:WPA;S:cafe;P:12345678;;',
	'é'.repeat(300),
	'0'.repeat(500),
]

test.each(texts)('readQr() reads %j', (text) => {
	expect(readQr(photograph(text, { scale: 4 }))).toEqual({ ok: true, value: text })
})

test.each([
	['small', { scale: 2 }],
	['large', { scale: 20 }],
	['turned a little', { turn: 0.2 }],
	['turned a quarter', { turn: Math.PI / 2 }],
	['upside down', { turn: Math.PI }],
	['faded', { dark: 90, light: 170 }],
	['grainy', { noise: 80 }],
	['white on black', { dark: 255, light: 0 }],
	['without a margin of its own, on a larger page', { margin: 2, turn: 0.01 }],
] as const)('readQr() reads a code that is %s', (_, look) => {
	expect(readQr(photograph(texts[0] ?? '', look))).toEqual({ ok: true, value: texts[0] })
})

test.each([
	['empty', draw(300, 300, () => 255)],
	['black', draw(300, 300, () => 0)],
	['noise', draw(300, 300, (x, y) => (x * 7919 + y * 104_729) % 256)],
	['one pixel', draw(1, 1, () => 0)],
])('readQr() finds nothing in a picture that is %s', (_, pixels) => {
	expect(readQr(pixels)).toEqual({ ok: false, code: 'no-code' })
})

test('readQr() refuses more pixels than it would read in time, and pixels that do not fit their size', () => {
	const wanted = { ok: false, code: 'too-large' }
	expect(readQr({ width: 4000, height: 4000, data: new Uint8ClampedArray(4) })).toEqual(wanted)
	expect(readQr({ width: 10, height: 10, data: new Uint8ClampedArray(4) })).toEqual(wanted)
})

test('a picture made of corner marks, the slowest there is, is made small first and then given up', () => {
	const isMark = (x: number, y: number): boolean => {
		const [m, n] = [x % 10, y % 10]
		if (m > 6 || n > 6) return false
		return m === 0 || m === 6 || n === 0 || n === 6 || (m > 1 && m < 5 && n > 1 && n < 5)
	}
	const { width, height } = toReadingSize({ width: 4000, height: 4000 })
	const pixels = draw(width, height, (x, y) => (isMark(x, y) ? 0 : 255))
	expect(Math.max(width, height)).toBeLessThanOrEqual(1280)
	expect(readQr(pixels)).toEqual({ ok: false, code: 'no-code' })
})

test('readQr() never throws, whatever the pixels', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 40 }),
			fc.integer({ min: 1, max: 40 }),
			fc.integer(),
			(width, height, seed) => {
				const pixels = draw(width, height, (x, y) => ((x * 31 + y * 17) ^ seed) & 255)
				expect(typeof readQr(pixels).ok).toBe('boolean')
			},
		),
	)
})

const bytes = (...parts: (string | number[])[]): Uint8Array =>
	Uint8Array.from(
		parts.flatMap((part) =>
			typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : part,
		),
	)
const big = (value: number): number[] => [
	value >>> 24,
	(value >>> 16) & 255,
	(value >>> 8) & 255,
	value & 255,
]
const short = (value: number): number[] => [value >> 8, value & 255]
const little = (value: number): number[] => [value & 255, value >> 8]

const png = (width: number, height: number): Uint8Array =>
	bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', big(width), big(height), [8, 6, 0, 0, 0])
const jpeg = (width: number, height: number): Uint8Array =>
	bytes(
		[0xff, 0xd8, 0xff, 0xe0, 0, 16],
		'JFIF',
		Array<number>(10).fill(0),
		[0xff, 0xc2, 0, 17, 8],
		short(height),
		short(width),
		[3, ...Array<number>(9).fill(0)],
	)
const gif = (width: number, height: number, inner = width): Uint8Array =>
	bytes(
		'GIF89a',
		little(width),
		little(height),
		[0, 0, 0, 0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0],
		little(inner),
		little(height),
		[0],
	)
const webp = (kind: string, body: number[]): Uint8Array =>
	bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [10, 0, 0, 0], body, Array<number>(20).fill(0))

test.each([
	['png', png(640, 480)],
	['jpeg', jpeg(640, 480)],
	['gif', gif(640, 480)],
	['webp', webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(640), ...little(480)])],
	['webp', webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0])],
	['webp', webp('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0])],
])('checkPicture() reads the size of a %s', (format, file) => {
	expect(checkPicture(file)).toEqual({ ok: true, value: { format, width: 640, height: 480 } })
})

test('checkPicture() reads the size of a picture that another program made', () => {
	const made = encodeQR('salam', 'gif', { scale: 3, border: 2 })
	expect(checkPicture(made)).toEqual({ ok: true, value: { format: 'gif', width: 75, height: 75 } })
})

test.each([
	['a PNG of 33 bytes with 2.5 thousand million pixels', png(50_000, 50_000)],
	['a PNG with sides of 32 bits', png(0xffffffff, 0xffffffff)],
	['a JPEG of 65,535 by 65,535', jpeg(65_535, 65_535)],
	['a GIF whose screen is huge', gif(65_535, 65_535)],
	['a GIF whose first picture reaches beyond a small screen', gif(300, 60_000, 60_000)],
	['a WebP of 16,384 by 16,384', webp('VP8L', [0x2f, 0xff, 0xff, 0xff, 0x0f])],
])('checkPicture() refuses unopened %s', (_, file) => {
	expect(checkPicture(file)).toEqual({ ok: false, code: 'too-large' })
})

test.each([
	['no bytes', bytes()],
	['text', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
	['a PNG cut short', png(9, 9).slice(0, 20)],
	['a PNG without sides', png(0, 9)],
	['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
	[
		'a JPEG whose segments have no length',
		bytes([0xff, 0xd8], ...Array<number[]>(5000).fill([0xff, 0xe1, 0, 0])),
	],
	['a GIF cut short', bytes('GIF89a')],
	['a RIFF that is sound', bytes('RIFF', [0, 0, 0, 0], 'WAVE', Array<number>(40).fill(0))],
])('checkPicture() says no picture to %s', (_, file) => {
	expect(checkPicture(file)).toEqual({ ok: false, code: 'no-picture' })
})

test('checkPicture() refuses a file above 10 MB by its weight alone', () => {
	const heavy = new Uint8Array(10 * 1024 * 1024 + 1)
	heavy.set(png(9, 9))
	expect(checkPicture(heavy)).toEqual({ ok: false, code: 'too-heavy' })
})

test('checkPicture() never throws, whatever follows the first bytes', () => {
	const heads = [
		png(9, 9),
		jpeg(9, 9),
		gif(9, 9),
		webp('VP8 ', []),
		webp('VP8X', []),
		bytes([0xff, 0xd8, 0xff]),
	]
	fc.assert(
		fc.property(
			fc.constantFrom(...heads),
			fc.integer({ min: 0, max: 40 }),
			fc.uint8Array({ maxLength: 200 }),
			(head, keep, tail) => {
				expect(typeof checkPicture(Uint8Array.from([...head.slice(0, keep), ...tail])).ok).toBe('boolean')
			},
		),
		{ numRuns: 2000 },
	)
})

test('toReadingSize() keeps the shape and never makes a picture larger', () => {
	expect(toReadingSize({ width: 4000, height: 3000 })).toEqual({ width: 1280, height: 960 })
	expect(toReadingSize({ width: 100, height: 50 })).toEqual({ width: 100, height: 50 })
	expect(toReadingSize({ width: 16_000, height: 1 })).toEqual({ width: 1280, height: 1 })
})
