/** Counts in memory what happened since the last flush: one array of small numbers for each month and quarter, and nothing about anyone. */
import { hour, toLocalDay } from '#base'
import { getMonthOf, getQuarterOf } from '../places/index.ts'
import type { CountedPage } from './arrival.ts'
import { createBuckets, countLimits } from './buckets.ts'
import {
	listCells,
	noPlace,
	overLimit,
	protections,
	type Facts,
	type FamilyId,
	type HelpAnswer,
	type Pace,
	type SeenProtection,
} from './families.ts'

/** Counts of a period. `cells` says what each number is of; `from` and `until`: milliseconds between which this process counted. */
export type CountSheet = {
	period: string
	cells: readonly string[]
	added: Int32Array
	from: number
	until: number
}

/** Where a campaign code leads and what it belongs to. `province`: none for the whole country. */
export type CodedArrival = CountedPage & { slot: number; province?: string | undefined }

/** A press after the check: what the device sends is no truth but a throw of dice (`protection.ts`). */
export type Press = { area: string; protection: SeenProtection; bit: 0 | 1 }

/** True for a press as it came from a device: an area by its code or none, a protection, a bit. */
export const isPress = (value: unknown): value is Press => {
	if (typeof value !== 'object' || value === null) return false
	const { area, protection, bit } = value as Partial<Record<keyof Press, unknown>>
	return (
		typeof area === 'string' &&
		area.length <= 10 &&
		protections.some((one) => one === protection) &&
		(bit === 0 || bit === 1)
	)
}

export type Counter = {
	countDirect: (page: CountedPage) => void
	/** Puts direct arrivals into the sheet of this month; to be called every minute, so that they fall into theirs. */
	settle: () => void
	countCoded: (arrival: CodedArrival) => void
	countVote: (topic: string, answer: HelpAnswer) => void
	countPress: (press: Press) => void
	/** Hands out what was counted and begins anew; there is a sheet for the month and the quarter even when nothing was. */
	takeSheets: () => CountSheet[]
	/** Takes back what could not be stored. */
	putBack: (sheets: readonly CountSheet[]) => void
}

type Options = {
	facts: Facts
	/** Time zone of months and quarters. */
	zone: string
	now?: () => number
	/** Milliseconds of a clock that never goes back. */
	elapsed?: () => number
}

/** The periods of a moment; looked up once a minute, and never an earlier day than before: a clock that was set back opens no old sheet. */
const createCalendar = (zone: string, now: () => number) => {
	let lookedAt = -Infinity
	let known = { month: '', quarter: '', day: '' }
	return (): { month: string; quarter: string; day: string } => {
		const at = now()
		if (Math.abs(at - lookedAt) < 60_000) return known
		const day = toLocalDay(new Date(at), zone)
		lookedAt = at
		if (day > known.day) known = { month: getMonthOf(day), quarter: getQuarterOf(day), day }
		return known
	}
}

