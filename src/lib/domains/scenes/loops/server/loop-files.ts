/** Files of the pictures that move: the loop itself, and its frames one under the other in one file for print. */
import { getDirection, type Locale } from '#base'
import { drawSceneFile } from '#tools/drawing/scene'
import { drawLoop, drawLoopFrame } from '#tools/drawing/scene/loop'
import { sceneDay, sceneNight } from '#ui/tokens/scenes'
import { scenes } from '../../server/library.ts'
import { findScene, toScenePicture, type ScenePicture } from '../../scene-picture.ts'
import type { LoopEntry } from '../loop-file.ts'
import { loops } from './library.ts'

const side = 360
const cast = scenes.cast
const colours = { day: sceneDay, night: sceneNight }

const nameFile = (kind: 'moving' | 'strip', { id, isDirected }: LoopEntry, isMirrored: boolean): string =>
	`${kind}-${id}${isMirrored && isDirected ? '.rtl' : ''}.svg`

const makeStrip = (loop: LoopEntry, isMirrored: boolean): string => {
	const cells = loop.frames.map((at, index) =>
		drawLoopFrame({ loop, cast }, { at, isMirrored }).replace(
			'<svg ',
			`<svg y="${index * side}" width="${side}" height="${side}" `,
		),
	)
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}">${cells.join('')}</svg>`
}

const makeFiles = (loop: LoopEntry): [name: string, svg: string][] => {
	const still = findScene(scenes, loop.still)
	if (!still) throw new Error(`drawing a loop: there is no picture ${loop.still}`)
	return [false, true].flatMap((isMirrored): [string, string][] => [
		[
			nameFile('moving', loop, isMirrored),
			drawSceneFile(drawLoop({ loop, still, cast }, isMirrored), colours),
		],
		[nameFile('strip', loop, isMirrored), drawSceneFile(makeStrip(loop, isMirrored), colours)],
	])
}

const files = new Map(loops.flatMap(makeFiles))

/** Names of the files. */
export const loopFileNames: readonly string[] = [...files.keys()]

/** A file by its name; `undefined` for any other. */
export const findLoopFile = (name: string): string | undefined => files.get(name)

/** A loop as a page shows it: its still with the words, the file that moves, the frames to print. */
export type LoopPicture = {
	id: LoopEntry['id']
	still: ScenePicture
	moving: string
	frames: readonly string[]
	darija: string
}

/** A loop for a page in a language. */
export const toLoopPicture = (loop: LoopEntry, locale: Locale): LoopPicture => {
	const isMirrored = getDirection(locale) === 'rtl'
	const still = toScenePicture(findScene(scenes, loop.still), locale, { camera: 'whole' })
	if (!still) throw new Error(`showing a loop: there is no picture ${loop.still}`)
	const strip = `/scenes/${nameFile('strip', loop, isMirrored)}`
	return {
		id: loop.id,
		still,
		moving: `/scenes/${nameFile('moving', loop, isMirrored)}`,
		frames: loop.frames.map((_, index) => `${strip}#svgView(viewBox(0,${index * side},${side},${side}))`),
		darija: loop.darija,
	}
}
