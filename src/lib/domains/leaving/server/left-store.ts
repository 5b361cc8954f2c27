import { day } from '#base'
import { sql } from 'kysely'
import { isClockId, type ClockId } from '#domains/cases/clock'
import { isStatus, type Status } from '#domains/cases'
import type { CaseQueries } from '#domains/cases/server'

/** Addressee: police or prosecutor, whoever hosts a page, another hotline. Not known before it leaves: a digest says nothing. */
export type Recipient = 'authority' | 'host' | 'desk'

/**
 * State of it. `asked`: it waits for a second person. `granted`: who asked may let it leave. `left`: it is out. Only a dossier goes
 * further: `handed` over, `received` when its token has come back.
 */
export type LeftState = 'asked' | 'granted' | 'left' | 'handed' | 'received'

/** Something that leaves the desk or has left it, without a word of it: the desk keeps a digest only. */
export type Left = {
	/** Of the dossier, of the step or of the agreement. */
	id: string
	case: string
	status: Status
	lane: 'danger' | 'normal'
	/** The clock of its case that runs out first. */
	clock: ClockId | undefined
	due: Date | undefined
	to: Recipient | undefined
	state: LeftState
	/** Time at which it came to this state. */
	at: Date
	/** The person who asked for it or let it leave. */
	by: string | undefined
}

type Row = Omit<Left, 'status' | 'clock' | 'due' | 'to' | 'by'> & {
	status: string
	clock: string | null
	due: Date | null
	to: Recipient | null
	by: string | null
}

const toLeft = ({ status, clock, due, to, by, ...rest }: Row): Left => {
	if (!isStatus(status)) throw new Error(`listing what has left: the status ${status} is none`)
	return {
		...rest,
		status,
		clock: clock !== null && isClockId(clock) ? clock : undefined,
		due: due ?? undefined,
		to: to ?? undefined,
		by: by ?? undefined,
	}
}

/** An agreement holds for a day; older ones let nothing leave any more. */
const agreed = (now: Date): Date => new Date(now.getTime() - day)

/**
 * Lists what leaves and has left, first what somebody must still do: dossiers to be handed over, then those whose token has not come back, then what
 * has an agreement or waits for one, then the rest, newest first. `near`: only of cases that are this person's.
 */
export const listLeft = async (
	db: CaseQueries,
	{ near, now, most = 300 }: { near?: string | undefined; now: Date; most?: number },
): Promise<Left[]> => {
	const { rows } = await sql<Row>`
		with gone as (
			select id, case_id, 'authority' as to,
				case when received_at is not null then 'received' when handed_at is not null then 'handed' else 'left' end as state,
				coalesce(received_at, handed_at, at) as at, by from dossier
			union all
			select id, case_id, case kind when 'listed' then 'desk' else 'host' end, 'left', at, by from case_step
			where kind in ('noticed', 'listed')
			union all
			select approval.id, desk_case.id, null, state, coalesce(decided_at, asked_at), asked_by from approval
			join desk_case on desk_case.id::text = subject
			where act = 'export' and state in ('asked', 'granted') and asked_at >= ${agreed(now)}
		)
		select gone.id, gone.case_id as case, c.status, c.lane, running.clock, running.due, gone.to, gone.state, gone.at, gone.by
		from gone join desk_case c on c.id = gone.case_id
		left join lateral (
			select clock, due from case_clock where case_id = c.id and ended is null order by due limit 1
		) running on true
		where ${near ?? null}::uuid is null or ${near ?? null}::uuid in (c.assignee, c.supervisor)
		order by case
			when gone.state = 'left' and gone.to = 'authority' then 0 when gone.state = 'handed' then 1
			when gone.state in ('asked', 'granted') then 2 else 3 end, gone.at desc, gone.id
		limit ${most}::int`.execute(db)
	return rows.map(toLeft)
}
