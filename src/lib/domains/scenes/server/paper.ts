import { getDirection, getLanguage, type Locale } from '#base'
import { drawScene, drawToColour, paintScene } from '#tools/drawing/scene'
import { sceneDay, sceneNight } from '#ui/tokens/scenes'
import { scenes } from './library.ts'

/** A scene for a sheet of paper: SVG whose colours are written out, and its title in the language of the sheet. */
export type PaperScene = { svg: string; title: string }

const day = new Map(Object.entries(sceneDay))
const night = new Map(Object.entries({ ...sceneDay, ...sceneNight }))
/** The pen and the paper of what is coloured by hand. */
const pencil = { ink: sceneDay.ink ?? 'currentcolor', paper: sceneDay.white ?? 'none' }

/**
 * A scene as it is printed, in colours or as lines to colour; mirrored where the direction has a meaning.
 *
 * @param kind - `painted`, or `lines`
 * @throws Error for an id that is none: a lesson whose scenes are checked when the site is built
 */
export const getPaperScene = (id: string, locale: Locale, kind: 'painted' | 'lines'): PaperScene => {
	const entry = scenes.all.find((one) => one.id === id)
	if (!entry) throw new Error(`drawing a scene for paper: there is no ${id}`)
	const svg = drawScene(entry, scenes.cast, {
		isMirrored: getDirection(locale) === 'rtl' && entry.isDirected,
	})
	return {
		svg: kind === 'lines' ? drawToColour(svg, pencil) : paintScene(svg, entry.time === 'night' ? night : day),
		title: entry.title[getLanguage(locale)],
	}
}
