import { library } from '#domains/guide/server'
import { getEmergency } from '#domains/guide'
import type { PageServerLoad } from './$types'

export const prerender = true

const first = [
	'threatened',
	'mocked',
	'stranger',
	'images-shared',
	'account',
	'frightened',
	'dark-thoughts',
	'hurt-at-home',
	'abuse-seen',
	'other',
]

export const load: PageServerLoad = () => ({
	situations: first.flatMap((id) => library.situations.filter((situation) => situation.id === id)),
	emergency: getEmergency(library),
})
