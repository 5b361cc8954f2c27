import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import { makeContact, officeHours } from '../../../../tests/support/library.ts'
import { askers, contact, type Contact } from './contact.ts'

const phone = { type: 'phone', value: '2500', hours: 'always', cost: 'free' } as const
const parse = (changes: Record<string, unknown>): ReturnType<typeof v.safeParse<typeof contact>> =>
	v.safeParse(contact, { ...makeContact(), ...changes })

test('contact takes a door with a phone, hours and a place', () => {
	const channels = [
		phone,
		{ ...phone, type: 'whatsapp', value: '+212600000000', hours: officeHours },
		{ type: 'in-person', value: 'court', hours: 'unknown', cost: 'unknown' },
	]
	expect(parse({ channels }).success).toBe(true)
})

test.each([
	['no channel', { channels: [] }],
	['a number with spaces, which a phone may not dial', { channels: [{ ...phone, value: '25 00' }] }],
	['an address without https', { channels: [{ ...phone, type: 'web', value: 'http://example.org' }] }],
	['a script for an address', { channels: [{ ...phone, type: 'web', value: 'javascript:alert(1)' }] }],
	[
		'hours that end before they begin',
		{ channels: [{ ...phone, hours: { ...officeHours, from: '22:00', to: '06:00' } }] },
	],
	['hours that end at 24:00', { channels: [{ ...phone, hours: { ...officeHours, to: '24:00' } }] }],
	['an eighth weekday', { channels: [{ ...phone, hours: { ...officeHours, days: [8] } }] }],
	['hours on no day', { channels: [{ ...phone, hours: { ...officeHours, days: [] } }] }],
	['nobody whom it hears', { who: [] }],
	['a status of our own making', { status: 'paused' }],
	['a month that no year has', { seen: '2026-13' }],
	['a missing language', { name: { ar: 'ا', fr: 'a', en: 'a' } }],
	['an empty word', { does: { ar: '', fr: 'a', zgh: 'ⴰ', en: 'a' } }],
])('contact refuses %s', (_, changes) => {
	expect(parse(changes).success).toBe(false)
})

/** Facts that cost trust or safety if they slip in the real list. */
const contacts = readLibrary().contacts
const find = (id: string): Contact | undefined => contacts.find((candidate) => candidate.id === id)

test.each([
	['police', '19'],
	['gendarmerie', '177'],
	['civil-protection', '15'],
])('the real door %s is the emergency number %s, at every hour, for everyone', (id, value) => {
	const door = find(id)
	expect(door?.kind).toBe('emergency')
	expect(door?.who).toEqual([...askers])
	expect(door?.channels).toEqual([
		{ type: 'phone', value, hours: 'always', hoursNote: 'emergency', cost: 'unknown' },
	])
})

test('no real door carries a number that the facts forbid: 141, 150, 5757, or the helpline as a voice call', () => {
	const numbers = contacts.flatMap(({ channels }) => channels.map(({ type, value }) => `${type} ${value}`))
	for (const wrong of ['phone 141', 'phone 150', 'phone 5757', 'phone +212624405889'])
		expect(numbers).not.toContain(wrong)
})

test('no real door that asks a name promises that parents stay out of it', () => {
	for (const { id, names, parents } of contacts) {
		const promise =
			names === 'no-name'
				? ['no-name']
				: names === 'can-stay-unnamed'
					? ['no-name-if-unnamed']
					: ['ask-first']
		expect(promise, id).toContain(parents)
	}
})

test('every real door without a stored source says so by its confidence and date', () => {
	for (const { id, sources, seen, confidence } of contacts)
		if (sources.length === 0) {
			expect(seen, id).toBeNull()
			expect(confidence, id).not.toBe('sure')
		}
})
