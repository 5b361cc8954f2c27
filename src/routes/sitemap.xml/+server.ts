import { getLangTag, locales } from '#base'
import { audiences } from '#domains/guide'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import type { RequestHandler } from './$types'

export const prerender = true

const fixed = ['', '/help', '/contacts', '/privacy', '/accessibility', '/offline', '/leave']
const ofLaw = [
	'',
	'/instruments',
	'/conventions',
	'/gaps',
	'/compare',
	'/questions',
	'/glossary',
	'/study',
	'/data',
]

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
				const others = locales.map(
					(other) =>
						`<xhtml:link rel="alternate" hreflang="${getLangTag(other)}" href="${url.origin}/${other}${page}"/>`,
				)
				return `<url><loc>${url.origin}/${locale}${page}</loc>${others.join('')}</url>`
			})
			.join('\n')
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(entry).join('\n')}\n</urlset>\n`,
		{ headers: { 'content-type': 'application/xml' } },
	)
}
