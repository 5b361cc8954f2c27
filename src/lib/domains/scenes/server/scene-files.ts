import { drawPortrait, drawScene, drawSceneFile, paintScene } from '#tools/drawing/scene'
import { sceneDay, sceneNight } from '#ui/tokens/scenes'
import type { SceneEntry } from '../index.ts'
import { nameSceneFile } from '../scene-picture.ts'
import { nameFaceFile } from '../story/index.ts'
import { scenes } from './library.ts'

type Kind = { isMirrored: boolean; isNight: boolean }
const kinds: readonly Kind[] = [
	{ isMirrored: false, isNight: false },
	{ isMirrored: false, isNight: true },
	{ isMirrored: true, isNight: false },
	{ isMirrored: true, isNight: true },
]

const night = new Map(Object.entries({ ...sceneDay, ...sceneNight }))

const make = (entry: SceneEntry, { isMirrored, isNight }: Kind): string => {
	const svg = drawScene(entry, scenes.cast, { isMirrored })
	return isNight || entry.time === 'night'
		? paintScene(svg, night)
		: drawSceneFile(svg, { day: sceneDay, night: sceneNight })
}

const files = new Map(
	scenes.all.flatMap((entry) => kinds.map((kind) => [nameSceneFile(entry, kind), { entry, kind }] as const)),
)

/** Faces of the cast, and the one of nobody. */
const faces = new Map(
	[...Object.entries(scenes.cast), ['nobody', undefined] as const].map(([who, person]) => [
		nameFaceFile(who),
		person,
	]),
)

/** Names of all files: `<id>.svg`, `<id>.night.svg`, `<id>.rtl.svg`, `<id>.rtl.night.svg`, and `face-<who>.svg`. */
export const sceneFileNames: readonly string[] = [...files.keys(), ...faces.keys()]

/** A scene or a face as a file that stands alone. It has no words: the page that shows it says them in its language. */
export const makeSceneFile = (name: string): string | undefined => {
	if (faces.has(name)) return paintScene(drawPortrait(faces.get(name)), new Map(Object.entries(sceneDay)))
	const found = files.get(name)
	return found && make(found.entry, found.kind)
}
