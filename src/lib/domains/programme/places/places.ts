/** Places that the programme speaks of: the country, its regions, their provinces and prefectures. Source: `content/country/regions.yaml`. */
import type { Language } from '#base'

/** A place. Names of provinces are in Latin letters, as their source has them. */
export type ProgrammePlace = {
	/** ISO 3166-2: `MA`, `MA-08`, `MA-TAT`. */
	code: string
	kind: 'country' | 'region' | 'province' | 'prefecture'
	/** Code of the place that holds this one; the country has none. */
	parent: string | undefined
	/** Names by language; a province has one name, which is written in French everywhere. */
	name: Readonly<Record<Language, string>> | string
}

/** A region as the guide keeps it. */
type Region = {
	code: string
	name: Readonly<Record<Language, string>>
	units: readonly { code: string; name: string; type: 'province' | 'prefecture' }[]
}

/** Code of the country itself. */
export const country = 'MA'

const countryNames = { ar: 'المغرب', fr: 'Maroc', zgh: 'ⵍⵎⵖⵔⵉⴱ', en: 'Morocco' } as const

/** Every place: the country first, then each region before its provinces. */
export const listPlaces = (regions: readonly Region[]): readonly ProgrammePlace[] => [
	{ code: country, kind: 'country', parent: undefined, name: countryNames },
	...regions.flatMap(({ code, name, units }): ProgrammePlace[] => [
		{ code, kind: 'region', parent: country, name },
		...units.map((unit) => ({ code: unit.code, kind: unit.type, parent: code, name: unit.name })),
	]),
]

/** The region that a place lies in, itself for a region; `undefined` for the country and for a place that is not known. */
export const findRegionOf = (places: readonly ProgrammePlace[], code: string): string | undefined => {
	const place = places.find((one) => one.code === code)
	if (place?.kind === 'region') return place.code
	return place?.kind === 'province' || place?.kind === 'prefecture' ? place.parent : undefined
}

/** The name of a place in a language, with the language that it is written in. */
export const getPlaceName = (
	{ name }: ProgrammePlace,
	language: Language,
): { language: Language; words: string } =>
	typeof name === 'string' ? { language: 'fr', words: name } : { language, words: name[language] }
