/** Doors of the widget are those of the guide, and it never says "open now" where the guide does not. */
import fc from 'fast-check'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { makeCalendar, makeContact } from '../../../../../tests/support/library.ts'
import type { Contact } from '../../guide/contact.ts'
import type { Library } from '../../guide/library.ts'
import { getOpenness, isFresh } from '../../guide/opening-hours.ts'
import { chooseDoors } from './index.ts'
import { makeWidgetPage } from './ui/index.ts'
import { openNowText, packCalendar, packWhen } from './ui/widget-script.ts'

const library = readLibrary()
const withContacts = (change: (contact: Contact) => Contact): Library => ({
	...library,
	contacts: library.contacts.map(change),
})
const idsOf = (of: Library): string[] => chooseDoors(of).map(({ contact }) => contact.id)

test('the numbers for danger come first, then who listens to children', () => {
	const kinds = chooseDoors(library).map(({ contact }) => contact.kind)
	expect(kinds.slice(0, 4)).toEqual(['emergency', 'emergency', 'emergency', 'child-helpline'])
	for (const { contact, channel } of chooseDoors(library)) expect(contact.channels).toContain(channel)
})

test('a suspended door and one that nobody has verified are not shown', () => {
	expect(idsOf(library)).toContain('onde-2511')
	const suspended = withContacts((one) => (one.id === 'onde-2511' ? { ...one, status: 'suspended' } : one))
	expect(idsOf(suspended)).not.toContain('onde-2511')
	expect(makeWidgetPage(chooseDoors(suspended), 'fr')).not.toContain('2511')
	const unsure = withContacts((one) =>
		one.id === 'emc-helpline' ? { ...one, confidence: 'unverified' } : one,
	)
	expect(idsOf(unsure)).not.toContain('emc-helpline')
})

test('what a door is called cannot leave its place in the page', () => {
	const name = '"><script>alert(1)</script>$&'
	const contact = makeContact({ name: { ar: name, fr: name, zgh: name, en: name } })
	const html = makeWidgetPage(chooseDoors({ ...library, contacts: [contact] }), 'en')
	expect(html).not.toContain('<script')
	expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;$&#38;')
})

type OpenNow = (hours: unknown, at: Date, calendar: unknown) => boolean
const isOpenNow = runInNewContext(`(${openNowText})`, { Intl, Date, String }) as OpenNow

test('the script says "open now" exactly when the guide counts the door as answering', () => {
	const calendar = makeCalendar()
	const hours = fc.record({
		days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
		from: fc.constantFrom('00:00', '08:30', '10:00'),
		to: fc.constantFrom('10:01', '16:00', '23:59'),
	})
	const seen = new Set<boolean>()
	fc.assert(
		fc.property(
			hours,
			fc.constantFrom('2026', '2026-05', '2026-11-20', '2025-12-10'),
			fc.date({ min: new Date('2026-11-29'), max: new Date('2028-01-01'), noInvalidDate: true }),
			(given, date, at) => {
				const contact = makeContact({
					channels: [
						{
							type: 'phone',
							value: '2500',
							hours: given,
							cost: 'free',
							hoursFrom: { source: 'https://example.org/h', date },
						},
					],
				})
				const [door] = chooseDoors({ ...library, contacts: [contact] })
				const says = isOpenNow(packWhen(door?.when ?? 'unknown'), at, packCalendar(calendar))
				const counts = getOpenness(given, calendar, at) === 'open' && isFresh(date, at)
				seen.add(says)
				// On the last day of a year of hours the widget is silent some hours earlier.
				const isLastDay = isFresh(date, at) && !isFresh(date, new Date(at.getTime() + 25 * 3_600_000))
				if (!isLastDay || says) expect(says, `${at.toISOString()} ${JSON.stringify(given)}`).toBe(counts)
			},
		),
		{ numRuns: 3000 },
	)
	expect(seen.size).toBe(2)
})
