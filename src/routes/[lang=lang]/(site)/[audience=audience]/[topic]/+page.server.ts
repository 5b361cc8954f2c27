import { getLanguage, locales } from '#base'
import { findPageView, getListener } from '#domains/guide'
import { findTrack, findVoices, library } from '#domains/guide/server'
import { getLawSituationsOfTopic, getSituationReader } from '#domains/law'
import { law } from '#domains/law/server'
import { getCardPictures, getHero } from '#domains/scenes/server'
import { getDisclosure } from '#domains/skills/lesson'
import { skills } from '#domains/skills/server'
import { error } from '@sveltejs/kit'
import { getWaysOn } from '#server/public/ways/ways-on'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		library.topics.flatMap((topic) =>
			topic.audiences.map((audience) => ({ lang, audience, topic: topic.id })),
		),
	)

export const load: PageServerLoad = ({ params }) => {
	const view = findPageView(library, {
		topicId: params.topic,
		audience: params.audience,
		language: getLanguage(params.lang),
		at: new Date(),
	})
	if (!view) error(404, 'page.not-found')
	return {
		audience: params.audience,
		isSensitive: view.raisesHelpPanel,
		view,
		track: findTrack(view.page),
		voices: findVoices({ topic: params.topic, language: getLanguage(params.lang), count: view.cards.length }),
		pictures: getCardPictures(view.cards, params.lang),
		call: view.cards.length > 0 ? getListener(view.emergency) : undefined,
		hero: getHero(params.audience, params.topic, params.lang),
		told: params.audience === 'teachers' ? getDisclosure(skills, getLanguage(params.lang)) : undefined,
		waysOn: getWaysOn({
			topic: params.topic,
			audience: params.audience,
			locale: params.lang,
		}),
		lawCards: getLawSituationsOfTopic(law, params.topic, getLanguage(params.lang)),
		lawReader: getSituationReader(params.audience),
	}
}
