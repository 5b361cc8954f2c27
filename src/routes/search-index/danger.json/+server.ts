import { getDangerPack } from '#domains/guide/server'
import type { RequestHandler } from './$types'

export const prerender = true

/** The list of danger for use without a network: the same in every language. */
export const GET: RequestHandler = () =>
	new Response(getDangerPack(), { headers: { 'content-type': 'application/json' } })
