import { getLanguage, languages } from '#base'
import { library } from '#domains/guide/server'
import { chooseDoors, getWidgetAddress, keptUntil } from '#domains/programme/widget'
import { makeSnippets, showDoor } from '#domains/programme/widget/ui'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'public, max-age=600' })
	locals.showsWidget = true
	const language = getLanguage(params.lang)
	return {
		snippets: makeSnippets(url.origin, params.lang),
		frame: getWidgetAddress(language, 'html'),
		frames: languages.map((one) => ({ language: one, address: getWidgetAddress(one, 'html') })),
		doors: chooseDoors(library).flatMap((door) => showDoor(door, params.lang)),
		help: `${url.origin}/${params.lang}/help`,
		keptUntil,
	}
}
