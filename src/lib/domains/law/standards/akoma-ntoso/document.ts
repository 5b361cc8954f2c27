import { findInstrumentView, type InstrumentView } from '../../instrument-view.ts'
import type { Law } from '../../corpus/law.ts'
import type { Version } from '../../corpus/version.ts'
import type { LawDataset } from '../dataset.ts'
import { getArticles, type Article } from '../eli/eli.ts'

/** A day in the life of an instrument. */
export type LifeEvent = {
	eId: string
	day: string
	type: 'generation' | 'amendment' | undefined
	/** Id of the reference that the event comes from. */
	source: string
	/** The recorded change behind an amendment. */
	version?: Version
}

/** Data that the parts of a document are made from. */
export type AknDocument = InstrumentView & {
	law: Law
	dataset: LawDataset
	articles: readonly Article[]
	/** Oldest first; only days that a record knows. */
	events: readonly LifeEvent[]
	/** Days since which articles read as they do, with the id of their temporal group. */
	periods: ReadonlyMap<string, { eId: string; start: string }>
}

/** Id of the reference to an instrument: what changed this one is `passive`, what this one changed is `active`. */
export const toRefId = (direction: 'passive' | 'active', instrument: string): string =>
	`${direction}_${instrument}`

/** The day from which the text exists: promulgated, or adopted between states. */
export const getBirth = ({ instrument }: Pick<InstrumentView, 'instrument'>): string | undefined =>
	instrument.promulgation.day ?? instrument.treaty?.adopted ?? undefined

const getEvents = (view: InstrumentView): LifeEvent[] => {
	const birth = getBirth(view)
	const { inForce } = view.instrument
	const events: Omit<LifeEvent, 'eId'>[] = [
		...(birth ? [{ day: birth, type: 'generation' as const, source: 'original' }] : []),
		...(inForce ? [{ day: inForce, type: undefined, source: 'original' }] : []),
		...view.amendedBy.flatMap(({ version }) =>
			version.day === null
				? []
				: [
						{
							day: version.day,
							type: 'amendment' as const,
							source: toRefId('passive', version.by),
							version,
						},
					],
		),
	]
	return events
		.sort((one, other) => one.day.localeCompare(other.day))
		.map((event, index) => ({ eId: `event_${index + 1}`, ...event }))
}

/** Since when an article reads as it does, where all of its records know the same day. */
export const findSince = ({ provisions }: Article): string | undefined => {
	const days = new Set(provisions.map(({ since }) => since?.day))
	return days.size === 1 ? [...days][0] : undefined
}

const getPeriods = (articles: readonly Article[], events: readonly LifeEvent[]): AknDocument['periods'] => {
	const periods = new Map<string, { eId: string; start: string }>()
	for (const day of [...new Set(articles.map(findSince))].sort()) {
		const start = events.find((event) => event.day === day && event.version)
		if (day !== undefined && start) periods.set(day, { eId: `period_${periods.size + 1}`, start: start.eId })
	}
	return periods
}

/** All that a document is made from; `undefined` for an announcement, which is no legal text, and for a stranger's id. */
export const findAknDocument = (law: Law, dataset: LawDataset, id: string): AknDocument | undefined => {
	const view = findInstrumentView(law, id, new Date(`${dataset.day}T00:00:00Z`))
	if (!view || view.instrument.kind === 'announcement') return undefined
	const events = getEvents(view)
	const articles = getArticles(law, id)
	return { ...view, law, dataset, articles, events, periods: getPeriods(articles, events) }
}
