import { checkHealth } from '#platform'
import { getDatabase } from '../../database.ts'
import { findReports } from '../../intake.ts'
import type { RequestHandler } from './$types'

/**
 * For the operator's monitor: 200 while pages and database answer, 503 otherwise. Where reports are taken it also says how much
 * comes in the lane of danger, in whole minutes and tens: whoever reads it all day learns of no single report.
 */
export const GET: RequestHandler = async () => {
	const [health, reports] = [await checkHealth(getDatabase()), await findReports()]
	const danger = reports?.describeDanger()
	return Response.json(danger ? { ...health, danger } : health, {
		status: health.status === 'ok' ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	})
}
