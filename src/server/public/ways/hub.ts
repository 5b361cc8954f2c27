/** The pages behind the five doors: topics as cards, and for each reader what is asked for first. */
import { getLanguage, type Locale } from '#base'
import { findTopicHelp, getPageLinks, type Audience, type PageLink } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getPlanTexts } from '#domains/protect/plan/server'
import type { SceneTile } from '#domains/scenes'
import { findLessonView } from '#domains/skills'
import { getChatLines } from '#domains/skills/scenario'
import { skills } from '#domains/skills/server'
import { createHubPictures } from './hub-sheet.ts'

/** A topic as a card; `help` leads to the help finder, its situation and reader carried. */
type TopicTile = SceneTile & {
	picture: PageLink['picture']
	help: string | undefined
	isCrisis: boolean
}

/** Every topic for a reader as a card, in the order of the topics. */
export const getTopicTiles = (audience: Audience, locale: Locale): TopicTile[] => {
	const find = createHubPictures(audience, locale)
	return getPageLinks(library, audience, getLanguage(locale)).map(({ topic, title, language, picture }) => {
		const help = findTopicHelp(library, { topic, audience, language })
		return {
			href: `/${locale}/${audience}/${topic}`,
			title,
			language,
			picture,
			scene: find({ topic }),
			help: help && `/${locale}/help/${help.situation}`,
			isCrisis: library.topics.some(({ id, raisesHelpPanel }) => id === topic && raisesHelpPanel),
		}
	})
}

/** Lessons as a teacher chooses one for tomorrow, each with the file that carries it whole. */
export const getLessonCards = (locale: Locale) =>
	skills.lessons.flatMap(({ id }) => {
		const view = findLessonView(skills, id, getLanguage(locale))
		if (!view) return []
		const { language, words, levels, print, minutes } = view
		return [
			{
				id,
				language,
				levels,
				print,
				minutes,
				title: words.title,
				scene: createHubPictures('teachers', locale)({ lesson: id }),
				pack: `/packs/${id}-${language}.zip`,
				sheet: `/${language}/skills/lessons/${id}/sheet.pdf`,
			},
		]
	})

/** Stories for young people as a list of chats. */
export const getChats = (locale: Locale) =>
	getChatLines(skills, getLanguage(locale), 'teens').map((chat) => ({
		...chat,
		scene: createHubPictures('teens', locale)({ story: chat.id }),
	}))

const talkBands = ['6-8', '9-11', '12-14'] as const

/** Words to begin a talk with, one for each of three ages: those of the family plan. */
export const getTalk = (locale: Locale) => {
	const { bands } = getPlanTexts(getLanguage(locale))
	return talkBands.map((band) => ({ band, text: bands[band].talk }))
}

/** A thing that a witness saw, and the situation of the help finder that hears it. */
const seen = [
	{ id: 'images', situation: 'abuse-seen' },
	{ id: 'child', situation: 'hurt-at-home' },
	{ id: 'online', situation: 'stranger' },
] as const

/** The three doors of somebody who saw something. */
export const getSeenDoors = (locale: Locale) =>
	seen.map(({ id, situation }) => ({
		id,
		href: `/${locale}/help/${situation}/witness`,
		scene: createHubPictures('citizens', locale)({ page: `seen-${id}` }),
	}))
