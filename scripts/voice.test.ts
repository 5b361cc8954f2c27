/** Recordings are taken in when they are right, and refused with each reason; what stands in content keeps the same rules. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLibrary } from '../tests/support/content.ts'
import { makeOggOpus } from '../tests/support/ogg.ts'
import { findHeadlessShell } from './find-chromium.ts'
import { isRecorded, listCardsToRead } from './voice/cards-to-read.ts'
import { checkRecording, limits } from './voice/check-recording.ts'
import { findDecoder, type Decoder } from './voice/decode.ts'
import { makeScriptSheet } from './voice/script-sheet.ts'
import { takeRecordings } from './voice/take.ts'

const library = readLibrary()
const cards = listCardsToRead(library)
const consent = 'agreed: true\nadult: true\ndate: 2026-11-29\nprovisional: true\n'

let browser: Browser
/** A tone of 440 Hz, encoded as Opus by a browser: nobody's voice. */
const makeTone = async (
	options: { seconds?: number; level?: number; bitrate?: number } = {},
): Promise<Uint8Array> => {
	const page = await browser.newPage()
	try {
		// Encoders are given to pages of a safe origin only; this one is answered here.
		await page.route('https://voice.invalid/', (route) =>
			route.fulfill({ contentType: 'text/html', body: '' }),
		)
		await page.goto('https://voice.invalid/')
		const packets = await page.evaluate(async ({ seconds = 3, level = 0.2, bitrate = 13_000 }) => {
			const found: number[][] = []
			const encoder = new AudioEncoder({
				output: (chunk) => {
					const bytes = new Uint8Array(chunk.byteLength)
					chunk.copyTo(bytes)
					found.push([...bytes])
				},
				error: (fault) => {
					throw fault
				},
			})
			encoder.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 1, bitrate })
			const data = Float32Array.from(
				{ length: seconds * 48_000 },
				(_, at) => level * Math.sin((2 * Math.PI * 440 * at) / 48_000),
			)
			encoder.encode(
				new AudioData({
					format: 'f32',
					sampleRate: 48_000,
					numberOfFrames: data.length,
					numberOfChannels: 1,
					timestamp: 0,
					data,
				}),
			)
			await encoder.flush()
			return found
		}, options)
		return makeOggOpus(packets.map((packet) => Uint8Array.from(packet)))
	} finally {
		await page.close()
	}
}

let decoder: Decoder | undefined
let tone = new Uint8Array()
const folder = mkdtempSync(join(tmpdir(), 'thiqa-voice-'))
const root = mkdtempSync(join(tmpdir(), 'thiqa-voice-root-'))
beforeAll(async () => {
	browser = await chromium.launch({ executablePath: findHeadlessShell(), args: ['--no-sandbox'] })
	decoder = await findDecoder()
	tone = Uint8Array.from(await makeTone())
})
afterAll(async () => {
	await decoder?.close()
	await browser.close()
	for (const one of [folder, root]) rmSync(one, { recursive: true })
})

const check = async (file: Uint8Array, text: string | undefined = consent): Promise<string[]> =>
	checkRecording({ file, samples: await decoder?.decode(file), consent: text })

test('every card waits in four languages, Arabic as it is said in Darija', () => {
	expect(cards).toHaveLength(library.cards.length * 6 * 4)
	expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length)
	expect(cards.find(({ name }) => name === 'bullying-ar-1')?.say).toBe(
		library.cards.find(({ topic }) => topic === 'bullying')?.cards[0]?.darija,
	)
})

test('a tone made by a real encoder is right', async () => {
	expect(await check(tone)).toEqual([])
	expect(tone.length).toBeLessThan(limits.bytes)
})

test('what is too long, too quiet, too loud, silent, too heavy, in two channels or damaged is refused, each with its reason', async () => {
	expect((await check(await makeTone({ seconds: 9, bitrate: 8000 }))).join()).toMatch(
		/lasts 9\.0 s, wanted 0\.8 to 8/u,
	)
	expect((await check(await makeTone({ level: 0.01 }))).join()).toMatch(/too quiet/u)
	expect((await check(await makeTone({ level: 0.9, bitrate: 9000 }))).join()).toMatch(/too loud/u)
	expect((await check(await makeTone({ level: 0 }))).join()).toMatch(/silent/u)
	expect((await check(await makeTone({ bitrate: 96_000 }))).join()).toMatch(
		/kbit a second, at most 16,has \d+ bytes, at most 12288/u,
	)
	expect((await check(makeOggOpus([new Uint8Array(99)], { channels: 2 }))).join()).toMatch(
		/2 channels: record in mono/u,
	)
	expect((await check(tone.subarray(0, 900))).join()).toMatch(/ends within a page/u)
})

test('nobody is published without a note that an adult has agreed', async () => {
	expect(await check(tone, '')).not.toEqual([])
	expect(checkRecording({ file: tone, samples: undefined, consent: undefined })).toEqual([
		'has no note of consent beside it',
	])
	expect((await check(tone, consent.replace('agreed: true', 'agreed: false'))).join()).toMatch(
		/has not agreed/u,
	)
	expect((await check(tone, consent.replace('adult: true', 'adult: false'))).join()).toMatch(
		/children do not lend their voice/u,
	)
})

test('a folder is taken in: what is right goes beside the words, the rest stays with its reason', async () => {
	writeFileSync(join(folder, 'bullying-ar-1.opus'), tone)
	writeFileSync(join(folder, 'bullying-ar-1.consent.yaml'), consent)
	writeFileSync(join(folder, 'bullying-ar-2.opus'), tone)
	writeFileSync(join(folder, 'song.mp3'), 'la la')
	const taken = await takeRecordings({ folder, root, cards, decoder })
	expect(taken).toEqual([
		{ file: 'bullying-ar-1.opus', faults: [] },
		{ file: 'bullying-ar-2.opus', faults: ['has no note of consent beside it'] },
		{ file: 'song.mp3', faults: [expect.stringMatching(/named after no card/u)] },
	])
	const [first, second] = cards.filter(({ name }) => /^bullying-ar-[12]$/u.test(name))
	expect(first && isRecorded(first, root) && existsSync(join(root, first.note))).toBe(true)
	expect(second && isRecorded(second, root)).toBe(false)
})

test('every recording in content keeps the rules', async () => {
	for (const path of globSync('content/topics/*/children/voice/*.opus')) {
		const card = cards.find(({ recording }) => recording === path)
		expect(card, path).toBeDefined()
		expect(await check(readFileSync(path), card && readFileSync(card.note, 'utf8')), path).toEqual([])
	}
})

test('the script of a language is a PDF', () => {
	const file = makeScriptSheet(library, cards, { language: 'zgh', at: new Date('2026-11-29') })
	expect(Buffer.from(file.subarray(0, 5)).toString()).toBe('%PDF-')
})
