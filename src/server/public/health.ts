/** State of each part of this process, for the operator's monitor: in words that name nobody and say nothing of any visitor. */
import { lookAtIntake, type IntakeState, type KeyState } from '#domains/reports/server'
import { checkHealth, readConfig, type ClockFault, type Database } from '#platform'
import { findClockFault } from '#server/process/clock'
import { getDatabase } from '#server/process/database'
import { findKeyPlan } from '#server/desk/key-acts'
import { findReports } from '#server/process/reports'
import { findRecord } from '#server/process/record'

/** `off`: this process does not run it. */
type Part = 'ok' | 'failing' | 'off'

type Parts = {
	site: Part
	intake: IntakeState | 'off'
	desk: Part
	database: Part
	/** `unwitnessed`: what was added lately has not been signed by enough witnesses, so it is not shown. */
	record: Part | 'unwitnessed'
	key: KeyState | 'due' | 'off'
}

type FullHealth = {
	status: 'ok' | 'failing'
	database: Database['kind']
	migrations: number
	milliseconds: number
	/** A fault makes what cannot be undone wait for a person. */
	clock: 'trusted' | ClockFault
	parts: Parts
	danger?: { lastMinute: number; isAboveUsual: boolean }
	isKeyDue?: boolean
}

/** True when the next key is due, in a process that works for the desk of a live hotline: what the root signed and published says no less. */
const findIsDue = async (): Promise<boolean | undefined> => {
	const { roles } = readConfig()
	if (!roles.includes('desk') && !roles.includes('jobs')) return undefined
	const plan = await findKeyPlan(new Date())
	return plan && plan.due !== undefined
}

/** Entries wait while the database is away; what it refuses while it answers, and what a witness contradicts, is a fault of the record. */
const describeRecord = (database: 'ok' | 'failing'): Parts['record'] => {
	const opened = findRecord()
	if (!opened) return 'off'
	const seen = opened.describeWitnesses()
	if (opened.isFaulty() || seen === 'contradicted') return 'failing'
	return seen === 'wanting' ? 'unwitnessed' : database
}

const failing = new Set<string>(['failing', 'refusing', 'closed', 'unwitnessed'])

/** Everything that is known of this process now. */
export const describeHealth = async (): Promise<FullHealth> => {
	const database = getDatabase()
	const { roles } = readConfig()
	const [{ status, ...health }, reports] = [await checkHealth(database), await findReports()]
	const around = { isDatabaseThere: status === 'ok', isOneDisk: database.kind === 'pglite' }
	const [looked, isDue] = [reports && (await lookAtIntake(reports, around)), await findIsDue()]
	const key = looked?.key ?? 'off'
	const parts: Parts = {
		site: roles.includes('site') ? 'ok' : 'off',
		intake: looked?.intake ?? 'off',
		desk: roles.includes('desk') ? status : 'off',
		database: status,
		record: describeRecord(status),
		key: key === 'ok' && isDue === true ? 'due' : key,
	}
	const isKeyDue = isDue === undefined ? undefined : isDue || ['missing', 'unsigned'].includes(key)
	const clock = findClockFault() ?? 'trusted'
	const isFailing = clock !== 'trusted' || Object.values(parts).some((part) => failing.has(part))
	return {
		status: isFailing ? 'failing' : 'ok',
		...health,
		clock,
		parts,
		...(reports ? { danger: reports.describeDanger() } : {}),
		...(isKeyDue === undefined ? {} : { isKeyDue }),
	}
}
