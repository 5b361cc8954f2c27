import { checkHealth } from '#platform'
import { getDatabase } from '../../database.ts'
import type { RequestHandler } from './$types'

/** For the operator's monitor: 200 while pages and database answer, 503 otherwise. */
export const GET: RequestHandler = async () => {
	const health = await checkHealth(getDatabase())
	return Response.json(health, {
		status: health.status === 'ok' ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	})
}
