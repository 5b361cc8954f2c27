import { getLanguage, locales } from '#base'
import { getCard } from '#domains/scenes/server'
import { findLessonView } from '#domains/skills'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => ({
	audience: 'teachers' as const,
	lessons: skills.lessons.flatMap(({ id }) => {
		const view = findLessonView(skills, id, getLanguage(params.lang))
		return view ? [{ ...view, scene: getCard({ lesson: id }, params.lang) }] : []
	}),
})
