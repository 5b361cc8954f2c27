import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import {
	makeCalendar,
	makeContact,
	makeContacts,
	makeSituation,
	hoursFrom,
	officeHours,
} from '../../../../tests/support/library.ts'
import { askers, type Contact } from './contact.ts'
import {
	findHelp,
	getAudience,
	type Help,
	type HelpBook,
	type HelpRequest,
	urgencies,
} from './help-finder.ts'

const library = readLibrary()
const idsOf = (doors: Help['open']): string[] => doors.map((door) => door.contact.id)

const anyRequest: fc.Arbitrary<HelpRequest> = fc
	.record({
		situation: fc.constantFrom(...library.situations),
		urgency: fc.constantFrom(...urgencies),
		staysUnnamed: fc.boolean(),
		// Every hour of two years from the day before Ramadan 2026, so both ways of keeping the clock are met.
		hour: fc.integer({ min: 0, max: 2 * 365 * 24 }),
		second: fc.integer({ min: 0, max: 3599 }),
	})
	.chain(({ hour, second, ...rest }) =>
		fc.constantFrom(...rest.situation.who).map((asker) => ({
			...rest,
			asker,
			at: new Date(Date.UTC(2026, 1, 12, hour, 0, second)),
		})),
	)

const check = (
	name: string,
	book: fc.Arbitrary<HelpBook>,
	holds: (help: Help, request: HelpRequest) => void,
): void =>
	test(
		name,
		() => {
			fc.assert(
				fc.property(anyRequest, book, (request, at) => holds(findHelp(request, at), request)),
				{ numRuns: 4000 },
			)
		},
		60_000,
	)

/** The real doors, some of them suspended or unverified, in any order; emergency numbers stay as they are. */
const anyBook: fc.Arbitrary<HelpBook> = fc
	.tuple(
		fc.shuffledSubarray([...library.contacts], { minLength: library.contacts.length }),
		fc.array(fc.constantFrom('as-is', 'suspended', 'unverified'), { minLength: 40, maxLength: 40 }),
	)
	.map(([contacts, fates]) => ({
		...library,
		contacts: contacts.map((contact, index): Contact => {
			const fate = fates[index]
			if (contact.kind === 'emergency' || fate === 'as-is') return contact
			return fate === 'suspended'
				? { ...contact, status: 'suspended' }
				: { ...contact, confidence: 'unverified' }
		}),
	}))
const realBook: fc.Arbitrary<HelpBook> = fc.constant(library)
const allDoors = (help: Help): Help['open'] => [...help.open, ...help.always, ...help.later]

check(
	'findHelp() never shows a suspended door, an unverified one, or one that does not hear this asker',
	anyBook,
	(help, request) => {
		for (const { contact } of allDoors(help)) {
			expect(contact.status).toBe('active')
			expect(contact.confidence).not.toBe('unverified')
			expect(contact.who).toContain(request.asker)
		}
	},
)

check(
	'findHelp() shows every emergency number at any hour among doors that work, first in danger',
	anyBook,
	(help, { urgency, situation }) => {
		const emergency = idsOf(allDoors(help).filter(({ contact }) => contact.kind === 'emergency'))
		expect([...emergency].sort()).toEqual(['civil-protection', 'gendarmerie', 'police'])
		expect(idsOf([...help.open, ...help.always])).toEqual(expect.arrayContaining(emergency))
		if (urgency !== 'now') return
		const isPlaced = situation.doors.some((id) => emergency.includes(id))
		if (isPlaced || situation.danger === 'health') expect(idsOf(help.open)[0]).toBe('civil-protection')
		else expect(idsOf(help.open).slice(0, 3)).toEqual(emergency)
		expect(idsOf(help.open)).toEqual(expect.arrayContaining(emergency))
	},
)

check(
	'findHelp() never ends at a closed door: what stands before "other doors" works now',
	anyBook,
	(help) => {
		expect(help.open.length + help.always.length).toBeGreaterThan(0)
		for (const door of [...help.open, ...help.always])
			expect(door.channels.some(({ openness }) => openness === 'open' || openness === 'always')).toBe(true)
		for (const door of help.open)
			expect(
				door.channels.some(
					({ type, hours }) => (type === 'phone' || type === 'whatsapp') && hours !== 'unknown',
				),
			).toBe(true)
		for (const door of help.later)
			expect(door.channels.every(({ openness }) => openness !== 'always')).toBe(true)
	},
)

check('findHelp() shows each door once', anyBook, (help) => {
	const ids = idsOf(allDoors(help))
	expect(new Set(ids).size).toBe(ids.length)
})

check(
	'findHelp() keeps the order of the situation in each group for who may be named',
	anyBook,
	(help, request) => {
		if (request.staysUnnamed) return
		for (const group of [help.open, help.always, help.later]) {
			const ids = idsOf(group).filter((id) => request.situation.doors.includes(id))
			expect(ids).toEqual(request.situation.doors.filter((id) => ids.includes(id)))
		}
	},
)

