/** A year of invented sessions, the same each time on the same day: groups that meet four times, groups that stop, single meetings. */
import { createHash } from 'node:crypto'
import { addDays } from '../../src/lib/base/index.ts'
import { sessionAudiences, sessionSettings } from '../../src/lib/domains/programme/sessions/index.ts'
import type { SessionValues } from '../../src/lib/domains/programme/sessions/session.ts'

/** A number from 0 to below `below` that looks drawn and is the same each time. */
const pickNumber = (seed: string, below: number): number =>
	createHash('sha256').update(`thiqa/demo-programme/v1 ${seed}`).digest().readUInt32BE(0) % below

const pickOne = <One>(seed: string, all: readonly [One, ...One[]]): One =>
	all[pickNumber(seed, all.length)] ?? all[0]

/** A random id (version 4) of a series. */
const toSeriesId = (seed: string): string => {
	const hex = createHash('sha256').update(`series ${seed}`).digest('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const settings = sessionSettings as readonly [SessionValues['setting'], ...SessionValues['setting'][]]
const audiences = sessionAudiences as readonly [SessionValues['audience'], ...SessionValues['audience'][]]
const lessons = ['true-or-trap', 'secrets-and-gifts', 'my-data-my-time', 'keys-and-codes', null] as const
const bands = ['15-19', '20-24', '25-29', '25-29', '30-34', '35-39', '40-44', '60-79'] as const
const languages = ['ar', 'ar', 'ar', 'zgh', 'fr'] as const

/** Days of a series that keeps its dosage, counted from its first. */
const doses = [0, 7, 28, 56] as const

/** No school in July and August, and no sessions on Sundays. */
const isTeachingDay = (day: string): boolean =>
	!['07', '08'].includes(day.slice(5, 7)) && new Date(`${day}T00:00:00Z`).getUTCDay() !== 0

type Place = { province: string; today: string }

const makeSession = (seed: string, { province }: Place, more: Partial<SessionValues>): SessionValues => ({
	province,
	minutes: 55,
	dose: 1,
	card: pickNumber(`${seed} card`, 5) > 0,
	setting: pickOne(`${seed} setting`, settings),
	audience: pickOne(`${seed} audience`, audiences),
	language: pickOne(`${seed} language`, languages),
	lesson: pickOne(`${seed} lesson`, lessons),
	series: toSeriesId(seed),
	band: pickOne(`${seed} band`, bands),
	held_on: '',
	...more,
})

/** Days on which a group met: all four, or fewer where it stopped. */
const listDays = (seed: string, today: string): string[] => {
	const first = addDays(today, -(20 + pickNumber(`${seed} first`, 365)))
	const isSingle = pickNumber(`${seed} kind`, 3) === 0
	const stopped = isSingle ? 1 : pickNumber(`${seed} stops`, 5) === 0 ? 2 : doses.length
	return doses.slice(0, stopped).map((after) => addDays(first, after))
}

const listOfGroup = (seed: string, place: Place): SessionValues[] => {
	const one = makeSession(seed, place, {})
	return listDays(seed, place.today)
		.filter((day) => day < place.today && isTeachingDay(day))
		.map((held_on, at) => ({ ...one, held_on, dose: at + 1 }))
}

/** A region with its provinces; those at the front have most of the sessions, the last ones none, so that every kind of number is met. */
export type Ground = { region: string; provinces: readonly [string, ...string[]] }

/** Groups of a region. */
const groupsOf = (at: number): number => 12 + ((at * 5) % 12)

/** All sessions of the year before `today`, a civil day, by region, in the order of their days. */
export const listYear = (
	regions: readonly Ground[],
	today: string,
): { region: string; values: SessionValues }[] =>
	regions
		.flatMap(({ region, provinces }, at) =>
			Array.from({ length: groupsOf(at) }, (_, group) => {
				const seed = `${region} ${group}`
				const last = Math.max(1, Math.ceil(provinces.length * 0.7))
				const province =
					provinces[Math.min(pickNumber(`${seed} place`, last), pickNumber(`${seed} again`, last))] ??
					provinces[0]
				return listOfGroup(seed, { province, today }).map((values) => ({ region, values }))
			}).flat(),
		)
		.toSorted((one, other) => (one.values.held_on < other.values.held_on ? -1 : 1))
