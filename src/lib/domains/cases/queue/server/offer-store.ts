import { sql } from 'kysely'
import { languages } from '#base'
import { noExposure, type ExposurePolicy } from '#domains/wellbeing'
import {
	chooseAssignee,
	getReadiness,
	isUrgent,
	keepsOffer,
	mostOffered,
	type RotaPerson,
	type RotaTime,
} from '#domains/wellbeing/rota'
import { endedStatuses } from '../../status.ts'
import type { CaseTransaction } from '../../server/case-tables.ts'
import type { Desk } from '../../server/desk-case.ts'
import { crowded, turn } from './crowd.ts'
import { forgetPauses, listDuties, listPauses } from '#domains/wellbeing/rota/server'

const lock = 0x7468_726f // "thro": one process at a time shares out

/** A case that nobody has taken, with the offer that stands for it. */
type Free = {
	id: string
	lane: 'danger' | 'normal'
	language: string | null
	due: Date | null
	offered: string | null
}

/** Free cases: all that are offered, and so many of the most urgent others. */
const listFree = async (trx: CaseTransaction, most: number): Promise<Free[]> => {
	const { rows } = await sql<Free>`
		with due as (select case_id, min(due) as due from case_clock where ended is null group by case_id), ${crowded},
		free as (
			select c.*, due.due, offer.user_id as offered, crowd.case_id is null as is_first
			from desk_case c left join due on due.case_id = c.id left join rota_offer offer on offer.case_id = c.id
				left join crowd on crowd.case_id = c.id
			where c.assignee is null and c.status <> all(${endedStatuses}::text[])
		)
		select c.id, c.lane, c.language, c.due, c.offered from (select c.*, ${turn} as turn from free c) c
		order by c.offered is null, c.lane <> 'danger', c.turn, c.due nulls last, c.id
		limit (select count(*) from rota_offer) + ${most}::int`.execute(trx)
	return rows
}

const countOpen = async (trx: CaseTransaction): Promise<ReadonlyMap<string, number>> => {
	const { rows } = await sql<{ id: string; count: number }>`
		select assignee as id, count(*)::int as count from desk_case
		where assignee is not null and status <> all(${endedStatuses}::text[]) group by assignee`.execute(trx)
	return new Map(rows.map(({ id, count }) => [id, count]))
}

const listRota = async (
	trx: CaseTransaction,
	able: ReadonlySet<string>,
	{ day, now }: { day: string; now: Date },
) => {
	const [duties, pauses, open] = [await listDuties(trx), await listPauses(trx, now), await countOpen(trx)]
	const days = await trx.selectFrom('exposure').selectAll().where('day', '=', day).execute()
	return [...duties].flatMap(([id, { hours, languages: spoken }]): RotaPerson[] =>
		able.has(id)
			? [
					{
						id,
						hours,
						languages: spoken,
						pauseUntil: pauses.get(id),
						offered: 0,
						exposure: days.find(({ user_id }) => user_id === id) ?? noExposure,
						openCases: open.get(id) ?? 0,
					},
				]
			: [],
	)
}

const isKept = (free: Free, people: readonly RotaPerson[], time: RotaTime): boolean => {
	const person = people.find(({ id }) => id === free.offered)
	if (!person) return false
	const due = free.due ?? undefined
	if (!keepsOffer(getReadiness(person, time), isUrgent({ lane: free.lane, due }, time.now))) return false
	const speaks = ({ languages: spoken }: RotaPerson): boolean => spoken.some((one) => one === free.language)
	const others = people.filter((one) => getReadiness(one, time) === 'ready' && speaks(one))
	return free.language === null || speaks(person) || others.length === 0
}

type Sharing = {
	/** People who may take a case at all: an open account, a role that works on cases, a key of their own. */
	able: ReadonlySet<string>
	/** Today at the desk, `2026-11-26`. */
	day: string
	policy: ExposurePolicy
}

/**
 * Offers cases that nobody has to people who are ready, and takes back what was offered to those who are not. An offer is no
 * assignment and is in nobody's way: whoever sorts or assigns cases goes on doing so. Answer: the offers that stand, by case.
 */
export const shareOut = (
	desk: Pick<Desk, 'db' | 'time' | 'now'>,
	{ able, day, policy }: Sharing,
): Promise<ReadonlyMap<string, string>> =>
	desk.db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(trx)
		const time = { calendar: desk.time.calendar, policy, now: desk.now() }
		await forgetPauses(trx, time.now)
		const people = await listRota(trx, able, { day, now: time.now })
		const free = await listFree(trx, people.length * mostOffered)
		const offers = new Map<string, string>()
		const offer = (caseId: string, to: string): void => {
			offers.set(caseId, to)
			const person = people.find(({ id }) => id === to)
			if (!person) return
			person.offered++
			person.openCases++
		}
		for (const one of free) if (one.offered && isKept(one, people, time)) offer(one.id, one.offered)
		for (const one of free.filter(({ id }) => !offers.has(id))) {
			const language = languages.find((known) => known === one.language)
			const to = chooseAssignee(people, { language, isDanger: one.lane === 'danger' }, time)
			if (to) offer(one.id, to)
		}
		const changed = free.filter(({ id, offered }) => (offers.get(id) ?? null) !== offered)
		await writeOffers(trx, changed, offers)
		return offers
	})

const writeOffers = async (
	trx: CaseTransaction,
	changed: readonly Free[],
	offers: ReadonlyMap<string, string>,
): Promise<void> => {
	// A case that was taken or is over has no offer any more.
	await sql`delete from rota_offer using desk_case c where c.id = case_id
		and (c.assignee is not null or c.status = any(${endedStatuses}::text[]))`.execute(trx)
	if (changed.length === 0) return
	const ids = changed.map(({ id }) => id)
	await trx.deleteFrom('rota_offer').where('case_id', 'in', ids).execute()
	const rows = ids.flatMap((id) => {
		const to = offers.get(id)
		return to ? [{ case_id: id, user_id: to }] : []
	})
	if (rows.length > 0) await trx.insertInto('rota_offer').values(rows).execute()
}
