/** Settings of an operator for its desk, under `desk` in `operator.yaml`: forms only. What a desk allows is a rule of the desk. */
import * as v from 'valibot'

/** From and to as minutes of the local day. */
type Span = readonly [from: number, to: number]
/** Hours by ISO weekday, Monday first; an empty list is a day off. */
type Week = readonly (readonly Span[])[]

export type DeskSettings = {
	/** Hours in which somebody is at the desk; left out: day and night. */
	hours?: 'always' | { usual: Week; ramadan: Week }
	/** Days that cases are kept. */
	retention?: {
		spam?: number
		notIllegal?: number
		closed?: number
		closedByCategory?: Readonly<Record<string, number>>
	}
	/** Limits of reading hard material, for each person. */
	exposure?: { minutesADay?: number; severityADay?: number; stretch?: number; pause?: number }
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const toMinutes = (clock: string): number => {
	const [, hour = '', minute = ''] = /^(\d{2}):([0-5]\d)$/u.exec(clock) ?? []
	const minutes = Number(hour) * 60 + Number(minute)
	return hour !== '' && minutes <= 1440 ? minutes : Number.NaN
}

/** `08:30-12:00, 14:30-18:30`: one after the other, none at the same time. */
const readSpans = (text: string): Span[] | undefined => {
	const spans = text.split(',').map((part): Span => {
		const [from = '', to = ''] = part.trim().split(/\s*-\s*/u)
		return [toMinutes(from), toMinutes(to)]
	})
	const isRight = spans.every(([from, to], at) => from < to && from >= (spans[at - 1]?.[1] ?? 0))
	return isRight ? spans : undefined
}

const wantedSpans = 'hours of a day such as 08:30-12:00, 14:30-18:30'
const spans = v.pipe(
	v.string(wantedSpans),
	v.maxLength(200, wantedSpans),
	v.rawTransform(({ dataset, addIssue, NEVER }): Span[] => {
		const read = readSpans(dataset.value)
		if (read) return read
		addIssue({ message: wantedSpans })
		return NEVER
	}),
)
const wantedWeek = `hours by ${weekdays.join(', ')}; a day that is left out is a day off, and one is not`
const week = v.pipe(
	v.strictObject(v.entriesFromList(weekdays, v.exactOptional(spans)), wantedWeek),
	v.check((days) => Object.keys(days).length > 0, wantedWeek),
	v.transform((days): Week => weekdays.map((day) => days[day] ?? [])),
)
const hours = v.union(
	[
		v.literal('always'),
		v.pipe(
			v.strictObject({ usual: week, ramadan: v.exactOptional(week) }),
			v.transform(({ usual, ramadan = usual }) => ({ usual, ramadan })),
		),
	],
	'always, or usual (and ramadan, if its hours are others), each by mon, tue, wed, thu, fri, sat, sun: 08:30-16:30',
)

const count = (wanted: string) =>
	v.pipe(
		v.number(wanted),
		v.check((value) => Number.isInteger(value) && value >= 1 && value <= 3_650, wanted),
	)
const days = v.exactOptional(count('a number of days from 1 to 3650'))
const minutes = v.exactOptional(count('a number of minutes, 1 at least'))
const weight = v.exactOptional(count('a weight, 1 at least'))

export const deskSettings = v.strictObject(
	{
		hours: v.exactOptional(hours),
		retention: v.exactOptional(
			v.strictObject({
				spam: days,
				notIllegal: days,
				closed: days,
				closedByCategory: v.exactOptional(
					v.record(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/u)), count('a number of days from 1 to 3650')),
				),
			}),
		),
		exposure: v.exactOptional(
			v.strictObject({ minutesADay: minutes, severityADay: weight, stretch: minutes, pause: minutes }),
		),
	},
	'hours, retention and exposure, each if there is one',
)
