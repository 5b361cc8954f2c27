import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { PageServerLoad } from './$types'

export const prerender = true

export const load: PageServerLoad = () => {
	const emergency = getEmergency(library)
	return {
		isSensitive: true,
		situations: library.situations,
		emergency,
		call: emergency[0]?.channels[0]?.value,
	}
}
