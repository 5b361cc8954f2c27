/**
 * Many pictures of one page in one file: a hub shows more than a phone may ask for one by one, and what scenes have in common is sent
 * once. They stand one under the other; a page sees each through a view of the file.
 */
import { getDirection, type Locale } from '#base'
import { drawScene, drawSceneFile, findFrame, paintScene, type Camera } from '#tools/drawing/scene'
import { sceneDay, sceneNight } from '#ui/tokens/scenes'
import { toScenePicture, type SceneEntry, type ScenePicture } from '../index.ts'
import { scenes } from './library.ts'

const cell = 360
const night = new Map(Object.entries({ ...sceneDay, ...sceneNight }))

/** A file of many scenes: its name, what stands in it, and whether its page is dark at every hour. */
export type SceneSheet = { name: string; entries: readonly SceneEntry[]; isNight: boolean }

const nameFile = (name: string, isMirrored: boolean): string => `${name}${isMirrored ? '.rtl' : ''}.svg`

/** The files of a sheet by their names, for pages from left to right and from right to left. */
export const makeSheetFiles = ({ name, entries, isNight }: SceneSheet): [file: string, svg: string][] =>
	[false, true].map((isMirrored) => {
		const cells = entries.map((entry, index) => {
			const svg = drawScene(entry, scenes.cast, { isMirrored }).replace(
				'<svg ',
				`<svg y="${index * cell}" width="${cell}" height="${cell}" `,
			)
			return isNight || entry.time === 'night' ? paintScene(svg, night) : svg
		})
		const frame = `viewBox="0 0 ${cell} ${cell}" width="${cell}" height="${cell}"`
		const sheet = `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>${cells.join('')}</svg>`
		return [nameFile(name, isMirrored), drawSceneFile(sheet, { day: sceneDay, night: sceneNight })]
	})

/** A picture of a sheet for a page in a language; one that stands in no sheet has its own file. */
export const findSheetPicture = (
	{ name, entries, isNight }: SceneSheet,
	entry: SceneEntry | undefined,
	{ locale, camera }: { locale: Locale; camera: Camera },
): ScenePicture | undefined => {
	const own = toScenePicture(entry, locale, { camera, isNight })
	const index = entry ? entries.indexOf(entry) : -1
	if (!own || !entry || index < 0) return own
	const isMirrored = getDirection(locale) === 'rtl'
	const [x = 0, y = 0, width = cell, height = cell] = findFrame(entry, camera, isMirrored)
		.split(' ')
		.map(Number)
	const view = [x, y + index * cell, width, height].join(',')
	return { ...own, src: `/scenes/${nameFile(name, isMirrored)}#svgView(viewBox(${view}))` }
}
