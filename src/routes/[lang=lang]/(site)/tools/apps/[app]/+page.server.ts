import { getLanguage, locales } from '#base'
import { findAppView } from '#domains/protect/apps'
import { protection } from '#domains/protect/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => protection.apps.map(({ id }) => ({ lang, app: id })))

export const load: PageServerLoad = ({ params }) => {
	const view = findAppView(protection.apps, params.app, {
		language: getLanguage(params.lang),
		at: new Date(),
	})
	if (!view) error(404, 'page.not-found')
	return { view }
}
