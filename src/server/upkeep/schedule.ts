/**
 * All that the product does by itself, again and again, and when. Three loops stand in their own rooms, because they answer to
 * what happens there: entries get their place in the record, reports that waited on disk go to the database, the epoch is looked up.
 */
import { day, hour, minute } from '#base'
import { watchClocks } from '#domains/exchange/preservation/server'
import { eraseOverdue } from '#domains/retention/server'
import { pruneExposure } from '#domains/wellbeing/server'
import { publishFigures } from '#domains/cases/figures/server'
import { publishExchange } from '#domains/exchange/figures/server'
import { expireIndicators } from '#domains/exchange/indicators/server'
import { longestTry } from '#domains/exchange/referrals'
import { endMessages } from '#domains/exchange/referrals/inbox/server'
import { forgetStatuses } from '#domains/exchange/indicators/taxii/server'
import { library } from '#domains/guide/server'
import type { Reports } from '#domains/reports/server'
import {
	createTurn,
	cutLog,
	leaveLog,
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
import { startCounting } from './counting.ts'
import { releaseCounts } from './counting/release.ts'
import { startIngesting } from '#server/process/arrival'
import { getClock } from '#server/process/clock'
import { getDatabase } from '#server/process/database'
import { getPartnerChannel } from '#server/process/exchange'
import { getCaseDatabase, getDesk, getToday } from '#server/desk/case-desk'
import { startNext } from '#server/desk/key-acts'
import { listCalls } from './calls.ts'
import { hearFromHosts, sendToPartners } from './outbox.ts'
import { createPager } from './pager.ts'
import { createPull } from './pull.ts'
import { keepViewsProved } from './views.ts'
import { getDeskRules } from '#server/process/desk-rules'
import { findReports } from '#server/process/reports'
import { declareSlot } from '#server/process/slot'

/** Days of exposure that are kept: long enough to see a hard month, and no longer. */
const exposureDays = 60

type Given = { config: Config; database: Database; log: Log }

/** Wraps work that has nothing to count. */
const uncounted = (work: () => Promise<unknown>) => (): Promise<number> => work().then(() => 0)

/** Wraps work that cannot be undone: it waits while the clock is not believed; the log has said so then. `at`: what has come for certain. */
const onceTrusted = (work: (at: Date) => Promise<unknown>) => async (): Promise<number> => {
	const { fault, proved } = await getClock().look()
	const count = fault === undefined ? await work(proved) : 0
	return typeof count === 'number' ? count : 0
}

/** Tasks that ring whoever is on call, where the operator has said how. */
const ofPager = ({ pagerUrl }: Config): UpkeepTask[] => {
	if (pagerUrl === undefined) return []
	const tick = createPager({
		listUnseen: () => listCalls(getDatabase().kysely, new Date()),
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

/** Publishes what is due of the figures of the hotline and of its work with other countries. Answer: how many quarters. */
const publishAll = async (dataDir: string, now: Date): Promise<number> => {
	const operator = await readOperator(dataDir)
	const since = { liveSince: operator.state === 'live' ? operator.record.goLive.on : undefined, now }
	const hotline = await publishFigures(getCaseDatabase(), since)
	return hotline + (await publishExchange(getCaseDatabase(), since))
}

/** Tasks of work with partners: what is due goes out, what they have is fetched, what is over ends. */
const ofExchange = ({ config, database }: Pick<Given, 'config' | 'database'>): UpkeepTask[] => [
	...inTurn(database, 'exchange', [
		{ job: 'exchange.send', every: minute / 2, work: sendToPartners },
		{ job: 'exchange.hear', every: 10 * minute, work: hearFromHosts },
		{ job: 'exchange.pull', every: hour / 4, work: createPull(config) },
		{
			job: 'desk.indicators',
			every: hour,
			work: onceTrusted(async (at) => {
				await forgetStatuses(getDatabase().kysely, at)
				return expireIndicators(getDatabase().kysely, at)
			}),
		},
		{
			job: 'desk.preservation',
			every: hour,
			work: onceTrusted((at) => watchClocks({ db: getDatabase().kysely, now: () => at })),
		},
		{
			// What partners wrote ends when a letter would: decision 074.
			job: 'desk.messages',
			every: 'night',
			work: onceTrusted((at) =>
				endMessages(getDatabase().kysely, {
					before: new Date(at.getTime() - getDeskRules().schedule.closed * day),
					now: at,
				}),
			),
		},
	]),
	{
		// A partner may go on for a while with what it sealed to a key that has ended. Each process has a folder of its own.
		job: 'exchange.old-keys',
		every: 'night',
		work: onceTrusted((at) => getPartnerChannel().keys.shred(new Date(at.getTime() - longestTry))),
	},
]

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
			work: onceTrusted((now) => publishAll(config.dataDir, now)),
		},
	]),
	{ job: 'desk.next-key', every: minute / 2, work: () => startNext() },
	...ofExchange({ config, database }),
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

/** Views that partners pull: each is looked into soon after a change. */
const ofViews = ({ database, log }: Given): readonly UpkeepTask[] =>
	inTurn(database, 'views', [{ job: 'exchange.views', every: minute / 2, work: () => keepViewsProved(log) }])

/** Counting: each process that answers the website flushes what it counted, one of all releases. */
const ofCounting = (given: Given): UpkeepTask[] => {
	const { tasks, stop } = startCounting(given)
	// A database that is gone takes nothing more: what was not stored is lost, and the page says so.
	onShutdown(() => stop().catch(() => undefined))
	const work = onceTrusted((at) => releaseCounts(given, at))
	return [...tasks, ...inTurn(given.database, 'counting', [{ job: 'counting.release', every: hour, work }])]
}

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
				{ job: 'database.leave-log', every: hour, work: uncounted(() => leaveLog(database)) },
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
		...(roles.includes('exchange') ? ofViews(given) : []),
		...(roles.includes('site') ? ofCounting(given) : []),
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
