import type { Locale } from '#base'
import { findHero, findPageScene, toScenePicture, type SceneEntry, type ScenePicture } from '#domains/scenes'
import { scenes } from '#domains/scenes/server'

const toWide = (entry: SceneEntry | undefined, locale: Locale): ScenePicture | undefined =>
	toScenePicture(entry, locale, { camera: 'wide' })

/** A picture for each question of the family plan, of the family it is about. */
export const getQuestionScenes = (locale: Locale) => ({
	children: toWide(findHero(scenes, 'parents', 'screen-time'), locale),
	devices: toWide(findHero(scenes, 'parents', 'parental-controls'), locale),
	network: toWide(findPageScene(scenes, 'home-network'), locale),
	services: toWide(findHero(scenes, 'parents', 'games'), locale),
})

/** The picture beside the first step of a plan: a phone with its settings, or a family that talks. */
export const getStepScenes = (locale: Locale) => ({
	device: toScenePicture(findPageScene(scenes, 'settings'), locale, { camera: 'whole' }),
	people: toWide(findPageScene(scenes, 'plan'), locale),
})

/** A picture for each of the three shelves of tools. */
export const getShelfScenes = (locale: Locale) => ({
	family: toWide(findPageScene(scenes, 'plan'), locale),
	router: toWide(findPageScene(scenes, 'home-network'), locale),
	network: toWide(findHero(scenes, 'teachers', 'parental-controls'), locale),
})
