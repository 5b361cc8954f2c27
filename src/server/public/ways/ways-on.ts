/**
 * All that a topic leads to for its readers, each in its language and with its picture. Stories, lessons, guides and steps of the plan
 * name their topics themselves; domains do not know each other, so what they name is turned round here.
 */
import { getLanguage } from '#base'
import { pickWords } from '#domains/guide'
import { findOfTopic } from '#domains/guide/ways'
import { getCard } from '#domains/scenes/server'
import { findLessonView, getQuizCards, getScenarioCards } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { messages } from '#messages'
import { getDerbWays, getLoopWays } from './ways-to-drawn.ts'
import { getAppWays, getGuideWays, getPlanWays } from './ways-to-protect.ts'
import type { WaysAsked, WayOn } from './way-on.ts'

/** At most so many of a kind: the end of a page is no list of everything. */
const most = 2

const getStories = ({ topic, audience, locale }: WaysAsked): WayOn[] =>
	getScenarioCards(
		skills,
		getLanguage(locale),
		(story) => story.topic === topic && story.readers === audience,
	).map(({ id, title, language }) => ({
		kind: 'story',
		href: `/${locale}/skills/play/${id}`,
		title,
		language,
		scene: getCard({ story: id }, locale, audience === 'teens'),
	}))

const getLessons = ({ topic, locale }: WaysAsked): WayOn[] =>
	findOfTopic(skills.lessons, topic).flatMap(({ id }) => {
		const view = findLessonView(skills, id, getLanguage(locale))
		if (!view) return []
		const { language, words } = view
		const href = `/${locale}/skills/lessons/${id}`
		return [{ kind: 'lesson', href, title: words.title, language, scene: getCard({ lesson: id }, locale) }]
	})

const getModules = ({ topic, locale }: WaysAsked): WayOn[] =>
	findOfTopic(skills.staff.modules, topic).flatMap(({ id, picture, words }) => {
		const picked = pickWords(words, getLanguage(locale))
		const href = `/${locale}/teachers/room/${id}`
		return picked
			? [{ kind: 'module', href, title: picked.words.title, language: picked.language, picture }]
			: []
	})

const getQuizzes = ({ topic, audience, locale }: WaysAsked): WayOn[] =>
	getQuizCards(skills, getLanguage(locale))
		.filter((quiz) => quiz.topic === topic && quiz.readers === audience)
		.map(({ title, language }) => ({
			kind: 'quiz',
			href: `/${locale}/skills/quiz/${topic}/a`,
			title,
			language,
			picture: 'practice',
		}))

/** Pages that check a thing, and the topics they help with. */
const checks = [
	{ id: 'password', topics: ['passwords', 'hacked-account'], title: 'protect.password', picture: 'stars' },
	{ id: 'link', topics: ['scams', 'hacked-account'], title: 'protect.link', picture: 'link' },
] as const

const getChecks = ({ topic, locale }: WaysAsked): WayOn[] =>
	findOfTopic(checks, topic).map(({ id, title, picture }) => ({
		kind: 'check',
		href: `/${locale}/tools/${id}`,
		title: messages[getLanguage(locale)][title],
		language: getLanguage(locale),
		picture,
	}))

/**
 * What a topic leads to: only what is meant for these readers, and of a kind two at most.
 *
 * @returns empty for a topic that leads to nothing
 */
export const getWaysOn = (asked: WaysAsked): WayOn[] => {
	const { audience } = asked
	const kinds = [
		audience === 'teachers' ? getLessons(asked) : [],
		[...getStories(asked), ...(audience === 'children' ? getDerbWays(asked) : [])],
		getLoopWays(asked),
		audience === 'children' || audience === 'teachers' ? [] : getAppWays(asked),
		getGuideWays(asked),
		audience === 'parents' ? getPlanWays(asked) : [],
		audience === 'teachers' ? getModules(asked) : [],
		getQuizzes(asked),
		getChecks(asked),
	]
	return kinds.flatMap((all) => all.slice(0, most))
}
