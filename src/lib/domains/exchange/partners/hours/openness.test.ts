import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getPartnerOpenness } from './openness.ts'
import { parseHours, type PartnerHours } from './partner-hours.ts'

const read = (text: string): PartnerHours => {
	const parsed = parseHours(text)
	return parsed.ok ? parsed.value : expect.fail(text)
}
const ask = (text: string, zone: string, at: string): string => {
	const found = getPartnerOpenness(read(text), zone, new Date(at))
	return found.isOpen
		? `open until ${found.until?.toISOString() ?? 'ever'}`
		: `opens ${found.opens?.toISOString() ?? 'never'}`
}

test.each([
	['mo-fr 08:30-17:00', 'Europe/Paris', '2026-11-27T08:00:00Z', 'open until 2026-11-27T16:00:00.000Z'],
	['mo-fr 08:30-17:00', 'Europe/Paris', '2026-11-27T16:00:00Z', 'opens 2026-11-30T07:30:00.000Z'],
	['mo-fr 08:30-17:00', 'Europe/Paris', '2026-11-28T10:00:00Z', 'opens 2026-11-30T07:30:00.000Z'],
	['mo 08:30-12:00,14:00-17:00', 'UTC', '2026-11-30T12:30:00Z', 'opens 2026-11-30T14:00:00.000Z'],
	// The same day of the week in seven days, when today's hours are over.
	['mo 08:30-12:00', 'UTC', '2026-11-30T12:00:00Z', 'opens 2026-12-07T08:30:00.000Z'],
	// It is Monday in Auckland while it is Sunday here.
	['mo-fr 09:00-17:00', 'Pacific/Auckland', '2026-11-29T20:30:00Z', 'open until 2026-11-30T04:00:00.000Z'],
	['always', 'Asia/Tokyo', '2026-11-29T03:00:00Z', 'open until ever'],
])('%s in %s at %s: %s', (hours, zone, at, wanted) => {
	expect(ask(hours, zone, at)).toBe(wanted)
})

test('the clock on the wall counts on the nights when it changes', () => {
	// Paris goes to summer time on 2027-03-28 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
	expect(ask('sa-su 08:00-10:00', 'Europe/Paris', '2027-03-27T06:00:00Z')).toBe(
		'opens 2027-03-27T07:00:00.000Z',
	)
	expect(ask('sa-su 08:00-10:00', 'Europe/Paris', '2027-03-28T05:00:00Z')).toBe(
		'opens 2027-03-28T06:00:00.000Z',
	)
	expect(ask('su 00:00-24:00', 'Europe/Paris', '2026-10-25T22:30:00Z')).toBe(
		'open until 2026-10-25T23:00:00.000Z',
	)
	// 02:30 does not come on that night in Paris: the moment after the change.
	expect(ask('su 02:30-05:00', 'Europe/Paris', '2027-03-28T00:00:00Z')).toBe('opens 2027-03-28T01:30:00.000Z')
})

test('who is closed opens later and is open then; who is open is open until just before the end', () => {
	const texts = ['mo-fr 08:30-17:00', 'su-th 00:00-24:00', 'we 23:00-24:00; sa 00:00-00:30,02:30-03:00']
	const zones = [
		'Europe/Paris',
		'Africa/Casablanca',
		'America/St_Johns',
		'Asia/Kathmandu',
		'Australia/Lord_Howe',
	]
	fc.assert(
		fc.property(
			fc.constantFrom(...texts.map(read)),
			fc.constantFrom(...zones),
			fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
			(hours, zone, at) => {
				const found = getPartnerOpenness(hours, zone, at)
				if (!found.isOpen) {
					expect(found.opens && found.opens > at).toBe(true)
					expect(getPartnerOpenness(hours, zone, found.opens ?? at).isOpen).toBe(true)
				} else {
					const last = new Date((found.until ?? at).getTime() - 1)
					expect(last >= at && getPartnerOpenness(hours, zone, last).isOpen).toBe(true)
				}
			},
		),
	)
})

test('who has no hours at all never opens', () => {
	expect(getPartnerOpenness([[], [], [], [], [], [], []], 'UTC', new Date(0))).toEqual({ isOpen: false })
})
