import { locales } from '#base'
import { getQuestionScenes } from '#server/public/protect-scenes'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => ({
	audience: 'parents' as const,
	scenes: getQuestionScenes(params.lang),
})
