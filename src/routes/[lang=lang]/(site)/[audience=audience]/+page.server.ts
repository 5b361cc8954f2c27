import { getLanguage, locales } from '#base'
import { audiences, getEmergency, getPageLinks } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => audiences.map((audience) => ({ lang, audience })))

export const load: PageServerLoad = ({ params }) => ({
	audience: params.audience,
	links: getPageLinks(library, params.audience, getLanguage(params.lang)),
	emergency: getEmergency(library),
})
