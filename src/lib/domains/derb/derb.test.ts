/** The street of Najma: what an address can say, and where every way through a story ends. */
import { globSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages, locales } from '#base'
import { library } from '#domains/guide/server'
import { scenes } from '#domains/scenes/server'
import {
	buildDerb,
	findPlace,
	layTile,
	listPictures,
	listStreetPlaces,
	readTiles,
	tileColours,
	toQuery,
} from './index.ts'
import { createDerbPictures, derb, derbSheetNames, findDerbSheet } from './server/index.ts'

const file = 'content/derb/stories.yaml'
const text = readFileSync(file, 'utf8')
const build = (changed: string): unknown => buildDerb(new Map([[file, changed]]), { scenes, library })

test('any text in an address is read without a fault, and says again what was read', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9]*$/u)),
			(any) => {
				const won = readTiles(any)
				expect(won).toHaveLength(10)
				expect(toQuery(won)).toMatch(/^(?:\?t=[0-6]{10})?$/u)
				expect(readTiles(new URLSearchParams(toQuery(won)).get('t'))).toEqual(won)
			},
		),
	)
	expect(toQuery(readTiles(null))).toBe('')
	expect(toQuery(readTiles('7890000000'))).toBe('')
	expect(readTiles('1206').slice(0, 4)).toEqual(['majorelle', 'mint', undefined, 'sky'])
})

test('a tile is laid at its door, in its colour, and the others stay', () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[0-6]{10}$/u),
			fc.integer({ min: 1, max: 10 }),
			fc.constantFrom(...tileColours),
			(before, door, colour) => {
				const known = readTiles(before)
				const won = layTile(known, door, colour)
				expect(won[door - 1]).toBe(colour)
				expect(won.filter((_, index) => index !== door - 1)).toEqual(
					known.filter((_, index) => index !== door - 1),
				)
			},
		),
	)
})

test('in every story each way ends at the door of a grown-up, after one wrong turn at most', () => {
	expect(derb).toHaveLength(10)
	for (const [index, story] of derb.entries()) {
		const door = String(index + 1)
		const told = findPlace(derb, { door, step: undefined })
		const ways = told?.kind === 'told' ? told.choices.map(({ to }) => to) : []
		expect(ways, story.id).toContain('door')
		for (const step of ways) {
			const next = findPlace(derb, { door, step })
			expect(next?.kind, `${story.id} ${step}`).toBe(step === 'door' ? 'door' : 'then')
		}
		const grownUps = scenes.all
			.find(({ id }) => id === story.door)
			?.shows.filter((shown) => 'who' in shown && scenes.cast[shown.who]?.age !== 'child')
		expect(grownUps, story.id).toHaveLength(1)
	}
})

test('an address that is no place of the street is none', () => {
	for (const door of ['0', '11', '01', ' 1', '1.0', '-1', '__proto__', 'constructor', '١', ''])
		expect(findPlace(derb, { door, step: undefined }), door).toBeUndefined()
	for (const step of ['d', 'A', 'then', '__proto__', 'constructor', ''])
		expect(findPlace(derb, { door: '1', step }), step).toBeUndefined()
	for (const place of listStreetPlaces(derb)) {
		const [door = '', step] = place.split('/')
		expect(findPlace(derb, { door, step }), place).toBeDefined()
	}
})

test('each picture of the street belongs to one thing, and to no card of a topic', () => {
	const shown = derb.flatMap(listPictures)
	expect(new Set(shown).size).toBe(shown.length)
	const cards = globSync('content/topics/*/children/cards.yaml').flatMap((path) =>
		(parse(readFileSync(path, 'utf8')) as { scene: string }[]).map(({ scene }) => scene),
	)
	expect(cards.filter((scene) => shown.includes(scene))).toEqual([])
})

test('under a picture stand twelve words at most, in every language', () => {
	for (const { id, title } of scenes.all.filter((scene) => scene.id.startsWith('derb-')))
		for (const language of languages)
			expect(title[language].split(/\s+/u).length, `${id} ${language}`).toBeLessThanOrEqual(12)
})

test('stories that cannot be told are refused with their reason', () => {
	expect(() => build(text)).not.toThrow()
	expect(() => build(text.replace('derb-gift-plays', 'derb-nothing'))).toThrow(
		/stories\.yaml:1: gift: there is no picture derb-nothing/u,
	)
	expect(() => build(text.replace('derb-gift-plays', 'derb-gift-asks'))).toThrow(
		/derb-gift-asks stands twice/u,
	)
	expect(() => build(text.replace('derb-gift-plays', 'scams-children'))).toThrow(
		/scams-children is the picture of something else/u,
	)
	expect(() => build(text.replace('derb-gift-plays', 'kids-mocked'))).toThrow(/without their vowel marks/u)
	expect(() => build(text.replace('topic: games', 'topic: nothing'))).toThrow(
		/no topic nothing for children/u,
	)
	expect(() =>
		build(text.replace('scene: derb-gift-tells', 'scene: derb-gift-tells, then: derb-photo-good')),
	).toThrow(/no choice opens the door/u)
	expect(() => build('- id: one\n')).toThrow(/stories\.yaml:/u)
})

test('pictures of the street come in one file for the doors and one a story, mirrored for who reads from the right', () => {
	expect(derbSheetNames).toHaveLength(22)
	for (const name of derbSheetNames) expect(findDerbSheet(name), name).toMatch(/^<svg/u)
	expect(findDerbSheet('derb-11.svg')).toBeUndefined()
	for (const locale of locales) {
		const { src } = createDerbPictures(2, locale)('derb-photo-asks')
		expect(src).toMatch(locale === 'ar' ? /^\/scenes\/derb-2\.rtl\.svg#/u : /^\/scenes\/derb-2\.svg#/u)
	}
	expect(() => createDerbPictures(2, 'fr')('nothing')).toThrow(/no picture nothing/u)
})

test('a file of the street weighs at most 8.5 KB as it is sent, so that a first view has room for its letters and its page', () => {
	const weights = derbSheetNames.map((name) => brotliCompressSync(findDerbSheet(name) ?? '').length)
	console.info(`sheets of the street: ${Math.max(...weights)} bytes at most`)
	expect(Math.max(...weights)).toBeLessThanOrEqual(8_500)
})
