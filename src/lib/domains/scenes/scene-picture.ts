import { toLatin } from '#tools/script/tifinagh'
import { getDirection, getLanguage, type Locale } from '#base'
import { findFrame, type Camera } from '#tools/drawing/scene'
import type { SceneEntry } from './scene-file.ts'
import type { Scenes } from './scene-library.ts'

/** A picture as a page shows it: its file with the camera as a fragment, and what it shows in words. */
export type ScenePicture = { src: string; alt: string; width: number; height: number }

/**
 * The name of a scene's file. It is mirrored where the direction has a meaning, and lit by a lamp where the page is dark at every hour.
 *
 * @param options - `isMirrored` for a page from right to left, `isNight` for a page that is always dark
 */
export const nameSceneFile = (
	{ id, time, isDirected }: SceneEntry,
	{ isMirrored, isNight }: { isMirrored: boolean; isNight: boolean },
): string =>
	`${id}${isDirected && isMirrored ? '.rtl' : ''}${isNight && time !== 'night' ? '.night' : ''}.svg`

/** A scene for a page in a language, or nothing if there is none. */
export const toScenePicture = (
	entry: SceneEntry | undefined,
	locale: Locale,
	{ camera, isNight = false }: { camera: Camera; isNight?: boolean },
): ScenePicture | undefined => {
	if (!entry) return undefined
	const isMirrored = getDirection(locale) === 'rtl'
	const frame = findFrame(entry, camera, isMirrored)
	const title = entry.title[getLanguage(locale)]
	const [, , width = 360, height = 360] = frame.split(' ').map(Number)
	const cut = camera === 'whole' ? '' : `#svgView(viewBox(${frame.replaceAll(' ', ',')}))`
	return {
		src: `/scenes/${nameSceneFile(entry, { isMirrored, isNight })}${cut}`,
		alt: locale === 'zgh-latn' ? toLatin(title) : title,
		width,
		height,
	}
}

/** The picture at the head of a topic, for a reader. */
export const findHero = ({ all }: Scenes, audience: string, topic: string): SceneEntry | undefined =>
	all.find(({ pages }) => pages.includes(`${audience}/${topic}`))

/** The picture of what a card says to do, by the name that answers give it. */
export const findAnswerCard = ({ all }: Scenes, card: string): SceneEntry | undefined =>
	all.find((entry) => entry.card === card)

/** The cover of a story or of a lesson. */
export const findSceneOf = (
	{ all }: Scenes,
	of: { story: string } | { lesson: string },
): SceneEntry | undefined =>
	all.find((entry) =>
		'story' in of ? entry.story === of.story && entry.moment === undefined : entry.lesson === of.lesson,
	)

/** The picture of a page that is not a topic: `lost`, `offline`, `nothing-found`. */
export const findPageScene = ({ all }: Scenes, page: string): SceneEntry | undefined =>
	all.find((entry) => entry.page === page)

/** A picture by its id. */
export const findScene = ({ all }: Scenes, id: string): SceneEntry | undefined =>
	all.find((entry) => entry.id === id)
