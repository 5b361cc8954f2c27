import { getLangTag, getLanguage, locales, type Language } from '#base'
import { audiences, findPageOrFallback } from '#domains/guide'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import type { RequestHandler } from './$types'

export const prerender = true

const fixed = [
	'',
	'/help',
	'/contacts',
	'/privacy',
	'/cooperation',
	'/accessibility',
	'/offline',
	'/leave',
	'/children/derb',
	'/children/loops',
	...['', '/regions', '/errata', '/data', '/counting', '/trials', '/widget', '/mirrors'].map(
		(path) => `/programme${path}`,
	),
]
const ofLaw = [
	'',
	'/instruments',
	'/conventions',
	'/gaps',
	'/compare',
	'/questions',
	'/glossary',
	'/path',
	'/study',
	'/data',
]

/** The day on which a page of advice was last checked, as its text says; other pages carry no day of their own, and that of the build says nothing. */
const findChecked = (page: string, language: Language): string | undefined => {
	const [, audience = '', topic = ''] = page.split('/')
	const about = library.topics.find(({ id }) => id === topic)
	const reader = about?.audiences.find((one) => one === audience)
	return about && reader && findPageOrFallback(library, { topic, audience: reader, language })?.checked
}

/** Sitemap with the languages of each page (https://www.sitemaps.org/protocol.html). */
export const GET: RequestHandler = ({ url }) => {
	const pages = [
		...fixed,
		...audiences.map((audience) => `/${audience}`),
		...ofLaw.map((path) => `/law${path}`),
		...law.instruments.map(({ id }) => `/law/instruments/${id}`),
		...law.provisions.map(({ id }) => `/law/provisions/${id}`),
		...law.situations.map(({ id }) => `/law/situations/${id}`),
		...library.topics.flatMap((topic) => topic.audiences.map((audience) => `/${audience}/${topic.id}`)),
	]
	const entry = (page: string): string =>
		locales
			.map((locale) => {
				const checked = findChecked(page, getLanguage(locale))
				const others = locales.map(
					(other) =>
						`<xhtml:link rel="alternate" hreflang="${getLangTag(other)}" href="${url.origin}/${other}${page}"/>`,
				)
				const first = `<xhtml:link rel="alternate" hreflang="x-default" href="${url.origin}${page === '' ? '/' : `/${locales[0]}${page}`}"/>`
				const dated = checked === undefined ? '' : `<lastmod>${checked}</lastmod>`
				return `<url><loc>${url.origin}/${locale}${page}</loc>${dated}${others.join('')}${first}</url>`
			})
			.join('\n')
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(entry).join('\n')}\n</urlset>\n`,
		{ headers: { 'content-type': 'application/xml' } },
	)
}
