import { escapeMarkup, getDirection, getLangTag, getLanguage, isLocale, type Locale } from '#base'
import { messages, type TextKey } from '#messages'
import { toLatin } from '#tools/script/tifinagh'
import { dark, light } from '#ui/tokens'
import { firstNumbers } from './first-numbers.ts'

/** The locale that an address asks for; Arabic when it asks for none. Takes any string. */
export const getLocaleOfPath = (path: string): Locale => {
	const first = path.split(/[/?#]/u)[1] ?? ''
	return isLocale(first) ? first : 'ar'
}

const titles: Readonly<Record<number, TextKey>> = {
	400: 'error.not-found',
	404: 'error.not-found',
	405: 'error.method',
	413: 'error.too-long',
	414: 'error.too-long',
	431: 'error.too-long',
	503: 'error.unavailable',
}

const findText = (status: number): TextKey => {
	if (status === 503) return 'error.unavailable-text'
	return status >= 500 ? 'error.broken-text' : 'error.not-found-text'
}

const style = `body{font:1.1rem/1.7 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;background:${light.paper};color:${light.ink}}h1{border-block-end:6px solid ${light.majorelle};padding-block-end:.5rem}a{color:${light.majorelle};display:inline-block;padding:.6rem 0;margin-inline-end:1.5rem}.n a{font-size:1.8rem;font-weight:700;color:${light.terracotta}}@media(prefers-color-scheme:dark){body{background:${dark.paper};color:${dark.ink}}a{color:${dark.majorelle}}.n a{color:${dark.terracotta}}}`

/**
 * A whole page that needs nothing else to work: what went wrong, the numbers that always work, the way on. For the
 * answers that the application cannot give itself (a broken address, a header too long, a fault).
 *
 * @param status - HTTP status, 400-599
 * @param id - number of the fault in the log, shown so that a person can tell it to us
 */
export const makePlainPage = (locale: Locale, status: number, id?: string): string => {
	const say = (key: TextKey): string => {
		const text = messages[getLanguage(locale)][key]
		return escapeMarkup(locale === 'zgh-latn' ? toLatin(text) : text)
	}
	const title = say(titles[status] ?? (status >= 500 ? 'error.broken' : 'error.not-found'))
	const text = say(findText(status))
	const calls = firstNumbers.map((number) => `<a href="tel:${number}">${number}</a>`).join('')
	return `<!doctype html><html lang="${getLangTag(locale)}" dir="${getDirection(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p>${id ? `<p>${say('error.id')}: <bdi>${escapeMarkup(id)}</bdi></p>` : ''}<p class="n">${calls}</p><p><a href="/${locale}/help">${say('nav.help')}</a><a href="/${locale}">${say('nav.home')}</a><a href="/${locale}/search">${say('nav.search')}</a></p></main></body></html>`
}
