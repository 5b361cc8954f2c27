/** Places and topics of the country, as counters and figures want them. */
import { library } from '#domains/guide/server'
import type { Facts, FigureFacts } from '#domains/programme/counting'
import { listPlaces } from '#domains/programme/places'

/** Zone of the country's days. */
export const { zone } = library.calendar

/** Name of the key of the sealed cells: a file of its own, which `npm run keys:backup` leaves out. */
export const keyName = 'counting'

const getProvinces = (region: string): string[] =>
	listPlaces(library.regions).flatMap(({ code, parent, kind }) =>
		parent === region && kind !== 'region' ? [code] : [],
	)

/** Places and topics that figures are made for. */
export const getFigureFacts = (): FigureFacts => ({
	regions: library.regions.map(({ code }) => ({ code, provinces: getProvinces(code) })),
	topics: library.topics.map(({ id }) => id),
})

/** The same, as a counter is born with them. */
export const getFacts = (): Facts => {
	const { regions, topics } = getFigureFacts()
	return {
		provinces: regions.flatMap(({ provinces }) => provinces),
		regions: regions.map(({ code }) => code),
		topics,
	}
}
