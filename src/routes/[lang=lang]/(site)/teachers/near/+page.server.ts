import { locales } from '#base'
import { getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Doors that serve every province. */
const doors = ['onde-2511', 'court-cells', 'pmp-plaintes', 'emc-helpline']

export const load: PageServerLoad = () => {
	const { protection } = skills.staff
	if (!protection) throw new Error('reading who protects children: child-protection.yaml is not there')
	return {
		audience: 'teachers' as const,
		regions: library.regions,
		protection,
		doors: getDoors(library, doors),
		emergency: getEmergency(library),
	}
}
