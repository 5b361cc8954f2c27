/** One whole day in a calendar. */
export type CalendarDay = {
	/** Never changes for the same event: a second import replaces the first. */
	uid: string
	/** `2026-11-26`. */
	day: string
	/** Last day, where it is more than one. */
	to?: string
	summary: string
	url?: string
	/** No alarm in the morning. */
	isSilent?: boolean
}

const mostOctets = 75
const encoder = new TextEncoder()

const escapeText = (text: string): string =>
	text
		// eslint-disable-next-line no-control-regex -- calendars take no control characters
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
		.replace(/[\\;,]/gu, '\\$&')
		.replace(/\r\n?|\n/gu, '\\n')

/** Cuts a line into lines of at most 75 octets, never inside a letter; what goes on begins with a space. */
const fold = (line: string): string => {
	const lines = ['']
	let octets = 0
	for (const letter of line) {
		const size = encoder.encode(letter).length
		if (octets + size > mostOctets) {
			lines.push(' ')
			octets = 1
		}
		lines.push((lines.pop() ?? '') + letter)
		octets += size
	}
	return lines.join('\r\n')
}

const toDate = (day: string): string => day.replaceAll('-', '')

const toNextDay = (day: string): string => {
	const next = new Date(`${day}T00:00:00Z`)
	next.setUTCDate(next.getUTCDate() + 1)
	return next.toISOString().slice(0, 10)
}

const toAlarm = (summary: string): string[] => [
	'BEGIN:VALARM',
	'ACTION:DISPLAY',
	`DESCRIPTION:${escapeText(summary)}`,
	'TRIGGER:PT9H',
	'END:VALARM',
]

const toEvent = ({ uid, day, to = day, summary, url, isSilent }: CalendarDay, stamp: string): string[] => [
	'BEGIN:VEVENT',
	`UID:${escapeText(uid)}`,
	`DTSTAMP:${stamp}`,
	`DTSTART;VALUE=DATE:${toDate(day)}`,
	`DTEND;VALUE=DATE:${toDate(toNextDay(to))}`,
	`SUMMARY:${escapeText(summary)}`,
	...(url === undefined ? [] : [`URL:${url.replace(/\s/gu, '')}`]),
	'TRANSP:TRANSPARENT',
	...(isSilent === true ? [] : toAlarm(summary)),
	'END:VEVENT',
]

/**
 * A calendar file.
 *
 * @param days - the events
 * @param at - the moment that the file says it was made at
 */
export const toCalendarFile = (days: readonly CalendarDay[], at: Date): string => {
	const stamp = at.toISOString().replace(/[-:]|\.\d+/gu, '')
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Thiqa//practice//EN',
		'CALSCALE:GREGORIAN',
		...days.flatMap((day) => toEvent(day, stamp)),
		'END:VCALENDAR',
	]
	return `${lines.map(fold).join('\r\n')}\r\n`
}
