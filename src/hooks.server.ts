import { getDirection, getLangTag, isLocale, type Locale } from '#base'
import type { Handle } from '@sveltejs/kit/hooks'

const getLocale = (pathname: string): Locale => {
	const first = pathname.split('/')[1] ?? ''
	return isLocale(first) ? first : 'ar'
}

export const handle: Handle = ({ event, resolve }) => {
	const locale = getLocale(event.url.pathname)
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%thiqa.lang%', getLangTag(locale)).replace('%thiqa.dir%', getDirection(locale)),
	})
}
