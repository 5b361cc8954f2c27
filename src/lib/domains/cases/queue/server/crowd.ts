/**
 * Order of danger while a flood comes: who has done the work comes first, and never alone, so that no flood of either kind starves the other;
 * what came in one minute with one size, and without work, is one line.
 */
import { sql } from 'kysely'
import { endedStatuses } from '../../status.ts'

/** Fewer of one minute and one size are no flood, and stay lines of their own. */
const leastFolded = 10

/**
 * Cases with a report that came in a crowd and for which no work was done: with which others, and how many they were. A letter costs nothing
 * either, so those whose reporters have written again are counted among themselves, as a wave of another id: a few stand for themselves.
 */
export const crowded = sql`crowd as materialized (
	select distinct on (case_id) case_id, wave, members, wrote from (
		select case_id, wrote, case when wrote then md5(wave::text || ' wrote')::uuid else wave end as wave,
			case when wrote then count(*) filter (where wrote) over (partition by wave) else count(*) over (partition by wave) end as members
		from (
			select case_id, wave, exists (
				select 1 from case_step step where step.case_id = case_report.case_id and step.kind = 'reporter-wrote'
			) as wrote
			from report_crowd join case_report using (report) where not worked
		) report
	) one order by case_id, members
)`

/** True of a case `c`, beside its `crowd`, that stands in such a line: nobody has seen, taken or moved it, but for closing what was left of it. */
export const isFolded = sql`(
	c.lane = 'danger' and c.status in ('received', 'triaged') and c.assignee is null and crowd.members >= ${sql.lit(leastFolded)}
	and not exists (
		select 1 from case_step step
		where step.case_id = c.id and (step.kind = 'seen' or step.kind = 'moved' and step.status <> 'closed')
	)
)`

/**
 * Place of danger: two with work, or from before the flood, then one without, and so on; each kind by what is due first. `null` where there
 * is no danger. Of a case `c` with `is_first` and `due`.
 */
export const turn = sql`case when c.lane = 'danger' then (
	row_number() over (
		partition by c.lane, c.is_first, c.status = any(${endedStatuses}::text[]) order by c.due nulls last, c.changed desc, c.id
	) - case when c.is_first then 1 else 0.25 end
) * case when c.is_first then 0.5 else 1 end end`
