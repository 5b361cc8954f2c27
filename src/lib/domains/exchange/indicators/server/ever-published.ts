import type { Tlp } from '#domains/exchange/partners'
import type { Indicator } from '../indicator.ts'
import { toIndicator } from './indicator-row.ts'
import type { IndicatorQueries } from './indicator-tables.ts'
import { isInScope } from './published.ts'

type Scope = Parameters<typeof isInScope>[0]

/**
 * Lists what a view publishes or once published, the oldest change first: for views that tell their readers what to delete.
 *
 * @param asked - `after`: `added` of the last one that is known. `since`: changed then or later. `tlps`: markings that the reader gets
 */
export const listEverPublished = async (
	db: IndicatorQueries,
	{
		after = 0,
		since,
		tlps,
		limit,
		...scope
	}: Scope & { after?: number; since: Date; tlps: readonly Tlp[]; limit: number },
): Promise<Indicator[]> => {
	if (tlps.length === 0) return []
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('version', '>', 0)
		.where('added', '>', after)
		.where('modified', '>=', since)
		.where('tlp', 'in', tlps)
		.where(isInScope(scope))
		.orderBy('added')
		.limit(limit)
		.execute()
	return rows.map(toIndicator)
}
