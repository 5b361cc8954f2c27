import { getLanguage, locales } from '#base'
import { findPageView } from '#domains/guide'
import { findTrack, library } from '#domains/guide/server'
import { getLawSituationsOfTopic, getSituationReader } from '#domains/law'
import { law } from '#domains/law/server'
import { getDisclosure } from '#domains/skills/lesson'
import { getScenarioCards } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		library.topics.flatMap((topic) =>
			topic.audiences.map((audience) => ({ lang, audience, topic: topic.id })),
		),
	)

/** Other things to do on a topic, beside reading. */
const tools: Readonly<Record<string, readonly ('plan' | 'password' | 'link')[]>> = {
	'parental-controls': ['plan'],
	'screen-time': ['plan'],
	passwords: ['password'],
	'hacked-account': ['password', 'link'],
	scams: ['link'],
}

export const load: PageServerLoad = ({ params }) => {
	const view = findPageView(library, {
		topicId: params.topic,
		audience: params.audience,
		language: getLanguage(params.lang),
		at: new Date(),
	})
	if (!view) error(404, 'page.not-found')
	const quiz = skills.quizzes.find(({ topic }) => topic === params.topic)
	return {
		audience: params.audience,
		isSensitive: view.raisesHelpPanel,
		view,
		track: findTrack(view.page),
		practice: getScenarioCards(
			skills,
			getLanguage(params.lang),
			({ topic, readers }) => topic === params.topic && readers === params.audience,
		),
		told: params.audience === 'teachers' ? getDisclosure(skills, getLanguage(params.lang)) : undefined,
		hasQuiz: quiz?.readers === params.audience,
		tools: tools[params.topic] ?? [],
		lawCards: getLawSituationsOfTopic(law, params.topic, getLanguage(params.lang)),
		lawReader: getSituationReader(params.audience),
	}
}
