import { languages } from '#base'
import { library } from '#domains/guide/server'
import { chooseDoors } from '#domains/programme/widget'
import { makeWidgetPage, makeWidgetScript } from '#domains/programme/widget/ui'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	languages.flatMap((language) => [{ file: `${language}.html` }, { file: `${language}.js` }])

/** Version 1 of the widget: one page and one script a language, made once and the same for everybody. */
export const GET: RequestHandler = ({ params }) => {
	const language = languages.find((one) => params.file.startsWith(`${one}.`)) ?? 'ar'
	return params.file.endsWith('.js')
		? new Response(makeWidgetScript(library, language), {
				headers: { 'content-type': 'text/javascript; charset=utf-8' },
			})
		: new Response(makeWidgetPage(chooseDoors(library), language), {
				headers: { 'content-type': 'text/html; charset=utf-8' },
			})
}
