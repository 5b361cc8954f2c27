import { forms } from '#domains/skills/quiz'
import { skills } from '#domains/skills/server'
import type { EntryGenerator } from './$types'

export { load } from '../+page.server.ts'

export const prerender = true

/** A quiz for children in Arabic without its vowel marks; other quizzes have none to leave out. */
export const entries: EntryGenerator = () =>
	skills.quizzes
		.filter(({ readers }) => readers === 'children')
		.flatMap(({ topic }) => forms.map((form) => ({ lang: 'ar', topic, form })))
