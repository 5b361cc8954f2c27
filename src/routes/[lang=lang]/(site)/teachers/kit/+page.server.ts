import { getLanguage, locales, toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { getKit } from '#domains/skills/staff'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => {
	const { year } = skills.staff
	if (!year) throw new Error('reading the plan of the year: school-year.yaml is not there')
	return {
		audience: 'teachers' as const,
		kit: getKit(skills, getLanguage(params.lang)),
		year,
		today: toLocalDay(new Date(), library.calendar.zone),
	}
}
