import { locales } from '#base'
import { findEliInstrument, getEliInstruments } from '#domains/law/standards/eli'
import { makeEliPage } from '#domains/law/standards/ui'
import { dataset } from '#domains/law/standards/server'
import { law } from '#domains/law/server'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => getEliInstruments(law).map(({ eli }) => eli)

/** The permanent address of an instrument. */
export const GET: RequestHandler = ({ params, url }) => {
	const instrument = findEliInstrument(law, { type: params.type, year: params.year, number: params.number })
	if (!instrument) error(404, 'page.not-found')
	const page = makeEliPage({ law, dataset, origin: url.origin }, locales.map(createWords), { instrument })
	return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
