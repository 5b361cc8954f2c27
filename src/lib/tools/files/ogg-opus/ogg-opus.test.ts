import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeOggOpus } from '../../../../../tests/support/ogg.ts'
import { measureLoudness, measurePeak, readOggOpus } from './index.ts'

/** Three seconds in packets of 20 ms and 30 bytes: 12 kbit a second. */
const packets = Array.from({ length: 150 }, (_, at) => new Uint8Array(30).fill(at))
const file = makeOggOpus(packets)

test('readOggOpus() says channels, length and rate', () => {
	const read = readOggOpus(file)
	expect(read.ok && read.value.channels).toBe(1)
	expect(read.ok && read.value.seconds).toBeCloseTo(3 - 312 / 48_000, 6)
	expect(read.ok && read.value.kbps).toBeCloseTo(12, 0)
})

test('readOggOpus() says two channels, and reads packets of more than 255 bytes', () => {
	const read = readOggOpus(makeOggOpus([new Uint8Array(700)], { channels: 2 }))
	expect(read.ok && read.value.channels).toBe(2)
})

test.each([
	['nothing', new Uint8Array(), /no Opus/u],
	['another format', Uint8Array.from([0x52, 0x49, 0x46, 0x46]), /no page of an Ogg/u],
	['a file cut short', file.subarray(0, file.length - 10), /ends within a page/u],
	['a file without sound', makeOggOpus([]), /no sound/u],
	[
		'two files in one',
		Uint8Array.from([...file, ...file]).fill(8, file.length + 14, file.length + 15),
		/checksum/u,
	],
])('readOggOpus() refuses %s', (_, bytes, reason) => {
	const read = readOggOpus(bytes)
	expect(read.ok ? '' : read.issues[0]?.message).toMatch(reason)
})

test('readOggOpus() sees every byte that was changed', () => {
	fc.assert(
		fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
			const changed = Uint8Array.from(file)
			changed[at] = (changed[at] ?? 0) ^ change
			expect(readOggOpus(changed).ok).toBe(false)
		}),
		{ numRuns: 60 },
	)
})

const tone = (hertz: number, level: number, seconds = 3): Float32Array =>
	Float32Array.from(
		{ length: seconds * 48_000 },
		(_, at) => level * Math.sin((2 * Math.PI * hertz * at) / 48_000),
	)

test('measureLoudness() agrees with BS.1770: a full 997 Hz in one channel is -3.01 LUFS', () => {
	expect(measureLoudness(tone(997, 1))).toBeCloseTo(-3.01, 1)
	expect(measureLoudness(tone(997, 0.1))).toBeCloseTo(-23.01, 1)
	expect(measurePeak(tone(997, 0.5))).toBeCloseTo(-6.02, 1)
})

test('measureLoudness() counts no silence, and hears nothing in it', () => {
	const sound = tone(997, 0.1)
	expect(measureLoudness(Float32Array.from([...sound, ...new Float32Array(sound.length)]))).toBeCloseTo(
		-23.01,
		0,
	)
	expect(measureLoudness(new Float32Array(48_000))).toBe(-Infinity)
})
