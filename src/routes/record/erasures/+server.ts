import { error } from '@sveltejs/kit'
import { listErasures } from '#server/public/erasures'
import { findRecord } from '#server/process/record'
import type { RequestHandler } from './$types'

/** Certificates of keys that were destroyed, each with what proves its leaf: `sha256("thiqa/v1\0" || salt || certificate)`. */
export const GET: RequestHandler = async () => {
	if (!findRecord()) error(404, 'page.not-found')
	return Response.json(await listErasures(), { headers: { 'cache-control': 'public, max-age=30' } })
}
