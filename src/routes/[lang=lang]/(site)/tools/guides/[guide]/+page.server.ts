import { getLanguage, locales } from '#base'
import { library } from '#domains/guide/server'
import { findGuideView } from '#domains/protect'
import { getAppCards } from '#domains/protect/apps'
import { protection } from '#domains/protect/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => protection.guides.map(({ id }) => ({ lang, guide: id })))

export const load: PageServerLoad = ({ params }) => {
	const when = { language: getLanguage(params.lang), at: new Date() }
	const view = findGuideView(protection.guides, library.sources, params.guide, when)
	if (!view) error(404, 'page.not-found')
	const apps = getAppCards(protection.apps.filter(({ guide }) => guide === params.guide))
	return { audience: 'parents' as const, view, apps }
}
