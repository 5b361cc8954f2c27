import { toHex } from '#base'
import type { TrialReport } from '../report.ts'
import type { TrialTally } from '../tally-sheet.ts'
import { isOverdue, type DrawnClass, type OverdueTrial, type Trial } from '../trial.ts'
import { readClasses, readTallies, toNumber, toTrial } from './trial-rows.ts'
import type { TrialQueries } from './trial-tables.ts'

/** A result that is published, or waits for the second person. */
export type TrialResult = {
	version: number
	report: TrialReport
	/** Sheets that it was made of; `undefined` where nobody kept them. */
	tallies: readonly TrialTally[] | undefined
	reason: string | undefined
	reportedBy: string
	approvedAt: Date | undefined
}

/** The draw as everybody may repeat it; the secret is there once it is drawn. */
export type TrialDraw = {
	commitment: string
	listHash: string
	value: string | undefined
	secret: string | undefined
}

/** A trial with all that is kept of it. */
export type WholeTrial = Trial & {
	classes: readonly DrawnClass[]
	draw: TrialDraw | undefined
	/** As they are at the desk; a result has its own. */
	tallies: readonly TrialTally[]
	/** Newest first. */
	results: readonly TrialResult[]
}

/** Every trial, newest first. */
export const listTrials = async (db: TrialQueries): Promise<Trial[]> =>
	(await db.selectFrom('trial').selectAll().orderBy('number', 'desc').execute()).map(toTrial)

/** Trials that everybody sees: those whose protocol two persons have agreed to. */
export const listPublicTrials = async (db: TrialQueries): Promise<Trial[]> =>
	(await listTrials(db)).filter(({ approvedAt }) => approvedAt !== undefined)

/** Trials that everybody sees and whose result is overdue on a day, oldest first. */
export const listOverdueTrials = async (db: TrialQueries, today: string): Promise<OverdueTrial[]> =>
	(await listPublicTrials(db))
		.filter((trial) => isOverdue(trial, today))
		.map(({ id, protocol }) => ({ id, publishOn: protocol.publishOn }))
		.reverse()

const readResults = async (db: TrialQueries, number: number): Promise<TrialResult[]> => {
	const rows = await db
		.selectFrom('trial_result')
		.where('trial', '=', number)
		.selectAll()
		.orderBy('version', 'desc')
		.execute()
	return rows.map((row) => ({
		version: row.version,
		report: JSON.parse(row.report) as TrialReport,
		tallies: row.tallies === null ? undefined : (JSON.parse(row.tallies) as TrialTally[]),
		reason: row.reason ?? undefined,
		reportedBy: row.reported_by,
		approvedAt: row.approved_at ?? undefined,
	}))
}

/** One trial, whole; `undefined` when there is none of this id. */
export const findTrial = async (db: TrialQueries, id: string): Promise<WholeTrial | undefined> => {
	const number = toNumber(id)
	if (number === undefined) return undefined
	const row = await db.selectFrom('trial').where('number', '=', number).selectAll().executeTakeFirst()
	if (!row) return undefined
	const draw = await db.selectFrom('trial_draw').where('trial', '=', number).selectAll().executeTakeFirst()
	return {
		...toTrial(row),
		classes: (await readClasses(db, number)).map(({ has_lesson: had, ...one }) => ({
			...one,
			hasLesson: had ?? undefined,
		})),
		draw: draw && {
			commitment: draw.commitment,
			listHash: draw.list_hash,
			value: draw.value ?? undefined,
			secret: draw.value === null ? undefined : toHex(new Uint8Array(draw.secret)),
		},
		tallies: await readTallies(db, number),
		results: await readResults(db, number),
	}
}

/** The same as everybody may see it: nothing before the second person has agreed, and what classes handed in only as a published result keeps it. */
export const findPublicTrial = async (db: TrialQueries, id: string): Promise<WholeTrial | undefined> => {
	const trial = await findTrial(db, id)
	if (trial?.approvedAt === undefined) return undefined
	const results = trial.results.filter(({ approvedAt }) => approvedAt !== undefined)
	const stopReason = trial.state === 'stopping' ? undefined : trial.stopReason
	return { ...trial, results, stopReason, tallies: [] }
}
