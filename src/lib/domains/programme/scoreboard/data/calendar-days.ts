/** Due dates and days of the year, for a calendar. Days that are only likely, or depend on the moon, say so. */
import type { Language } from '#base'
import { pickWords } from '#domains/guide'
import type { CalendarDay } from '#tools/files/icalendar'
import { listShownActions } from '../board.ts'
import type { Frozen } from '../frozen.ts'

/** Words around a day. */
export type CalendarWords = { due: (title: string) => string; likely: string; expected: string }

/**
 * All days, in their order.
 *
 * @param origin - of the website
 */
export const makeCalendarDays = (
	{ board, events }: Frozen,
	{ language, words, origin }: { language: Language; words: CalendarWords; origin: string },
): readonly CalendarDay[] => {
	const due = listShownActions(board).flatMap(({ id, dueFirst, dueNow, state, title }) => {
		const day = dueNow ?? dueFirst
		if (day === undefined || state === 'done' || state === 'dropped') return []
		return [
			{
				uid: `due-${id}@thiqa`,
				day,
				isSilent: true,
				summary: words.due(title[language]),
				url: `${origin}/${language}/programme#${id}`,
			},
		]
	})
	const ofYear = events.flatMap(({ id, name, days }) =>
		days.map(({ from, to, confidence }) => ({
			uid: `${id}-${from}@thiqa`,
			day: from,
			isSilent: true,
			...(to === undefined ? {} : { to }),
			summary: [
				pickWords(name, language)?.words ?? name.fr,
				confidence === 'likely' || confidence === 'computed' ? ` (${words.likely})` : '',
				confidence === 'expected' ? ` (${words.expected})` : '',
			]
				.join('')
				.trim(),
		})),
	)
	return [...due, ...ofYear].toSorted((a, b) => a.day.localeCompare(b.day) || a.uid.localeCompare(b.uid))
}
