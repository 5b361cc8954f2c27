import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { locales } from '#base'
import { audiences } from '#domains/guide'
import { scenes } from '#domains/scenes/server'
import { getChats, getLessonCards, getSeenDoors, getTopicTiles } from './hub.ts'
import { createHubPictures, findHubSheet, hubSheetNames } from './hub-sheet.ts'

test('what a hub shows at once comes in one file of 12 KB at most, for each direction', () => {
	expect([...hubSheetNames].sort()).toEqual(
		audiences.flatMap((audience) => [`hub-${audience}.rtl.svg`, `hub-${audience}.svg`]).sort(),
	)
	for (const name of hubSheetNames)
		expect(brotliCompressSync(findHubSheet(name) ?? '').length, name).toBeLessThan(12_000)
	expect(findHubSheet('hub-nobody.svg')).toBeUndefined()
})

test('topics of the first group, lessons, chats and doors of a hub are views of its file, and no two the same', () => {
	for (const locale of locales) {
		for (const audience of audiences) {
			const first = getTopicTiles(audience, locale).filter(
				({ isCrisis }) => isCrisis || audience === 'children',
			)
			const shown = [
				...first,
				...(audience === 'teachers' ? getLessonCards(locale) : []),
				...(audience === 'teens' ? getChats(locale) : []),
				...(audience === 'citizens' ? getSeenDoors(locale) : []),
			].map(({ scene }) => scene?.src ?? '')
			const side = locale === 'ar' ? '.rtl' : ''
			for (const src of shown) expect(src).toMatch(new RegExp(`^/scenes/hub-${audience}${side}\\.svg#`, 'u'))
			expect(new Set(shown).size, audience).toBe(shown.length)
		}
	}
})

test('a view lies within its file, and shows the scene that stands there', () => {
	const svg = findHubSheet('hub-parents.svg') ?? ''
	const cells = [...svg.matchAll(/<svg y="(\d+)"/gu)].map(([, y]) => Number(y))
	expect(cells).toEqual(cells.map((_, index) => index * 360))
	const find = createHubPictures('parents', 'fr')
	const second = find({ page: 'phone-android' })
	expect(second?.src).toBe('/scenes/hub-parents.svg#svgView(viewBox(0,360,360,360))')
	expect(second?.alt).toBe(scenes.all.find(({ page }) => page === 'phone-android')?.title.fr)
})

test('what stands in no file of many keeps its own', () => {
	expect(createHubPictures('parents', 'fr')({ topic: 'games' })?.src).toMatch(
		/^\/scenes\/games-parents\.svg/u,
	)
	expect(createHubPictures('parents', 'fr')({ topic: 'nothing' })).toBeUndefined()
})
