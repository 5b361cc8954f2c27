import { getLanguage, locales } from '#base'
import { getSearchPack } from '#domains/guide/server'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** The search of a language for use without a network. */
export const GET: RequestHandler = ({ params }) =>
	new Response(getSearchPack(getLanguage(params.lang)), { headers: { 'content-type': 'application/json' } })
