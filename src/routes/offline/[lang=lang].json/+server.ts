import { locales } from '#base'
import { audiences } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Addresses that the service worker keeps when a visitor asks for a language's pages. */
export const GET: RequestHandler = ({ params }) => {
	const pages = [
		'',
		'/help',
		'/contacts',
		'/offline',
		'/leave',
		'/privacy',
		'/accessibility',
		'/search',
		...audiences.map((audience) => `/${audience}`),
		...library.topics.flatMap((topic) => topic.audiences.map((audience) => `/${audience}/${topic.id}`)),
		...library.situations.flatMap(({ id, who }) => [
			`/help/${id}`,
			...who.map((asker) => `/help/${id}/${asker}`),
		]),
	].map((page) => `/${params.lang}${page}`)
	return Response.json({ pages, search: [`/search-index/${params.lang}.json`, '/search-index/danger.json'] })
}
