import { languages } from '#base'
import { findLessonView } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { programmePlaces } from '#server/process/programme/session-desk'
import type { PageServerLoad } from './$types'

export const prerender = true

/** Everything that a phone offers to choose from, in every language: the page is kept on it and is the same for everybody. */
export const load: PageServerLoad = () => ({
	places: programmePlaces,
	lessons: languages.map((language) => ({
		language,
		all: skills.lessons.map(({ id }) => ({
			id,
			title: findLessonView(skills, id, language)?.words.title ?? id,
		})),
	})),
})
