/**
 * Hours of a partner, written `mo-fr 08:30-12:00,14:00-17:00; sa 09:00-12:00`: runs of days, each with the times at which somebody answers.
 * `always` is day and night. A run may go round the end of the week (`su-th`); a time never goes past midnight.
 */
import { ok, refused, type Result } from '#base'

/** From and to as minutes of the local day, `0 <= from < to <= 1440`. */
export type OpenSpan = readonly [from: number, to: number]

/** Seven lists by ISO weekday, Monday first; an empty one is a day off. */
type Week = readonly (readonly OpenSpan[])[]

export type PartnerHours = 'always' | Week

const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

const run = /^(mo|tu|we|th|fr|sa|su)(?:-(mo|tu|we|th|fr|sa|su))? (\S+)$/u
const times = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/u

const parseSpan = (text: string): OpenSpan | undefined => {
	const [, h1, m1, h2, m2] = times.exec(text) ?? []
	const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
	return from < to && to <= 1440 ? [from, to] : undefined
}

/** Spans in order, none touching the next; `undefined` when one is wrong or two overlap. */
const parseSpans = (text: string): OpenSpan[] | undefined => {
	const spans = text.split(',').map(parseSpan)
	const isInOrder = spans.every((span, at) => span !== undefined && (spans[at - 1]?.[1] ?? -1) < span[0])
	return isInOrder ? spans.filter((span) => span !== undefined) : undefined
}

const indexOfDay = (name: string | undefined): number => days.findIndex((one) => one === name)

/** Places of the days of a run, from its first to its last, round the end of the week where it goes so. */
const listRun = (from: number, to: number): number[] =>
	Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => (from + at) % 7)

/**
 * Reads the hours of a partner. Letters may be capital and blanks may be more than one.
 *
 * @returns refused with `partner.hours` for what is not of the form, and where a day has its times twice
 */
export const parseHours = (text: string): Result<PartnerHours, 'partner.hours'> => {
	// Marks of direction come along when a line is copied from a page in Arabic.
	const given = text
		.replaceAll(/\p{Cf}/gu, '')
		.trim()
		.toLowerCase()
		.replaceAll(/\s+/gu, ' ')
	if (given === 'always') return ok('always')
	const week: (readonly OpenSpan[])[] = Array.from({ length: 7 }, () => [])
	for (const part of given.split(/ ?; ?/u)) {
		const [, first, last, spans = ''] = run.exec(part.replaceAll(/ ?, ?/gu, ',')) ?? []
		const found = parseSpans(spans)
		if (first === undefined || !found) return refused('partner.hours')
		for (const place of listRun(indexOfDay(first), indexOfDay(last ?? first))) {
			if ((week[place]?.length ?? 0) > 0) return refused('partner.hours')
			week[place] = found
		}
	}
	return ok(week)
}

const toClock = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** The one way in which hours are written: days with the same times stand together. */
export const formatHours = (hours: PartnerHours): string => {
	if (hours === 'always') return 'always'
	const written = hours.map((spans) => spans.map((span) => span.map(toClock).join('-')).join(','))
	const runs: { from: number; to: number; text: string }[] = []
	for (const [place, text] of written.entries()) {
		const last = runs.at(-1)
		if (last?.text === text && last.to === place - 1) last.to = place
		else if (text !== '') runs.push({ from: place, to: place, text })
	}
	return runs
		.map(({ from, to, text }) => `${from === to ? days[from] : `${days[from]}-${days[to]}`} ${text}`)
		.join('; ')
}

/** True for a time zone of the IANA database, as `Africa/Casablanca`. */
export const isZone = (zone: string): boolean => {
	try {
		return /^[A-Za-z]/u.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Object
	} catch {
		return false
	}
}
