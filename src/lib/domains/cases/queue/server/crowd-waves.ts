import { sql } from 'kysely'
import { toSample } from '../crowd-sample.ts'
import type { CaseQueries } from '../../server/case-tables.ts'
import { crowded, isFolded } from './crowd.ts'

/** Cases that came together in a flood and stand in one line. */
export type Wave = {
	id: string
	/** Those that are in the line now, in one order. */
	cases: string[]
	/** Cases of it that the person has read: they stand for themselves. */
	read: number
	/** Number of those that each of two persons reads before the others may be closed together. */
	sample: number
	/** Their reporters have written again. */
	wrote: boolean
}

type Row = { id: string; cases: string[]; members: number; read: number; wrote: boolean }

const toWave = ({ members, ...wave }: Row): Wave => ({ ...wave, sample: toSample(members) })

/** Lists what came together, first where reporters wrote again, then the most, with what a person has read of it. `wave`: only this one. */
export const listWaves = async (db: CaseQueries, person: string, wave?: string): Promise<Wave[]> => {
	const { rows } = await sql<Row>`
		with ${crowded}, folded as (
			select crowd.wave, array_agg(c.id::text order by c.id) as cases, max(crowd.members)::int as members,
				bool_or(crowd.wrote) as wrote
			from desk_case c join crowd on crowd.case_id = c.id
			where ${isFolded} and ${wave === undefined ? sql`true` : sql`crowd.wave = ${wave}::uuid`} group by crowd.wave
		)
		select wave as id, cases, members, wrote, (
			select count(distinct step.case_id)::int from crowd join case_step step on step.case_id = crowd.case_id
			where crowd.wave = folded.wave and step.kind = 'seen' and step.by = ${person}::uuid
		) as read
		from folded order by wrote desc, members desc, wave limit 50`.execute(db)
	return rows.map(toWave)
}

/** One of them; `undefined` when nothing of it stands in the line any more. */
export const findWave = async (db: CaseQueries, person: string, wave: string): Promise<Wave | undefined> =>
	(await listWaves(db, person, wave))[0]
