import { locales } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { loops, toLoopPicture } from '#domains/scenes/loops/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => loops.map(({ id }) => ({ lang, loop: id })))

export const load: PageServerLoad = ({ params: { lang, loop: id } }) => {
	const loop = loops.find((one) => one.id === id)
	if (!loop) error(404, 'page.not-found')
	return {
		audience: 'children' as const,
		picture: toLoopPicture(loop, lang),
		emergency: getEmergency(library),
	}
}
