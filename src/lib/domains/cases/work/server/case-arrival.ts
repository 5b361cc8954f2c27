import { hour } from '#base'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { turnClocks, type DeskTime } from '../../clock/case-clock.ts'
import type { CaseDatabase, CaseTransaction } from '../../server/case-tables.ts'
import { toQuarterHour } from '#domains/acts/server'

/** A report that has come, as far as it is known without opening it. `hour`: when, rounded down. */
export type Arrival = { report: string; epoch: string; lane: 'danger' | 'normal'; hour: Date }

const batch = 500
const lock = 0x7468_6361 // "thca": one process at a time makes cases

/** Clocks start at the hour of the report, or in its own hour at the quarter in which the desk hears of it. */
const getStart = (arrived: Date, now: Date): Date =>
	now.getTime() - arrived.getTime() < hour
		? new Date(Math.max(arrived.getTime(), toQuarterHour(now).getTime()))
		: arrived

type NewCase = { id: string; arrival: Arrival }

const writeClocks = async (
	trx: CaseTransaction,
	made: readonly NewCase[],
	{ time, now }: { time: DeskTime; now: Date },
): Promise<void> => {
	const clocks = made.flatMap(({ id, arrival }) => {
		const isDanger = arrival.lane === 'danger'
		const event = isDanger ? 'received-danger' : 'received'
		const { started } = turnClocks([], { event, at: getStart(arrival.hour, now), time, isDanger })
		return started.map((clock) => ({ ...clock, id: randomUUID(), case_id: id, ended: null }))
	})
	await trx.insertInto('case_clock').values(clocks).execute()
}

const writeCases = async (
	trx: CaseTransaction,
	made: readonly NewCase[],
	{ time, now }: { time: DeskTime; now: Date },
) => {
	await trx
		.insertInto('desk_case')
		.values(
			made.map(({ id, arrival: { lane, hour: opened } }) => ({
				id,
				lane,
				opened,
				changed: opened,
				status: 'received',
				category: null,
				reason: null,
				assignee: null,
				supervisor: null,
				cluster: null,
				language: null,
				version: 1,
			})),
		)
		.execute()
	await trx
		.insertInto('case_report')
		.values(made.map(({ id, arrival: { report, epoch } }) => ({ report, epoch, case_id: id })))
		.execute()
	await trx
		.insertInto('case_step')
		.values(
			made.map(({ id, arrival }) => ({
				id: randomUUID(),
				case_id: id,
				kind: 'received',
				status: 'received',
				reason: null,
				by: null,
				at: arrival.hour,
				place: 1,
			})),
		)
		.execute()
	await writeClocks(trx, made, { time, now })
}

/**
 * Makes a case for every report that has none yet. Called again with the same reports, or by two processes at once, it makes
 * no second one. Answer: how many were made.
 */
export const openCases = async (
	db: CaseDatabase,
	arrivals: readonly Arrival[],
	time: DeskTime,
	now: Date,
): Promise<number> => {
	let made = 0
	for (let at = 0; at < arrivals.length; at += batch) {
		const some = arrivals.slice(at, at + batch)
		made += await db.transaction().execute(async (trx) => {
			await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(trx)
			const known = await trx
				.selectFrom('case_report')
				.select('report')
				.where(
					'report',
					'in',
					some.map(({ report }) => report),
				) // prettier-ignore
				.execute()
			const old = new Set(known.map(({ report }) => report))
			const fresh = new Map(some.filter(({ report }) => !old.has(report)).map((it) => [it.report, it]))
			const cases = Array.from(fresh.values(), (arrival) => ({ id: randomUUID(), arrival }))
			if (cases.length > 0) await writeCases(trx, cases, { time, now })
			return cases.length
		})
	}
	return made
}
