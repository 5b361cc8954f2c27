import { getLanguage, locales } from '#base'
import { getModuleCards } from '#domains/skills/staff'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => ({
	audience: 'teachers' as const,
	hasKit: Object.keys(skills.staff.kit).length > 0,
	modules: getModuleCards(skills, getLanguage(params.lang)),
})
