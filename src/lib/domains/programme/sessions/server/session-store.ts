/** Reads sessions: those of a quarter, what a quarter publishes, series and their next doses. */
import { sql } from 'kysely'
import { may, type Person } from '#domains/people'
import { getReach, type PeriodSpan, type ProgrammePlace } from '../../places/index.ts'
import { findEnds } from '../bands.ts'
import type { SessionCell } from '../publish-parts.ts'
import type { SessionAudience, SessionSetting } from '../session.ts'
import type { SessionRow } from './entry-rows.ts'
import type { SessionQueries } from './session-tables.ts'

/** True when a person may see a session. */
export const maySee = (by: Person, { trainer, region }: Pick<SessionRow, 'trainer' | 'region'>): boolean =>
	may(by, 'read', 'session', getReach(by, { by: trainer ?? undefined, region }))

/** Most sessions of a list. */
const most = 500

/** Sessions of a span that a person may see, the newest first; those taken back are among them. */
export const listHeldSessions = async (
	db: SessionQueries,
	{ span, region }: { span: PeriodSpan; region: string | undefined },
	by: Person,
): Promise<SessionRow[]> => {
	let asked = db
		.selectFrom('programme_session')
		.selectAll()
		.where('held_on', '>=', span.from)
		.where('held_on', '<', span.until)
	const within = region ?? by.region
	if (within !== undefined) asked = asked.where('region', '=', within)
	// Whoever sees their own only asks for no others, and gets a full list.
	if (!may(by, 'read', 'session', 'unit')) asked = asked.where('trainer', '=', by.id)
	const rows = await asked.orderBy('held_on', 'desc').orderBy('id').limit(most).execute()
	return rows.filter((row) => maySee(by, row))
}

/** Sessions of an action of the plan that a person may see, the newest first; those taken back are left out. */
export const listSessionsOf = async (
	db: SessionQueries,
	action: string,
	by: Person,
): Promise<{ shown: SessionRow[]; isCut: boolean }> => {
	const rows = await db
		.selectFrom('programme_session')
		.selectAll()
		.where('action', '=', action)
		.where('state', '=', 'held')
		.orderBy('held_on', 'desc')
		.orderBy('id')
		.limit(most + 1)
		.execute()
	return { shown: rows.slice(0, most).filter((row) => maySee(by, row)), isCut: rows.length > most }
}

/** Sessions of a span by province, kind of place and audience: what `listSessionFigures()` is made from. */
export const listSessionCells = async (
	db: SessionQueries,
	{ from, until }: PeriodSpan,
): Promise<SessionCell[]> => {
	const rows = await db
		.selectFrom('programme_session')
		.select(['province', 'setting', 'audience', 'band', sql<number>`count(*)`.as('sessions')])
		.where('state', '=', 'held')
		.where('held_on', '>=', from)
		.where('held_on', '<', until)
		.groupBy(['province', 'setting', 'audience', 'band'])
		.execute()
	return rows.map(({ province, setting, audience, band, sessions }) => {
		const { low, high } = findEnds(band) ?? { low: 0, high: 0 }
		return {
			province,
			setting: setting as SessionSetting,
			audience: audience as SessionAudience,
			sessions,
			low: low * sessions,
			high: high * sessions,
		}
	})
}

/**
 * Provinces of which a span can say "none": a session was planned there, or written down, even if it was taken back, or somebody was invited for
 * their region. A link for the whole country invites nobody in particular.
 */
export const listCountedProvinces = async (
	db: SessionQueries,
	{ from, until }: PeriodSpan,
	places: readonly ProgrammePlace[],
): Promise<string[]> => {
	const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`)]
	const planned = await db
		.selectFrom('session_plan')
		.select('province')
		.distinct()
		.where('day', '>=', from)
		.where('day', '<', until)
		.execute()
	const written = await db
		.selectFrom('programme_session')
		.select('province')
		.distinct()
		.where('held_on', '>=', from)
		.where('held_on', '<', until)
		.execute()
	const invited = await db
		.selectFrom('session_invitation')
		.select('region')
		.distinct()
		.where('region', 'is not', null)
		.where('made', '<', end)
		.where('ends', '>', start)
		.where((where) => where.or([where('revoked', 'is', null), where('revoked', '>', start)]))
		.execute()
	const regions = new Set(invited.map(({ region }) => region))
	const inside = places.filter(({ parent }) => parent !== undefined && regions.has(parent))
	return [
		...new Set([...planned, ...written].map(({ province }) => province)),
		...inside.map(({ code }) => code),
	]
}

/** Days of the doses of every series that was begun within a span, with the region of its first: what `countDosage()` is made from. */
export const listSeries = async (
	db: SessionQueries,
	{ from, until }: PeriodSpan,
): Promise<{ region: string; days: string[] }[]> => {
	const begun = db
		.selectFrom('programme_session')
		.select(['series', sql<string>`min(held_on)`.as('first')])
		.where('state', '=', 'held')
		.groupBy('series')
		.having(sql<string>`min(held_on)`, '>=', from)
		.having(sql<string>`min(held_on)`, '<', until)
	const rows = await db
		.selectFrom('programme_session as session')
		.innerJoin(begun.as('begun'), 'begun.series', 'session.series')
		.select(['session.series', 'session.region', 'session.held_on'])
		.where('session.state', '=', 'held')
		.orderBy('session.held_on')
		.execute()
	const found = new Map<string, { region: string; days: string[] }>()
	for (const { series, region, held_on } of rows) {
		const one = found.get(series) ?? { region, days: [] }
		one.days.push(held_on)
		found.set(series, one)
	}
	return [...found.values()]
}

/** Days of the doses of one series, the first at the top. */
export const listSeriesOf = async (db: SessionQueries, series: string): Promise<string[]> => {
	const rows = await db
		.selectFrom('programme_session')
		.select('held_on')
		.where('series', '=', series)
		.where('state', '=', 'held')
		.orderBy('held_on')
		.execute()
	return rows.map(({ held_on }) => held_on)
}
