import { toAkomaNtoso } from '#domains/law/standards/akoma-ntoso'
import { dataset } from '#domains/law/standards/server'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	law.instruments.filter(({ kind }) => kind !== 'announcement').map(({ id }) => ({ instrument: id }))

/** An instrument as Akoma Ntoso. */
export const GET: RequestHandler = ({ params }) => {
	const text = toAkomaNtoso(law, dataset, params.instrument)
	if (text === undefined) error(404, 'page.not-found')
	return new Response(text, { headers: { 'content-type': 'application/akn+xml; charset=utf-8' } })
}
