import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { toInstant } from '../hours/desk-hours.ts'
import { exposureLimits, getShare, noExposure } from '../exposure.ts'
import { formatDuty, isOnDuty, parseDuty, type DutyHours } from './duty.ts'
import { chooseAssignee, getReadiness, isUrgent, keepsOffer, mostOffered, type RotaPerson } from './rota.ts'

const { calendar } = readLibrary()
/** A Thursday. */
const now = new Date('2026-11-26T09:20:00Z')
const time = { calendar, policy: exposureLimits, now }

const anyone = fc.record({
	id: fc.uuid(),
	hours: fc.constant('always' as const),
	languages: fc.subarray([...languages]),
	openCases: fc.nat(50),
	offered: fc.nat(8),
	pauseUntil: fc.constantFrom(undefined, new Date(now.getTime() + 60_000), new Date(now.getTime() - 60_000)),
	exposure: fc.record({ minutes: fc.nat(300), items: fc.nat(80), severity: fc.nat(160) }),
})
const day = (from: number, to: number) => [from, to] as const
const week = (one: readonly [number, number] | null) => Array.from({ length: 7 }, () => one)

describe('isOnDuty()', () => {
	const at = (hours: DutyHours, date: string, hour: number): boolean =>
		isOnDuty(hours, calendar, toInstant(calendar.zone, date, hour * 60))

	test('a night shift runs into the next morning and not beyond', () => {
		const usual = week(null).with(3, day(22 * 60, 6 * 60))
		const nights = { usual, ramadan: null }
		expect(at(nights, '2026-11-26', 21.5)).toBe(false)
		expect(at(nights, '2026-11-26', 22.5)).toBe(true)
		expect(at(nights, '2026-11-27', 5.5)).toBe(true)
		expect(at(nights, '2026-11-27', 6.5)).toBe(false)
	})

	test('on a holiday only who is there always is called', () => {
		const days = { usual: week(day(0, 1439)), ramadan: null }
		// The anniversary of the Green March.
		expect(at(days, '2026-11-06', 12)).toBe(false)
		expect(at('always', '2026-11-06', 12)).toBe(true)
	})

	test('hours come back as they were kept, and anything else is refused', () => {
		const hours = { usual: week(day(540, 1020)), ramadan: week(null) }
		expect(parseDuty(formatDuty(hours))).toEqual(hours)
		for (const wrong of ['', '{}', '"never"', formatDuty({ usual: week(day(0, 1440)), ramadan: null })])
			expect(parseDuty(wrong)).toBeUndefined()
	})
})

test('a pause gives back what cannot wait and keeps the rest; a full day keeps nothing', () => {
	const person = { hours: 'always', exposure: noExposure } as const
	const paused = getReadiness({ ...person, pauseUntil: new Date(now.getTime() + 1) }, time)
	const full = getReadiness(
		{ ...person, exposure: { minutes: 240, items: 1, severity: 1 }, pauseUntil: undefined },
		time,
	)
	expect([paused, full]).toEqual(['paused', 'away'])
	const urgent = isUrgent({ lane: 'danger', due: undefined }, now)
	const calm = isUrgent({ lane: 'normal', due: new Date(now.getTime() + 3 * 3_600_000) }, now)
	expect([keepsOffer(paused, urgent), keepsOffer(paused, calm)]).toEqual([false, true])
	expect(keepsOffer(full, calm)).toBe(false)
})

describe('chooseAssignee()', () => {
	test('offers to somebody as long as one is ready, to nobody who must rest, and to who speaks the language first', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(anyone, { selector: ({ id }) => id, maxLength: 8 }),
				fc.constantFrom(undefined, ...languages),
				fc.boolean(),
				(people: RotaPerson[], language, isDanger) => {
					const chosen = people.find(({ id }) => id === chooseAssignee(people, { language, isDanger }, time))
					const able = people.filter(
						(person) => getReadiness(person, time) === 'ready' && (isDanger || person.offered < mostOffered),
					)
					expect(chosen === undefined).toBe(able.length === 0)
					if (!chosen) return
					expect(able).toContain(chosen)
					const speaks = (person: RotaPerson) => language !== undefined && person.languages.includes(language)
					if (able.some(speaks)) expect(speaks(chosen)).toBe(true)
					for (const other of able.filter((one) => speaks(one) === speaks(chosen)))
						expect(getShare(chosen.exposure, exposureLimits)).toBeLessThanOrEqual(
							getShare(other.exposure, exposureLimits),
						)
				},
			),
		)
	})
})
