import { checkHealth, readConfig } from '#platform'
import { findClockFault } from '../../clock.ts'
import { getDatabase } from '../../database.ts'
import { findKeyPlan } from '../../desk/key-acts.ts'
import { findReports } from '../../intake.ts'
import type { RequestHandler } from './$types'

/** Whether the next key is due, in a process that works for the desk of a live hotline: what the root signed and published says no less. */
const findKeyDue = async (): Promise<{ isKeyDue?: boolean }> => {
	const { roles } = readConfig()
	if (!roles.includes('desk') && !roles.includes('jobs')) return {}
	const plan = await findKeyPlan(new Date())
	return plan ? { isKeyDue: plan.due !== undefined } : {}
}

/**
 * For the operator's monitor: 200 while pages and database answer, 503 otherwise. Where reports are taken it also says how much
 * comes in the lane of danger, in whole minutes and tens: whoever reads it all day learns of no single report. `isKeyDue`: the next key is
 * to be made.
 */
export const GET: RequestHandler = async () => {
	const [health, reports] = [await checkHealth(getDatabase()), await findReports()]
	const danger = reports?.describeDanger()
	return Response.json(
		{ ...health, clock: findClockFault() ?? 'trusted', ...(danger ? { danger } : {}), ...(await findKeyDue()) },
		{ status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
	)
}
