/**
 * A process for the test of time zones: `TZ=… node tests/support/times-child.ts`. Prints what we compute of moments and days around every
 * change of the clock in Morocco within three years: it has to be the same wherever the machine thinks it stands.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { clockIds, getDue, type DeskTime } from '../../src/lib/domains/cases/clock/case-clock.ts'
import { isOpen, toLocalTime } from '../../src/lib/domains/wellbeing/hours/desk-hours.ts'
import { getOpenness, type Calendar } from '../../src/lib/domains/guide/opening-hours.ts'
import { isEndable, planEpoch } from '../../src/lib/domains/people/keys/epoch-plan.ts'
import {
	applyToClocks,
	findClockMark,
	toUtcDay,
} from '../../src/lib/domains/exchange/preservation/run-clocks.ts'
import { toHour } from '../../src/lib/base/index.ts'

const calendar = parse(readFileSync('content/country/calendar.yaml', 'utf8')) as Calendar
const hour = 3_600_000
const day = [[510, 990]] as const
const short = [[540, 900]] as const
const hours = {
	usual: [day, day, day, day, day, [], []],
	ramadan: [short, short, short, short, short, [], []],
}
const office: DeskTime = { calendar, hours }
const dayAndNight: DeskTime = { calendar, hours: 'always' }

/** Minutes past the hour of UTC at which the country's clock stands at its day's beginning: it changes where the clock does. */
const getLead = (at: number): number => {
	const { minutes } = toLocalTime(calendar.zone, new Date(at))
	return (minutes - (Math.floor(at / 60_000) % 1440) + 2880) % 1440
}

const listChanges = (): number[] => {
	const from = Date.UTC(2026, 0, 1)
	const all = Array.from({ length: 3 * 366 * 24 }, (_, at) => from + at * hour)
	return all.filter((at) => getLead(at) !== getLead(at - hour))
}

/** Clocks of a request to keep data that begin on the day of a moment, and their mark seven weeks later. */
const keep = (moment: Date) =>
	applyToClocks([], { instrument: 'budapest-29', event: 'preserve', on: toUtcDay(moment) }).map((clock) => ({
		...clock,
		mark: findClockMark(clock.due, toUtcDay(new Date(moment.getTime() + 49 * 24 * hour))),
	}))

const describe = (moment: Date) => ({
	kept: keep(moment),
	moment: moment.toISOString(),
	local: toLocalTime(calendar.zone, moment),
	hour: toHour(moment).toISOString(),
	open: isOpen(hours, calendar, moment),
	door: getOpenness({ days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' }, calendar, moment),
	due: clockIds.map((clock) =>
		[office, dayAndNight].map((time) => getDue(clock, moment, time).toISOString()),
	),
	epoch: planEpoch([], moment),
	ends: isEndable(
		{ span: { id: 'E2026-03', begins: '2026-03-01', ends: '2026-03-31' }, state: 'current' } as never,
		moment,
	),
})

const changes = listChanges()
const moments = changes.flatMap((change) =>
	[-25, -2, -1, -0.5, 0, 0.5, 1, 2, 25].map((hours_) => new Date(change + hours_ * hour)),
)
// Ends of months and of a year, where the day is another one here and there.
for (const end of [Date.UTC(2026, 2, 1), Date.UTC(2027, 0, 1)])
	for (const minutes of [-61, -1, 0, 1, 61]) moments.push(new Date(end + minutes * 60_000))
console.log(JSON.stringify({ changes: changes.length, all: moments.map(describe) }))
