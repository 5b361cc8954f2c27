import { toLegislation } from '#domains/law/standards/json-ld'
import { dataset } from '#domains/law/standards/server'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	law.instruments.filter(({ kind }) => kind !== 'announcement').map(({ id }) => ({ instrument: id }))

/** An instrument and its articles as JSON-LD. Its addresses are relative: the same file on every site that serves it. */
export const GET: RequestHandler = ({ params }) => {
	const node = toLegislation({ law, dataset, origin: '' }, params.instrument, 'whole')
	if (!node) error(404, 'page.not-found')
	return new Response(`${JSON.stringify(node, undefined, '\t')}\n`, {
		headers: { 'content-type': 'application/ld+json; charset=utf-8' },
	})
}
