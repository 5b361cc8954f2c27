/** Doors tell the truth about now: who answers, who may be written to, and when somebody comes. */
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import {
	hoursFrom,
	makeCalendar,
	makeContact,
	makeSituation,
	officeHours,
} from '../../../../tests/support/library.ts'
import type { Contact } from './contact.ts'
import { findHelp, type Help, type HelpRequest } from './help-finder.ts'

const library = readLibrary()
const idsOf = (doors: Help['open']): string[] => doors.map((door) => door.contact.id)
const allDoors = (help: Help): Help['open'] => [...help.open, ...help.always, ...help.later]

const ask = (changes: Partial<HelpRequest>, contacts: readonly Contact[]): Help =>
	findHelp(
		{
			situation: makeSituation(),
			asker: 'teen',
			urgency: 'today',
			staysUnnamed: false,
			at: new Date('2026-11-30T11:00:00Z'),
			...changes,
		},
		{ contacts, calendar: makeCalendar() },
	)

test('findHelp() counts no line as answering whose hours were announced and confirmed by nobody', () => {
	const channels: Contact['channels'] = [
		{ type: 'phone', value: '2500', hours: 'always', hoursNote: 'announced', cost: 'free' },
	]
	const contacts = [makeContact({ channels }), makeContact({ id: 'police', kind: 'emergency' })]
	expect(idsOf(ask({}, contacts).open)).toEqual([])
	expect(ask({}, contacts).later[0]?.channels[0]?.openness).toBe('perhaps')
})

test('findHelp() counts a line as answering only by hours that somebody gave within the last year', () => {
	const at = (date: string | undefined): string | undefined => {
		const channels: Contact['channels'] = [
			{
				type: 'phone',
				value: '2500',
				hours: officeHours,
				cost: 'free',
				...(date && { hoursFrom: { ...hoursFrom, date } }),
			},
		]
		return ask({}, [makeContact({ channels }), makeContact({ id: 'police', kind: 'emergency' })]).open[0]
			?.contact.id
	}
	expect(at('2026-01')).toBe('listener')
	expect(at('2025-12-10')).toBe('listener')
	expect(at('2025-11')).toBeUndefined()
	expect(at('2023')).toBeUndefined()
	expect(at(undefined)).toBeUndefined()
})

test('findHelp() says when a form is read only where somebody says so', () => {
	const channelAt = (at: string, answers?: typeof officeHours) => {
		const channels: Contact['channels'] = [
			{
				type: 'web-form',
				value: 'https://example.org',
				hours: 'always',
				cost: 'data',
				...(answers && { answers: { hours: answers, ...hoursFrom } }),
			},
		]
		const [door] = ask({ at: new Date(at) }, [makeContact({ channels })]).always
		return { opens: door?.channels[0]?.opens, isRead: door?.channels[0]?.isRead }
	}
	const saturdayNight = '2026-11-28T23:00:00Z'
	expect(channelAt(saturdayNight)).toEqual({ opens: undefined, isRead: false })
	expect(channelAt(saturdayNight, officeHours)).toEqual({
		opens: { weekday: 1, clock: '10:00', isToday: false },
		isRead: false,
	})
	expect(channelAt('2026-11-30T11:00:00Z', officeHours).isRead).toBe(true)
})

test('2511 answers by phone from 8:30 to 18:00 only, and can be written to at any hour', () => {
	const channelsAt = (at: string): Record<string, string> => {
		const situation = library.situations.find(({ id }) => id === 'other')
		if (!situation) throw new Error('no situation')
		const request = { situation, asker: 'teen', urgency: 'today', staysUnnamed: false } as const
		const door = allDoors(findHelp({ ...request, at: new Date(at) }, library)).find(
			({ contact }) => contact.id === 'onde-2511',
		)
		return Object.fromEntries((door?.channels ?? []).map(({ type, openness }) => [type, openness]))
	}
	expect(channelsAt('2026-11-27T08:29:59Z')).toEqual({ phone: 'closed', 'web-form': 'always' })
	expect(channelsAt('2026-11-27T08:30:00Z')).toEqual({ phone: 'open', 'web-form': 'always' })
	expect(channelsAt('2026-11-29T17:59:59Z')).toEqual({ phone: 'open', 'web-form': 'always' })
	expect(channelsAt('2026-11-29T18:00:00Z')).toEqual({ phone: 'closed', 'web-form': 'always' })
	expect(channelsAt('2026-11-18T11:00:00Z')).toEqual({ phone: 'perhaps', 'web-form': 'always' })
})
