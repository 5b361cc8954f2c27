/**
 * All that the product does by itself, again and again, and when. Three loops stand in their own rooms, because they answer to
 * what happens there: entries get their place in the record, reports that waited on disk go to the database, the epoch is looked up.
 */
import { day, hour, minute } from '#base'
import { eraseOverdue } from '#domains/retention/server'
import { listUnseen } from '#domains/cases/queue/server'
import { pruneExposure } from '#domains/wellbeing/server'
import { publishFigures } from '#domains/cases/figures/server'
import { library } from '#domains/guide/server'
import type { Reports } from '#domains/reports/server'
import {
	createTurn,
	cutLog,
	keepUp,
	onShutdown,
	readOperator,
	ring,
	tidy,
	type Config,
	type Database,
	type Log,
	type UpkeepState,
	type UpkeepTask,
} from '#platform'
import { ingestReports } from './arrivals.ts'
import { startIngesting } from '#server/process/arrival'
import { getClock } from '#server/process/clock'
import { getCaseDatabase, getDesk, getToday } from '#server/desk/case-desk'
import { startNext } from '#server/desk/key-acts'
import { createPager } from './pager.ts'
import { getDeskRules } from '#server/process/desk-rules'
import { findReports } from '#server/process/reports'
import { declareSlot } from '#server/process/slot'

/** Days of exposure that are kept: long enough to see a hard month, and no longer. */
const exposureDays = 60

type Given = { config: Config; database: Database; log: Log }

/** Wraps work that has nothing to count. */
const uncounted = (work: () => Promise<unknown>) => (): Promise<number> => work().then(() => 0)

/** Wraps work that cannot be undone: it waits while the clock is not believed; the log has said so then. `at`: what all clocks have reached. */
const onceTrusted = (work: (at: Date) => Promise<unknown>) => async (): Promise<number> => {
	const { fault, earliest } = await getClock().look()
	const count = fault === undefined ? await work(earliest) : 0
	return typeof count === 'number' ? count : 0
}

/** Tasks that ring whoever is on call, where the operator has said how. */
const ofPager = ({ pagerUrl }: Config): UpkeepTask[] => {
	if (pagerUrl === undefined) return []
	const tick = createPager({
		listUnseen: () => listUnseen(getCaseDatabase()),
		ring: () => ring(pagerUrl),
	})
	return [{ job: 'desk.page', every: minute / 2, work: tick }]
}

/**
 * Work that one process of all on the database does for the others (decision 060). The embedded database has one process, which nobody
 * has to wait for after it was killed.
 */
const inTurn = ({ kysely, kind }: Database, work: string, tasks: readonly UpkeepTask[]): UpkeepTask[] => {
	if (kind !== 'postgres' || tasks.length === 0) return [...tasks]
	const { isOurs, giveBack } = createTurn(kysely, work)
	// A database that is gone frees the turn by itself, after its time.
	onShutdown(() => giveBack().catch(() => undefined))
	return tasks.map((task) => ({ ...task, isOurs }))
}

/**
 * Tasks of the desk: letters and cases come in, what is over is let go, figures of a quarter are published. Who rings takes turns of their
 * own, as another process may have nobody to ring; the next key lies in the folder of each.
 */
const ofDesk = ({ config, database }: Given): UpkeepTask[] => [
	...inTurn(database, 'pager', ofPager(config)),
	...inTurn(database, 'desk', [
		{ job: 'desk.take-in', every: minute / 2, work: uncounted(ingestReports) },
		{
			job: 'desk.erase',
			every: hour,
			work: onceTrusted((at) => eraseOverdue({ ...getDesk(), now: () => at }, getDeskRules().schedule)),
		},
		{
			job: 'desk.exposure',
			every: 'night',
			work: onceTrusted((at) =>
				pruneExposure(getCaseDatabase(), getToday(new Date(at.getTime() - exposureDays * day))),
			),
		},
		{
			job: 'desk.figures',
			every: 'night',
			work: onceTrusted(async (now) => {
				const operator = await readOperator(config.dataDir)
				const liveSince = operator.state === 'live' ? operator.record.goLive.on : undefined
				return publishFigures(getCaseDatabase(), { liveSince, now })
			}),
		},
	]),
	{ job: 'desk.next-key', every: minute / 2, work: () => startNext() },
]

const slot = declareSlot<ReturnType<typeof keepUp>>('upkeep')

/** The server's entry opens reports after the application. */
const withReports = (work: (reports: Reports) => Promise<void>): (() => Promise<number>) =>
	uncounted(async () => {
		const reports = await findReports()
		if (reports) await work(reports)
	})

/** Logs a warning in each minute in which more reports of priority `danger` came than usual, and a little longer. */
const warnOfFlood = (log: Log) =>
	withReports(async ({ describeDanger }) => {
		const { lastMinute, isAboveUsual } = describeDanger()
		if (isAboveUsual) log.warn('reports.flood', { count: lastMinute })
	})

/** Tasks of the intake: forms that are over are forgotten, files that belong to no report are removed. */
const ofIntake = ({ log }: Given): readonly UpkeepTask[] => [
	{ job: 'reports.danger', every: minute, work: warnOfFlood(log) },
	{ job: 'reports.forget', every: hour, work: withReports((reports) => reports.forget()) },
	{
		job: 'reports.sweep',
		every: minute,
		work: withReports(async ({ attachments }) => {
			const { fault } = await getClock().look()
			await attachments.sweep({ isTimeTrusted: fault === undefined })
		}),
	},
	{
		job: 'reports.sweep-unknown',
		every: hour,
		work: onceTrusted(withReports(({ attachments }) => attachments.sweepUnknown())),
	},
]

/** The embedded database has nobody who looks after it. */
const ofDatabase = (database: Database): UpkeepTask[] =>
	database.kind === 'postgres'
		? []
		: [
				{
					job: 'database.checkpoint',
					every: 5 * minute,
					work: uncounted(() => cutLog(database)),
				},
				{
					job: 'database.vacuum',
					every: 'night',
					work: async () => {
						await tidy(database)
						return 1
					},
				},
			]

const worksForDesk = ({ roles }: Config): boolean => roles.includes('desk') || roles.includes('jobs')

/** Everything that a process with these roles does by itself. */
const listUpkeep = (given: Given): UpkeepTask[] => {
	const { roles } = given.config
	return [
		{ job: 'clock.look', every: 10 * minute, work: onceTrusted(async () => undefined) },
		...(worksForDesk(given.config) ? ofDesk(given) : []),
		...(roles.includes('intake') ? ofIntake(given) : []),
		...ofDatabase(given.database),
	]
}

/** Begins it, once a process; it ends with the process. */
export const startUpkeep = (given: Given): void => {
	if (slot.find()) return
	const upkeep = slot.put(keepUp(listUpkeep(given), { log: given.log, zone: library.calendar.zone }))
	onShutdown(upkeep.stop)
	// What has come while no process ran, and from now on whatever comes, at once.
	if (worksForDesk(given.config)) startIngesting(ingestReports)
}

/** States of the tasks in this process since its start. */
export const listUpkeepStates = (): UpkeepState[] => slot.find()?.list() ?? []
