/** Events on their days of a year, and those of which a year has none: that is said, never worked out. */
import type { CalendarEvent } from './calendar.ts'

type Day = CalendarEvent['days'][number]

/** One event on its days of a year; the same day twice for one day. */
export type YearEvent = Pick<CalendarEvent, 'id' | 'name'> & {
	from: string
	until: string
	confidence: Day['confidence']
}

/** Events that are not over on a day and begin before another, in their order. */
export const listYearEvents = (
	events: readonly CalendarEvent[],
	{ from, until }: { from: string; until: string },
): YearEvent[] =>
	events
		.flatMap(({ id, name, days }) =>
			days.map((day) => ({
				id,
				name,
				from: day.from,
				until: day.to ?? day.from,
				confidence: day.confidence,
			})),
		)
		.filter((event) => event.until >= from && event.from <= until)
		.sort((a, b) => (a.from === b.from ? a.id.localeCompare(b.id) : a.from < b.from ? -1 : 1))

/** Events that have no day in a year. */
export const listUnknown = (events: readonly CalendarEvent[], year: number): CalendarEvent[] =>
	events.filter(({ days }) => !days.some(({ from }) => from.startsWith(`${year}-`)))
