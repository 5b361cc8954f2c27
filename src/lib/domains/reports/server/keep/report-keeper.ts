/**
 * Where every report goes: to the database in groups, or to the spool when the database is gone or too much comes. Either
 * way it is on the disk when the promise resolves.
 */
import { hash } from 'node:crypto'
import { createGroupCommit } from './group-commit.ts'
import { openSpool } from './spool.ts'
import { addReports, type FaultPoint, type NewReport, type Stored } from './report-store.ts'
import { formatUuid } from '../keys/uuid.ts'
import type { ReportDatabase } from '../tables.ts'

export type ReportKeeper = {
	/** @throws AppError `reports.cannot-keep` when neither database nor disk takes it */
	keep: (report: NewReport, isLater: boolean) => Promise<Stored>
	/** Reports under way to the database. */
	countWaiting: () => number
	/** Moves waiting reports into the database. Answers how many; 0 when there are none or the database is still gone. */
	drainSpool: () => Promise<number>
	countSpooled: () => Promise<number>
	/** True when the last report that came was refused: neither database nor disk took it. */
	isRefusing: () => boolean
	/** True when the disk would take a report that the database does not. */
	hasSpace: () => Promise<boolean>
	close: () => Promise<void>
}

/** After a failure the database is left alone for so long (milliseconds): reports then do not wait for it. */
const restTime = 1000
const moveTogether = 64
/**
 * A database that has not answered for so long (milliseconds) counts as gone: a lock may hold it, or all its connections be taken.
 * What it still does afterwards does no harm: the same report twice is one.
 */
const patience = 4000

export type KeeperOptions = {
	db: ReportDatabase
	folder: string
	/** Told the error, never a report. */
	onFault: (error: unknown) => void
	faultPoint?: FaultPoint
	/** Told that reports have come to the database, after it: not how many, and not which. */
	onArrival?: () => void
	/** Transactions at once; as `createGroupCommit()`. */
	writers?: number
	/** Milliseconds between two looks at the spool. */
	every?: number
}

/** A name of its own for a report whose form has brought another one: the same at every try, so that it is stored once. */
const toOwnId = ({ place }: NewReport): string =>
	formatUuid(hash('sha256', Buffer.concat([Buffer.from('thiqa/own-id/v1'), place]), 'buffer'))

/** Stores what was acknowledged: a report whose form has brought another one meanwhile too, for its receipt has been shown. */
const storePromised = async (
	db: ReportDatabase,
	reports: readonly NewReport[],
	faultPoint: FaultPoint,
): Promise<void> => {
	const outcomes = await addReports(db, reports, faultPoint)
	const others = reports.filter((_, at) => outcomes[at] === 'used')
	if (others.length > 0)
		await addReports(
			db,
			others.map((report) => ({ ...report, id: toOwnId(report) })),
			faultPoint,
		)
}

/** One by one where a group fails, so that a report that the database will never take does not hold up the others. */
const storeEach = async (
	db: ReportDatabase,
	reports: readonly NewReport[],
	faultPoint: FaultPoint,
): Promise<void> => {
	try {
		await storePromised(db, reports, faultPoint)
	} catch (error) {
		if (reports.length === 1) throw error
		for (const report of reports) await storePromised(db, [report], faultPoint)
	}
}

/** Opens the spool and begins to move what waits in it. */
export const openReportKeeper = async (options: KeeperOptions): Promise<ReportKeeper> => {
	const {
		db,
		folder,
		onFault,
		faultPoint = () => {},
		onArrival = () => {},
		every = 1000,
		writers = 1,
	} = options
	const spool = await openSpool(folder, faultPoint)
	const groupCommit = createGroupCommit(
		(reports: readonly NewReport[]) => addReports(db, reports, faultPoint),
		{
			writers,
			patience,
		},
	)
	let restsUntil = 0
	const isResting = (): boolean => performance.now() < restsUntil

	let isRefusing = false
	const addToSpool = async (report: NewReport): Promise<Stored> => {
		try {
			const stored = await spool.add(report)
			isRefusing = false
			return stored
		} catch (error) {
			isRefusing = true
			throw error
		}
	}
	const keep = async (report: NewReport, isLater: boolean): Promise<Stored> => {
		if (isLater || isResting()) return addToSpool(report)
		try {
			const stored = await groupCommit.add(report)
			isRefusing = false
			onArrival()
			return stored
		} catch (error) {
			if (!isResting()) onFault(error)
			restsUntil = performance.now() + restTime
			// The commit may have happened and its answer been lost: the same report twice is one.
			return addToSpool(report)
		}
	}
	let moving: Promise<number> = Promise.resolve(0)
	const moveOnce = async (): Promise<number> => {
		if (isResting()) return 0
		try {
			const moved = await spool.moveSome((reports) => storeEach(db, reports, faultPoint), moveTogether)
			if (moved > 0) onArrival()
			return moved
		} catch (error) {
			onFault(error)
			restsUntil = performance.now() + restTime
			return 0
		}
	}
	const drainSpool = (): Promise<number> => (moving = moving.then(moveOnce))
	const timer = setInterval(() => void drainSpool(), every).unref()
	void drainSpool()
	return {
		keep,
		drainSpool,
		countWaiting: groupCommit.count,
		countSpooled: spool.count,
		isRefusing: () => isRefusing,
		hasSpace: spool.hasSpace,
		close: async () => {
			clearInterval(timer)
			await moving
		},
	}
}
