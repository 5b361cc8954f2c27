/** Guides and steps of the family plan that a topic leads to. */
import { getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { findOfTopic } from '#domains/guide/ways'
import { findGuideView } from '#domains/protect'
import { getPlanTexts, planRules, planTopics } from '#domains/protect/plan/server'
import { protection } from '#domains/protect/server'
import { messages } from '#messages'
import type { WaysAsked, WayOn } from './way-on.ts'

const guidePictures = { device: 'phone', game: 'game', app: 'app' } as const

/** Guides that name a topic and are written for these readers. */
export const getGuideWays = ({ topic, audience, locale }: WaysAsked): WayOn[] =>
	findOfTopic(protection.guides, topic)
		.filter(({ audiences: own }) => (own as readonly string[]).includes(audience))
		.flatMap(({ id, kind }) => {
			const asked = { language: getLanguage(locale), at: new Date() }
			const view = findGuideView(protection.guides, library.sources, id, asked)
			const href = `/${locale}/tools/guides/${id}`
			return view
				? [
						{
							kind: 'guide' as const,
							href,
							title: view.words.title,
							language: view.language,
							picture: guidePictures[kind],
						},
					]
				: []
		})

/** How to keep proof, report and block: in the app that most have, and the list of all. */
export const getAppWays = ({ topic, locale }: WaysAsked): WayOn[] => {
	const [first] = findOfTopic(protection.apps, topic).toSorted((one, other) => one.order - other.order)
	if (!first) return []
	const language = getLanguage(locale)
	const words = messages[language]
	const way = { kind: 'app', language, picture: 'app' } as const
	return [
		{
			...way,
			href: `/${locale}/tools/apps/${first.id}`,
			title: words['protect.app.title'].replace('{app}', first.name),
		},
		{ ...way, href: `/${locale}/tools/apps`, title: words['protect.apps.title'] },
	]
}

/** Steps of the plan: one that is a guide is shown as the guide, one that is a file as the file, all others by the plan. */
export const getPlanWays = ({ topic, locale }: WaysAsked): WayOn[] => {
	const language = getLanguage(locale)
	const steps = findOfTopic(planTopics, topic).flatMap(({ id }) => {
		const step = planRules.steps.find((one) => one.id === id)
		const title = getPlanTexts(language).steps[id]?.title
		return step && title !== undefined ? [{ link: step.link, title }] : []
	})
	const planned = steps.filter(({ link }) => !link || 'page' in link).map(({ title }) => title)
	const files = steps.flatMap(({ link, title }): WayOn[] =>
		link && 'file' in link
			? [{ kind: 'step', href: `/${locale}/tools/files/${link.file}`, title, language, picture: 'plan' }]
			: [],
	)
	if (planned.length === 0) return files
	const title = messages[language]['protect.plan']
	const hint = planned.slice(0, 2).join(' · ')
	return [{ kind: 'step', href: `/${locale}/tools/plan`, title, language, picture: 'plan', hint }, ...files]
}
