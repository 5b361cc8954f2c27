/** The pictures that a hub shows at once, in one file for each reader; those of its fold have files of their own. */
import type { Locale } from '#base'
import { audiences, type Audience } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findHero, findPageScene, findSceneOf, type SceneEntry, type ScenePicture } from '#domains/scenes'
import { findSheetPicture, makeSheetFiles, scenes, type SceneSheet } from '#domains/scenes/server'
import { skills } from '#domains/skills/server'

/** Choices of a hub that have a picture of their own. */
const choices: Readonly<Record<Audience, readonly string[]>> = {
	children: ['derb', 'loops'],
	teens: ['teens'],
	parents: ['parents', 'phone-android', 'phone-iphone', 'phone-shared', 'talk-first', 'plan'],
	teachers: ['teachers', 'told'],
	citizens: ['seen-images', 'seen-child', 'seen-online'],
}

const getPractice = (audience: Audience): (SceneEntry | undefined)[] => {
	if (audience === 'teachers') return skills.lessons.map(({ id }) => findSceneOf(scenes, { lesson: id }))
	if (audience !== 'teens' && audience !== 'parents') return []
	return skills.scenarios
		.filter(({ readers }) => readers === audience)
		.map(({ id }) => findSceneOf(scenes, { story: id }))
}

const makeSheet = (audience: Audience): SceneSheet => {
	const shown = library.topics
		.filter((topic) => topic.audiences.includes(audience))
		.filter(({ raisesHelpPanel }) => raisesHelpPanel || audience === 'children')
	const entries = [
		...choices[audience].map((page) => findPageScene(scenes, page)),
		...getPractice(audience),
		...shown.map(({ id }) => findHero(scenes, audience, id)),
	].filter((entry) => entry !== undefined)
	return { name: `hub-${audience}`, entries: [...new Set(entries)], isNight: audience === 'teens' }
}

const sheets = new Map(audiences.map((audience) => [audience, makeSheet(audience)]))
const files = new Map([...sheets.values()].flatMap(makeSheetFiles))

/** Names of the files. */
export const hubSheetNames: readonly string[] = [...files.keys()]

/** A file by its name; `undefined` for any other. */
export const findHubSheet = (name: string): string | undefined => files.get(name)

type Of = { page: string } | { story: string } | { lesson: string } | { topic: string }

/** Finds pictures as a hub shows them: of a choice, a story, a lesson, a topic. */
export const createHubPictures =
	(audience: Audience, locale: Locale) =>
	(of: Of): ScenePicture | undefined => {
		const sheet = sheets.get(audience)
		if (!sheet) return undefined
		if ('topic' in of)
			return findSheetPicture(sheet, findHero(scenes, audience, of.topic), {
				locale,
				camera: audience === 'children' ? 'whole' : 'near',
			})
		const entry = 'page' in of ? findPageScene(scenes, of.page) : findSceneOf(scenes, of)
		return findSheetPicture(sheet, entry, { locale, camera: 'whole' })
	}
