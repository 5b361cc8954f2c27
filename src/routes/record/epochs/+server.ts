import { error } from '@sveltejs/kit'
import { listEpochs } from '#server/public/epochs'
import { findRecord } from '#server/process/record'
import type { RequestHandler } from './$types'

/** Signed keys of reports, each with what proves its leaf: `sha256("thiqa/v1\0" || salt || note)`. */
export const GET: RequestHandler = async () => {
	if (!findRecord()) error(404, 'page.not-found')
	return Response.json(await listEpochs(), { headers: { 'cache-control': 'public, max-age=30' } })
}
