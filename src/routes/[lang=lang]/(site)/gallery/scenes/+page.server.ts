import { getLanguage, locales } from '#base'
import { describeScene, toScenePicture } from '#domains/scenes'
import { scenes } from '#domains/scenes/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Large, as beside a card, and as in a list; by day and at night. */
const kinds = [
	{ camera: 'whole', size: 360, isNight: false },
	{ camera: 'whole', size: 160, isNight: true },
	{ camera: 'whole', size: 160, isNight: false },
	{ camera: 'near', size: 56, isNight: false },
	{ camera: 'near', size: 56, isNight: true },
] as const

export const load: PageServerLoad = ({ params }) => ({
	pictures: scenes.all.map((entry) => ({
		id: entry.id,
		title: entry.title[getLanguage(params.lang)],
		desc: describeScene(scenes, entry, getLanguage(params.lang)),
		shown: kinds.flatMap((kind) => {
			const picture = toScenePicture(entry, params.lang, kind)
			return picture ? [{ picture, size: kind.size }] : []
		}),
	})),
})
