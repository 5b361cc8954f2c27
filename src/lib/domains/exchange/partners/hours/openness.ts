/** The openness of a partner: whether somebody answers there now, and when next, by the clock on its own wall. */
import { addDays } from '#base'
import { toInstant, toLocalTime } from '#domains/wellbeing/hours'
import type { PartnerHours, OpenSpan } from './partner-hours.ts'

/** `until` and `opens` are moments; `until` is left out for who is there day and night, `opens` for who never is. */
export type PartnerOpenness = { isOpen: true; until?: Date } | { isOpen: false; opens?: Date }

const spansOn = (hours: Exclude<PartnerHours, 'always'>, date: string): readonly OpenSpan[] =>
	hours[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? []

/**
 * Says whether a partner is open at a moment. Nights at which the clock changes are those of the zone. Holidays of the country are not known.
 *
 * @param zone - of the IANA database
 */
export const getPartnerOpenness = (hours: PartnerHours, zone: string, at: Date): PartnerOpenness => {
	if (hours === 'always') return { isOpen: true }
	const today = toLocalTime(zone, at).date
	for (let days = 0; days < 8; days++) {
		const date = addDays(today, days)
		for (const [from, to] of spansOn(hours, date)) {
			const [opens, until] = [toInstant(zone, date, from), toInstant(zone, date, to)]
			if (opens <= at && at < until) return { isOpen: true, until }
			if (opens > at && opens < until) return { isOpen: false, opens }
		}
	}
	return { isOpen: false }
}
