import { getLanguage, locales } from '#base'
import { findPageView } from '#domains/guide'
import { findTrack, library } from '#domains/guide/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		library.topics.flatMap((topic) =>
			topic.audiences.map((audience) => ({ lang, audience, topic: topic.id })),
		),
	)

export const load: PageServerLoad = ({ params }) => {
	const view = findPageView(library, params.topic, params.audience, getLanguage(params.lang), new Date())
	if (!view) error(404, 'page.not-found')
	return { audience: params.audience, isSensitive: view.raisesHelpPanel, view, track: findTrack(view.page) }
}
