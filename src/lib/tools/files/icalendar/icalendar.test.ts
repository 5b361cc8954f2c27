import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { toCalendarFile } from './index.ts'

const at = new Date('2026-11-25T10:20:30Z')

/** Events as another program reads them. */
const readEvents = (text: string): ICAL.Event[] =>
	new ICAL.Component(ICAL.parse(text) as unknown[])
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component))

test('toCalendarFile() is read by another program with its days and words', () => {
	const file = toCalendarFile(
		[
			{
				uid: 'a@thiqa',
				day: '2026-11-26',
				summary: 'ثقة: خمس دقائق تدريب، مع سؤال; واحد',
				url: 'https://x.example/ar',
			},
			{ uid: 'b@thiqa', day: '2026-12-31', summary: 'Cinq minutes' },
		],
		at,
	)
	const [first, second] = readEvents(file)
	expect(first?.summary).toBe('ثقة: خمس دقائق تدريب، مع سؤال; واحد')
	expect(first?.startDate.toString()).toBe('2026-11-26')
	expect(first?.endDate.toString()).toBe('2026-11-27')
	expect(second?.endDate.toString()).toBe('2027-01-01')
	expect(file).toContain('DTSTAMP:20261125T102030Z')
})

test('toCalendarFile() keeps any text whole, folds at 75 octets and lets no text begin a line of its own', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			// eslint-disable-next-line no-control-regex -- what the file cannot hold is left out
			const summary = text.replace(/[\u0000-\u001f\u007f]/gu, ' ').trim()
			const file = toCalendarFile([{ uid: 'u', day: '2026-11-26', summary }], at)
			expect(readEvents(file)).toHaveLength(1)
			expect(readEvents(file)[0]?.summary ?? '').toBe(summary)
			for (const line of file.split('\r\n'))
				expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
		}),
	)
})

test('toCalendarFile() does not let a text add a line to the file', () => {
	const file = toCalendarFile(
		[{ uid: 'u', day: '2026-11-26', summary: 'a\r\nATTENDEE:mailto:b@c.example' }],
		at,
	)
	expect(file).not.toMatch(/^ATTENDEE/mu)
})
