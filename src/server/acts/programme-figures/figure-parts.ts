/** Parts that acts on numbers of the programme share: names that a form may hold, and whose region it is. */
import { AppError, type Language } from '#base'
import { isSecondPerson, may, type FourEyesAct, type Person } from '#domains/people'
import { indicators } from '#domains/programme/figures/server'
import { findRegionOf, findSpan, getPlaceName, getReach } from '#domains/programme/places'
import { allPlaces } from '#server/public/scoreboard'
import * as v from 'valibot'

/** Refusals that the page of numbers has words for. */
export const figureRefusals = [
	...([
		'figure.form',
		'figure.counted',
		'figure.frozen',
		'figure.gone',
		'figure.noise',
		'figure.waiting',
		'figure.region',
	] as const),
	...(['figure.changed', 'approval.missing', 'approval.asked', 'approval.same-person'] as const),
] as const

/** Names that a form about numbers may hold. */
export const figureNames = {
	isIndicator: (id: string): boolean => indicators.some((one) => one.id === id),
	isPlace: (code: string): boolean => allPlaces.some((one) => one.code === code),
	isPeriod: (period: string): boolean => findSpan(period) !== undefined,
}

const named = (is: (text: string) => boolean) => v.pipe(v.string(), v.trim(), v.check(is))

/** Fields that say what a number is about. */
export const keyFields = {
	indicator: named(figureNames.isIndicator),
	place: named(figureNames.isPlace),
	period: named(figureNames.isPeriod),
}

/** A number in a field; empty: none. A comma may stand for the point. */
export const maybeNumber = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^(?:-?[0-9]{1,12}(?:[.,][0-9]{1,6})?)?$/u),
	v.transform((text) => (text === '' ? undefined : Number(text.replace(',', '.')))),
)

type Worker = Pick<Person, 'id' | 'roles' | 'region'>

/** Region that all of these places lie in; `undefined` for the country or for several. */
export const findRegion = (codes: readonly string[]): string | undefined => {
	const regions = new Set(codes.map((code) => findRegionOf(allPlaces, code)))
	const [only] = regions
	return regions.size === 1 ? only : undefined
}

/** @throws AppError `figure.region`: it lies in another region, or is for the country */
export const requireFigureReach = (worker: Worker, region: string | undefined): void => {
	if (!may(worker, 'publish', 'figure', getReach(worker, { region })))
		throw new AppError(
			'figure.region',
			409,
			'numbers of the programme: they are not of the region of this person',
		)
}

/** True when somebody may be the second person for numbers of a region, or of the country. */
export const isSecondFor = (
	worker: Person,
	{ act, by, region }: { act: FourEyesAct; by: string; region: string | undefined },
): boolean => isSecondPerson(act, { id: by }, worker, getReach(worker, { region }))

/** Every place with its name, for a list to choose from. */
export const listPlaceNames = (language: Language): { code: string; name: string }[] =>
	allPlaces.map((place) => ({ code: place.code, name: getPlaceName(place, language).words }))
