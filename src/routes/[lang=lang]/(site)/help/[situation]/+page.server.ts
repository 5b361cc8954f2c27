import { locales } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => library.situations.map((situation) => ({ lang, situation: situation.id })))

export const load: PageServerLoad = ({ params }) => {
	const situation = library.situations.find(({ id }) => id === params.situation)
	if (!situation) error(404, 'page.not-found')
	const emergency = getEmergency(library)
	return { isSensitive: true, situation, emergency, call: emergency[0]?.channels[0]?.value }
}
