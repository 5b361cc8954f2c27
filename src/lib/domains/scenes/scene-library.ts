import { type Language } from '#base'
import { ContentError } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import { things, type Cast } from '#tools/drawing/scene'
import type * as v from 'valibot'
import { castFile, sceneFile, wordsFile, type SceneEntry, type SceneWords } from './scene-file.ts'

/** All pictures with people, as they stand in `content/scenes`. */
export type Scenes = { cast: Cast; words: SceneWords; all: readonly SceneEntry[] }

const folder = 'content/scenes'

/** Faults of what a picture shows: somebody or something that there is not. */
export const findShownFaults = ({ id, shows }: Pick<SceneEntry, 'id' | 'shows'>, cast: Cast): string[] => {
	const isShown = (who: string): boolean => shows.some((one) => 'who' in one && one.who === who)
	return shows.flatMap((shown) => {
		if ('who' in shown) {
			const held = shown.holds?.split(':')[0]
			const looks = typeof shown.looks === 'string' && shown.looks !== 'us' ? [shown.looks] : []
			return [
				...looks.filter((who) => !isShown(who)).map((who) => `${id}: ${who}, looked at, is not in it`),
				...(shown.who in cast ? [] : [`${id}: ${shown.who} is not in the cast`]),
				...(held === undefined || things.includes(held) ? [] : [`${id}: nobody can hold ${held}`]),
			]
		}
		const [name = '', of = ''] = shown.thing.split(':')
		if (name === 'hands') return isShown(of) ? [] : [`${id}: ${of}, whose hands are asked for, is not in it`]
		return name === 'front' || things.includes(name) ? [] : [`${id}: there is no thing ${name}`]
	})
}

/**
 * Reads the pictures from the texts of their files.
 *
 * @param files - text by path from the project's root
 * @throws ContentError with every fault, its file and its line
 */
export const buildScenes = (files: ReadonlyMap<string, string>): Scenes => {
	const wrong: string[] = []
	const read = <Schema extends v.GenericSchema>(
		file: string,
		schema: Schema,
	): v.InferOutput<Schema> | undefined => {
		const parsed = parseTypedYaml(files.get(file) ?? '', schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}
	const cast = read(`${folder}/cast.yaml`, castFile)
	const words = read(`${folder}/words.yaml`, wordsFile)
	const all: SceneEntry[] = []
	for (const file of [...files.keys()].sort()) {
		if (file.endsWith('/cast.yaml') || file.endsWith('/words.yaml')) continue
		for (const entry of read(file, sceneFile) ?? []) {
			if (all.some(({ id }) => id === entry.id)) wrong.push(`${file}:1: ${entry.id} is there twice`)
			wrong.push(...findShownFaults(entry, cast ?? {}).map((fault) => `${file}:1: ${fault}`))
			all.push(entry)
		}
	}
	if (wrong.length > 0 || !cast || !words) throw new ContentError(wrong.join('\n'))
	return { cast, words, all }
}

/** Place and time of a picture, in one line. */
export const describeScene = ({ words }: Scenes, { place, time }: SceneEntry, language: Language): string => {
	const where = words.places[place]?.[language] ?? ''
	const when = words.times[time]?.[language] ?? ''
	return place === 'plain' ? where : `${where}, ${when}`
}