/** Week of a quarter, from its first day on: 0 to 13. */
const getWeek = (day: string): number => {
	const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
	const from = Date.parse(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01T00:00:00Z`)
	return Math.min(13, Math.floor((Date.parse(`${day}T00:00:00Z`) - from) / (7 * 24 * hour)))
}

/** Places of the cells in the sheet of their pace, by family and cell. */
const listPlacesOf = (names: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
	const places = new Map<string, Map<string, number>>()
	for (const [at, name] of names.entries()) {
		const colon = name.indexOf(':')
		const family = name.slice(0, colon)
		const cells = places.get(family) ?? new Map<string, number>()
		places.set(family, cells.set(name.slice(colon + 1), at))
	}
	return places
}

const createSheets = (facts: Facts, now: () => number) => {
	const names = { month: listCells('month', facts), quarter: listCells('quarter', facts) }
	const places = { month: listPlacesOf(names.month), quarter: listPlacesOf(names.quarter) }
	let sheets = new Map<string, CountSheet>()
	let since = now()
	/** The sheet of each pace that was asked for last: nearly every arrival falls into it. */
	const last: Partial<Record<Pace, CountSheet>> = {}
	const open = (pace: Pace, period: string): CountSheet => {
		const known = sheets.get(period)
		if (known) return (last[pace] = known)
		const cells = names[pace]
		const made = { period, cells, added: new Int32Array(cells.length), from: since, until: since }
		sheets.set(period, made)
		return (last[pace] = made)
	}
	const find = (pace: Pace, period: string): CountSheet => {
		const known = last[pace]
		return known?.period === period ? known : open(pace, period)
	}
	/** Adds to a cell; to none when the sheet does not have it. */
	const add = (sheet: CountSheet, at: number | undefined, count = 1): void => {
		if (at !== undefined) sheet.added[at] = (sheet.added[at] ?? 0) + count
	}
	const findPlace = (pace: Pace, family: FamilyId, cell: string): number | undefined =>
		places[pace].get(family)?.get(cell)
	const forgetLast = (): void => {
		delete last.month
		delete last.quarter
	}
	const take = (): CountSheet[] => {
		const until = Math.max(since, now())
		const taken = [...sheets.values()].map((sheet) => ({ ...sheet, until }))
		sheets = new Map<string, CountSheet>()
		since = until
		forgetLast()
		return taken
	}
	const putBack = (given: readonly CountSheet[]): void => {
		for (const sheet of given) {
			const later = sheets.get(sheet.period)
			sheets.set(sheet.period, {
				...sheet,
				added: sheet.added.map((count, at) => count + (later?.added[at] ?? 0)),
			})
			since = Math.min(since, sheet.from)
		}
		forgetLast()
	}
	return { find, findPlace, add, take, putBack }
}

/** Buckets of all kinds: true while there is a token. One of a process, in memory only. */
const createLimits = (elapsed: () => number) => {
	const [place, code] = [createBuckets(countLimits.arrivals), createBuckets(countLimits.arrivals)]
	const [vote, press] = [createBuckets(countLimits.votes), createBuckets(countLimits.presses)]
	const getNow = (): number => Math.floor(elapsed())
	return {
		place: (key: string) => place(key, getNow()),
		code: (key: string) => code(key, getNow()),
		vote: (key: string) => vote(key, getNow()),
		press: (key: string) => press(key, getNow()),
	}
}

/** Adds to the cells of this month and this quarter. */
const createAdder = ({ facts, zone, now = Date.now }: Options) => {
	const getPeriods = createCalendar(zone, now)
	const sheets = createSheets(facts, now)
	const inMonth = (family: FamilyId, cell: string, count = 1): void =>
		sheets.add(sheets.find('month', getPeriods().month), sheets.findPlace('month', family, cell), count)
	const inQuarter = (family: FamilyId, cell: string): void =>
		sheets.add(sheets.find('quarter', getPeriods().quarter), sheets.findPlace('quarter', family, cell))
	return {
		inMonth,
		inQuarter,
		page: ({ kind, language }: CountedPage, count: number): void => {
			inMonth('page', kind, count)
			inMonth('language', language, count)
		},
		press: ({ area, protection, bit }: Press): void => {
			inQuarter('protected', `${area}/${protection}/${bit}`)
			inQuarter('pressed', `${area}/${getWeek(getPeriods().day)}`)
		},
		take: (): CountSheet[] => {
			const { month, quarter } = getPeriods()
			sheets.find('month', month)
			sheets.find('quarter', quarter)
			return sheets.take()
		},
		putBack: sheets.putBack,
	}
}

/** A counter of this process. Buckets and sheets live in memory only. */
export const createCounter = (options: Options): Counter => {
	const { facts, elapsed = () => performance.now() } = options
	const [add, limit] = [createAdder(options), createLimits(elapsed)]
	const [provinces, topics] = [new Set(facts.provinces), new Set(facts.topics)]
	/** Direct arrivals since they were last settled: `findCountedPage()` hands out one value for each page, so they are few. */
	const direct = new Map<CountedPage, number>()
	const settle = (): void => {
		for (const [page, count] of direct) add.page(page, count)
		direct.clear()
	}
	return {
		countDirect: (page) => void direct.set(page, (direct.get(page) ?? 0) + 1),
		settle,
		countCoded: ({ kind, language, slot, province }) => {
			const place = province !== undefined && provinces.has(province) ? province : noPlace
			const bucket = place === noPlace ? `${noPlace}/${slot}` : place
			add.inQuarter('place', limit.place(bucket) ? place : overLimit)
			// A bucket of their own for those that change the same cells: whoever is turned away here leaves every other cell as it was.
			if (!limit.code(`${bucket}/${slot}/${kind}/${language}`)) return
			add.page({ kind, language }, 1)
			add.inQuarter('campaign', String(slot))
		},
		countVote: (topic, answer) => {
			if (topics.has(topic) && limit.vote(`${topic}/${answer}`)) add.inMonth('helped', `${topic}/${answer}`)
		},
		countPress: (press) => {
			const area = facts.regions.includes(press.area) ? press.area : noPlace
			if (limit.press(area)) add.press({ ...press, area })
		},
		takeSheets: () => {
			settle()
			return add.take()
		},
		putBack: add.putBack,
	}
}
