/** Everything that the views are built from: all that is published, what changed since a serial, and what was shown to be out. */
import { sql, type Selectable } from 'kysely'
import {
	viewScopes,
	type IndicatorAudience,
	type Indicator,
	type IndicatorKind,
	type View,
} from '../indicator.ts'
import { toIndicator } from './indicator-row.ts'
import type { IndicatorQueries, IndicatorTables } from './indicator-tables.ts'

/** Part that is asked for: less than the view could carry, where a partner gets less. */
type Scope = {
	view: View
	kinds?: readonly IndicatorKind[] | undefined
	audiences?: readonly IndicatorAudience[] | undefined
}

const narrow = <Word extends string>(scope: readonly Word[], asked: readonly Word[] | undefined): Word[] =>
	scope.filter((word) => asked?.includes(word) ?? true)

/** Condition of a row of `indicator` for being carried by a view. */
export const isInScope = ({ view, kinds, audiences }: Scope) => {
	const scope = viewScopes[view]
	return sql<boolean>`indicator.kind = any(${narrow(scope.kinds, kinds)}::text[])
		and string_to_array(indicator.audiences, ',') && ${narrow(scope.audiences, audiences)}::text[]`
}

/**
 * Lists what a view publishes now, the oldest change first.
 *
 * @param asked - `after`: `added` of the last one that is known; the next page begins behind it. `limit`: most that are answered
 */
export const listPublished = async (
	db: IndicatorQueries,
	{ after = 0, limit, ...scope }: Scope & { after?: number; limit: number },
): Promise<Indicator[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('state', '=', 'published')
		.where('added', '>', after)
		.where(isInScope(scope))
		.orderBy('added')
		.limit(limit)
		.execute()
	return rows.map(toIndicator)
}

/** State of a view: its serial now, and what was last built of it. */
export type Publication = {
	view: View
	serial: number
	built: { serial: number; digest: string; at: Date } | undefined
}

/** Reads the state of a view. */
export const getPublication = async (db: IndicatorQueries, view: View): Promise<Publication> => {
	const row = await db
		.selectFrom('publication')
		.selectAll()
		.where('view', '=', view)
		.executeTakeFirstOrThrow()
	const { serial, built_serial: built, digest, built_at: at } = row
	const isBuilt = built !== null && digest !== null && at !== null
	return { view, serial, built: isBuilt ? { serial: built, digest, at } : undefined }
}

type Changed = Selectable<IndicatorTables['indicator']> & { was: string | null }

/**
 * Lists what a view gained and lost since a serial of it: what came and left again in between is in neither list. `serial`: what it is at
 * now, to be given the next time.
 */
export const listChanges = async (
	db: IndicatorQueries,
	{ sinceSerial, ...scope }: Scope & { sinceSerial: number },
): Promise<{ serial: number; added: Indicator[]; removed: Indicator[] }> => {
	// One statement, so that the serial and the rows are of the same moment.
	const { rows } = await sql<{ view_serial: number } & (Changed | { id: null })>`
		select publication.serial as view_serial, indicator.*, (select old.state from indicator_version old
			where old.indicator = indicator.id and old.serial <= ${sinceSerial}::bigint order by old.version desc limit 1) as was
		from publication left join indicator on ${isInScope(scope)} and indicator.id in (
			select changed.indicator from indicator_version changed where changed.serial > ${sinceSerial}::bigint)
		where publication.view = ${scope.view} order by indicator.added`.execute(db)
	const changed = rows.filter((row) => row.id !== null)
	const pick = (was: boolean, is: boolean): Indicator[] =>
		changed
			.filter((row) => (row.was === 'published') === was && (row.state === 'published') === is)
			.map(toIndicator)
	const serial = rows[0]?.view_serial ?? sinceSerial
	return { serial, added: pick(false, true), removed: pick(true, false) }
}

/** A view as it was built: at which serial, the SHA-256 of it in hex, and whether an indicator stands in it. */
export type Built = {
	view: View
	serial: number
	digest: string
	has: (indicator: Indicator) => boolean
	at: Date
}

/**
 * Writes down what was built of a view, and of each indicator that was withdrawn before whether it is out. What is found in it still stays
 * without proof. Answer: the ids of those, which should be none.
 */
export const noteBuilt = async (
	db: IndicatorQueries,
	{ view, serial, digest, has, at }: Built,
): Promise<string[]> => {
	const isNewer = sql<boolean>`coalesce(built_serial, -1) <= ${serial}::bigint`
	await db
		.updateTable('publication')
		.set({ built_serial: serial, digest, built_at: at })
		.where('view', '=', view)
		.where(isNewer)
		.execute()
	const open = await db
		.selectFrom('indicator')
		.innerJoin('indicator_proof', 'indicator_proof.indicator', 'indicator.id')
		.selectAll('indicator')
		.where('indicator_proof.view', '=', view)
		.where('indicator_proof.gone_at', 'is', null)
		.where('indicator_proof.serial', '<=', serial)
		.execute()
	const [still, gone] = [true, false].map((isIn) =>
		open.filter((row) => has(toIndicator(row)) === isIn).map(({ id }) => id),
	)
	if (gone && gone.length > 0)
		await db
			.updateTable('indicator_proof')
			.set({ gone_serial: serial, digest, gone_at: at })
			.where('view', '=', view)
			.where('indicator', 'in', gone)
			.execute()
	return still ?? []
}
