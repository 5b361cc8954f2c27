import type { Relation } from '#domains/people'

/** Whoever works for the programme: their region, or the country where there is none. */
type Worker = { id: string; region?: string | undefined }

/**
 * How near a thing of the programme is to a person, for `may()`: `own` when they made it, `unit` when it lies in their region
 * or they work for the whole country, `all` when neither. A thing of the country is nobody's of one region.
 *
 * @param thing - `by`: id of who made it; `region`: code of its region, none for the whole country
 */
export const getReach = (
	worker: Worker,
	thing: { by?: string | undefined; region?: string | undefined },
): Relation => {
	const isNear = worker.region === undefined || worker.region === thing.region
	if (!isNear) return 'all'
	return thing.by === worker.id ? 'own' : 'unit'
}
