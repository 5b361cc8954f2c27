import { describeHealth } from '#server/public/health'
import type { RequestHandler } from './$types'

/**
 * For the operator's monitor, which a person reads: 200 while every part does its work, 503 otherwise. Programs that restart or take a
 * process out of service ask `/health/live` and `/health/ready`. The rate of reports of priority `danger` is given in whole minutes and
 * tens: whoever reads it all day learns of no single report.
 */
export const GET: RequestHandler = async () => {
	const health = await describeHealth()
	return Response.json(health, {
		status: health.status === 'ok' ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	})
}
