import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { AppError, hour } from '#base'
import { may, openAlone, openAnHour, type Person } from '#domains/people'
import { useApproval } from '#domains/approvals/server'
import { weighCases } from '../../weight.ts'
import type { CaseQueries, CaseTransaction } from '../../server/case-tables.ts'
import { noteOpened, requireRoom } from '#domains/wellbeing/server'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { addSteps } from '../../server/case-steps.ts'
import { isUnseen } from '../../queue/server/unseen.ts'
import { getRelation, lockCases, notAllowed, type Desk, type DeskCase } from '../../server/desk-case.ts'

/** Digest of what a second person agrees to when many cases are opened at once: exactly these. */
export const toOpenDigest = (ids: readonly string[]): string =>
	createHash('sha256')
		.update([...new Set(ids)].sort().join('\n'))
		.digest('hex')

/** Cases that are written down in one transaction. */
const batch = 250

/** True when a person may read what reporters wrote in a case. */
export const mayOpen = (found: DeskCase, person: Person): boolean => {
	const relation = getRelation(found, person)
	// Who sorts what has come reads it before it is anybody's.
	const isNew = found.assignee === undefined && may(person, 'open', 'report', relation)
	return may(person, 'open', 'case', relation) || isNew
}

/** Asks for the cases that a person has opened in the last hour. Those in danger do not count: they wait for nobody. */
export const selectLately = (db: CaseQueries, person: string, now: Date) => {
	const since = toQuarterHour(new Date(now.getTime() - hour))
	return db
		.selectFrom('case_step')
		.innerJoin('desk_case', 'desk_case.id', 'case_step.case_id')
		.select('case_id')
		.distinct()
		.where('case_step.by', '=', person)
		.where('case_step.kind', '=', 'opened')
		.where('case_step.at', '>=', since)
		.where('desk_case.changed', '>=', since)
		.where('desk_case.lane', '<>', 'danger')
}

const listLately = async (trx: CaseTransaction, person: string, now: Date): Promise<ReadonlySet<string>> => {
	const rows = await selectLately(trx, person, now).execute()
	return new Set(rows.map(({ case_id }) => case_id))
}

/**
 * True when these go beyond what one person opens alone in an hour. Whoever asks twice at once is counted one after the other.
 * What they have opened already is no more than before.
 */
const isManyLately = async (
	trx: CaseTransaction,
	cases: readonly DeskCase[],
	{ person, now }: { person: Person; now: Date },
): Promise<boolean> => {
	await sql`select pg_advisory_xact_lock(hashtext(${person.id}))`.execute(trx)
	const lately = await listLately(trx, person.id, now)
	const fresh = cases.filter(({ id, lane }) => lane !== 'danger' && !lately.has(id))
	return fresh.length > 0 && lately.size + fresh.length > openAnHour
}

/** Uses the agreement to exactly these, and writes down that many were opened by two. */
const useManyApproval = async (
	trx: CaseTransaction,
	ids: readonly string[],
	{ approval, person, now }: { approval: string | undefined; person: Person; now: Date },
): Promise<void> => {
	const digest = toOpenDigest(ids)
	const asked = { id: approval ?? '', act: 'open-many', subject: 'cases', digest } as const
	await useApproval(trx, { ...asked, by: person, now })
	const what = { digest, count: ids.length }
	await recordActs(trx, [{ act: 'case/open-many', by: person.id, at: now, what }])
}

type Opening = { person: Person; approval: string | undefined; isAgreed: boolean }

const openSome = (
	desk: Desk,
	ids: readonly string[],
	{ person, approval, isAgreed }: Opening,
): Promise<[string, string[]][]> =>
	desk.db.transaction().execute(async (trx) => {
		const cases = await lockCases(trx, ids)
		if (!cases.every((found) => mayOpen(found, person))) throw notAllowed('opening a case')
		const now = desk.now()
		if (!isAgreed && (await isManyLately(trx, cases, { person, now }))) {
			if (approval === undefined)
				throw new AppError('case.many-lately', 403, 'opening cases: many were opened within the hour')
			await useManyApproval(trx, ids, { approval, person, now })
		}
		await trx
			.updateTable('desk_case')
			.set({ changed: toQuarterHour(now) })
			.where('id', 'in', [...ids])
			.execute()
		await addSteps(trx, { cases, step: { kind: 'opened', by: person.id } }, { time: desk.time, now })
		await noteOpened({ ...desk, db: trx }, person.id, { items: cases.length, severity: weighCases(cases) })
		return listReportsOf(trx, ids)
	})

const listReportsOf = async (trx: CaseTransaction, ids: readonly string[]): Promise<[string, string[]][]> => {
	const rows = await trx
		.selectFrom('case_report')
		.select(['case_id', 'report'])
		.where('case_id', 'in', [...ids])
		.orderBy('report')
		.execute()
	const reports = new Map(ids.map((id): [string, string[]] => [id, []]))
	for (const { case_id, report } of rows) reports.get(case_id)?.push(report)
	return [...reports]
}

/**
 * Leave to open cases: each is written down, in the public record too, before any sealed byte is handed out. More than
 * {@link openAlone} at once, or {@link openAnHour} within the hour, takes a second person, who agreed to exactly these.
 *
 * All of it counts for the person's day, however many at once. Whoever's day is full opens no more of it, save one case of
 * danger that nobody has seen: it may wait for nobody else.
 *
 * Answer: the reports of each case.
 *
 * @throws AppError `wellness.rest`, `case.not-allowed`, `case.not-found`, `case.too-many`, `case.many-lately`, `approval.missing`
 */
export const openForReading = async (
	desk: Desk,
	ids: readonly string[],
	person: Person,
	approval?: string,
): Promise<Map<string, string[]>> => {
	const all = [...new Set(ids)].sort()
	if (all.length > 1000)
		throw new AppError('case.too-many', 413, 'opening cases: at most a thousand in one go')
	const isAlarm = all.length === 1 && (await isUnseen(desk.db, all[0] ?? ''))
	if (!isAlarm) await requireRoom(desk, person.id)
	const isAgreed = all.length > openAlone
	if (isAgreed)
		await desk.db
			.transaction()
			.execute((trx) => useManyApproval(trx, all, { approval, person, now: desk.now() }))
	const opened: [string, string[]][] = []
	for (let at = 0; at < all.length; at += batch)
		opened.push(...(await openSome(desk, all.slice(at, at + batch), { person, approval, isAgreed })))
	return new Map(opened)
}
