import { library } from '#domains/guide/server'
import type { RequestHandler } from './$types'

export const prerender = true

/** Every door as open data; suspended ones are left out here too. */
export const GET: RequestHandler = () =>
	Response.json({
		$schema: '/contacts.schema.json',
		licence: 'CC-BY-4.0',
		note: 'Each number carries its source, the day a source last showed it, and a confidence. Confirm before you print it.',
		contacts: library.contacts.filter(({ status }) => status === 'active'),
	})
