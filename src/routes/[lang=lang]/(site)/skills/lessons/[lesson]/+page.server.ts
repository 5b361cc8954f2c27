import { getLanguage, locales } from '#base'
import { getCard, getCardPictures } from '#domains/scenes/server'
import { findLessonView } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => skills.lessons.map(({ id }) => ({ lang, lesson: id })))

export const load: PageServerLoad = ({ params }) => {
	const view = findLessonView(skills, params.lesson, getLanguage(params.lang))
	if (!view) error(404, 'page.not-found')
	const slides = view.paper.slides.map((scene) => ({ scene }))
	return {
		audience: 'teachers' as const,
		view,
		cover: getCard({ lesson: view.id }, params.lang),
		slides: getCardPictures(slides, params.lang),
	}
}
