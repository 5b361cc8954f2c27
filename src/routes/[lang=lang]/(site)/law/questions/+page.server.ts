import { locales } from '#base'
import { getFigures } from '#domains/law'
import { getQuestionWaits } from '#domains/law/gaps'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => {
	const questions = getQuestionWaits(law)
	const { open, answered } = getFigures(law).questions
	return {
		open,
		answered,
		groups: ([1, 2, 3] as const)
			.map((priority) => ({
				priority,
				own: questions.filter(({ question }) => question.priority === priority),
			}))
			.filter(({ own }) => own.length > 0),
	}
}