check(
	'findHelp() never puts a door that asks a name before one that asks none, for who wished to stay unnamed',
	anyBook,
	(help, { staysUnnamed, urgency, situation }) => {
		if (!staysUnnamed) return
		// In danger the numbers come first; where a situation places them itself, every voice that answers now does.
		const isVoice = (door: Help['open'][number]): boolean =>
			door.channels.some(({ type, openness }) => type === 'phone' && openness !== 'closed')
		const rest =
			situation.danger === 'health' ? help.open.filter((door) => !isVoice(door)) : help.open.slice(3)
		const groups = urgency === 'now' ? [rest, help.always] : [[...help.open, ...help.always]]
		for (const doors of groups) {
			const firstOther = doors.findIndex((door) => !door.keepsUnnamed)
			const after = firstOther < 0 ? [] : doors.slice(firstOther)
			expect(after.some((door) => door.keepsUnnamed)).toBe(false)
		}
	},
)

check(
	'findHelp() keeps a voice that answers now before any form in danger, whether a name is asked or not',
	anyBook,
	(help, { urgency }) => {
		if (urgency !== 'now') return
		const isVoice = (door: Help['open'][number]): boolean =>
			door.channels.some(({ type, openness }) => type === 'phone' && openness === 'always')
		expect(help.always.filter(isVoice)).toEqual([])
	},
)

check(
	'findHelp() offers every asker of every real situation a door beyond the emergency numbers',
	realBook,
	(help) => {
		expect([...help.open, ...help.always].some(({ contact }) => contact.kind !== 'emergency')).toBe(true)
	},
)

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

test('findHelp() shows an emergency number that a situation names only once, in the place the situation gives it', () => {
	const situation = makeSituation({ doors: ['rescue', 'listener'] })
	const contacts = [...makeContacts(), makeContact({ id: 'rescue', kind: 'emergency' })]
	expect(idsOf(allDoors(ask({ situation, urgency: 'now' }, contacts)))).toEqual([
		'rescue',
		'listener',
		'police',
	])
	expect(idsOf(ask({ situation }, contacts).always)).toEqual(['rescue', 'police'])
})

test('findHelp() lets a rescuer and a voice come before the police where the danger is not a person', () => {
	const rescue = makeContact({ id: 'rescue', kind: 'emergency', danger: 'health' })
	const contacts = [...makeContacts(), rescue]
	const situation = makeSituation({ danger: 'health' })
	expect(idsOf(ask({ situation, urgency: 'now' }, contacts).open).slice(0, 3)).toEqual([
		'rescue',
		'listener',
		'police',
	])
	expect(idsOf(ask({ urgency: 'now' }, contacts).open).slice(0, 2)).toEqual(['police', 'rescue'])
})

test('findHelp() does not lose an emergency number that keeps hours', () => {
	const channels: Contact['channels'] = [
		{ type: 'phone', value: '1700', hours: officeHours, hoursFrom, cost: 'free' },
	]
	const contacts = [makeContact({ id: 'regional', kind: 'emergency', channels }), ...makeContacts()]
	const night = new Date('2026-11-29T02:00:00Z')
	expect(idsOf(allDoors(ask({}, contacts)))).toContain('regional')
	expect(idsOf(ask({ urgency: 'now' }, contacts).open)).toContain('regional')
	expect(idsOf(ask({ urgency: 'now', at: night }, contacts).open)[0]).toBe('police')
	expect(idsOf(ask({ urgency: 'now', at: night }, contacts).later)).toEqual(['regional'])
})

test('findHelp() puts WhatsApp, which shows number and picture, last for who wants to stay unnamed', () => {
	const channelsOf = (staysUnnamed: boolean): string[] | undefined =>
		ask({ staysUnnamed }, makeContacts()).open[0]?.channels.map(({ type }) => type)
	expect(channelsOf(false)).toEqual(['whatsapp', 'web-form'])
	expect(channelsOf(true)).toEqual(['web-form', 'whatsapp'])
})

test('findHelp() keeps the voice that answers now first when no door that asks no name works', () => {
	const contacts = makeContacts().filter(({ id }) => id !== 'adviser')
	expect(idsOf(ask({ staysUnnamed: true }, contacts).open)).toEqual(['listener'])
})

test('findHelp() says of a door that it does not keep you unnamed when nobody knows', () => {
	const doors = allDoors(ask({ staysUnnamed: true }, makeContacts()))
	expect(Object.fromEntries(doors.map((door) => [door.contact.id, door.keepsUnnamed]))).toEqual({
		adviser: true,
		listener: false,
		police: false,
		court: false,
	})
})

test.each(askers)('getAudience() has words for a %s when the topic speaks to nobody known', (asker) => {
	expect(getAudience(asker, undefined)).toBe('teens')
})
