import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { PageServerLoad } from './$types'

export const prerender = true

export const load: PageServerLoad = () => ({
	isSensitive: true,
	situations: library.situations,
	emergency: getEmergency(library),
})
