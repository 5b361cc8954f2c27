/** Pictures of the street in few files: the ten doors in one, and each story with Najma in one of its own. */
import type { Locale } from '#base'
import { findScene, type SceneEntry, type ScenePicture } from '#domains/scenes'
import { findSheetPicture, makeSheetFiles, scenes, type SceneSheet } from '#domains/scenes/server'
import { listPictures } from '../index.ts'
import { derb } from './library.ts'

const toEntries = (ids: readonly string[]): SceneEntry[] => ids.flatMap((id) => findScene(scenes, id) ?? [])

const street: SceneSheet = {
	name: 'derb',
	entries: toEntries([
		'najma-hello',
		...derb.map(({ panels: [first = ''] }) => first),
		'najma-proud',
		'najma-sleeps',
	]),
	isNight: false,
}
const sheets: readonly SceneSheet[] = [
	street,
	...derb.map((story, index) => ({
		name: `derb-${index + 1}`,
		entries: toEntries([
			...listPictures(story),
			...(story.isHeavy ? ['najma-worried'] : ['najma-thinks']),
			'najma-hugs',
			'najma-points',
			'najma-listens',
		]),
		isNight: false,
	})),
]
const files = new Map(sheets.flatMap(makeSheetFiles))

/** Names of the files. */
export const derbSheetNames: readonly string[] = [...files.keys()]

/** A file by its name; `undefined` for any other. */
export const findDerbSheet = (name: string): string | undefined => files.get(name)

/**
 * Finds pictures as the street shows them (door 0) or a story does.
 * @throws Error for a picture that is not there: content is checked when the site is built
 */
export const createDerbPictures =
	(door: number, locale: Locale) =>
	(id: string): ScenePicture => {
		const sheet = sheets[door] ?? street
		const picture = findSheetPicture(sheet, findScene(scenes, id), { locale, camera: 'whole' })
		if (!picture) throw new Error(`showing the street: there is no picture ${id}`)
		return picture
	}
