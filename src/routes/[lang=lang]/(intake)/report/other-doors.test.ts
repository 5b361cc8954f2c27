import { expect, test } from 'vitest'
import { library } from '#domains/guide/server'
import { pickDoors } from '#domains/reports'
import { findDoorsBefore, getContactsOf, writeDoors } from './other-doors.ts'

/** A Thursday at 11:00 in Morocco: the hours of all are known and nobody has closed. */
const at = new Date('2026-11-26T11:00:00Z')
const table = writeDoors(at)

test('before the form stand the doors for everybody, without the numbers that stand above it', () => {
	const before = findDoorsBefore(at)
	expect(before).toEqual(expect.arrayContaining(['onde-2511', 'e-blagh', 'iwf-morocco']))
	expect(before).not.toContain('police')
	expect(getContactsOf(table, before).map(({ id }) => id)).toEqual(expect.arrayContaining(before))
})

test('after it, what the help finder says: use-cases.md, 3.4', () => {
	const threatened = pickDoors(table, { what: ['sexual-extortion'], who: 'child', danger: 'no' })
	const numbers = ['police', 'gendarmerie', 'civil-protection']
	// No form that makes a child open the picture.
	expect(threatened).toEqual(['onde-2511', 'emc-helpline', ...numbers])
	const teen = pickDoors(table, { what: ['sexual-extortion'], who: 'teen', danger: 'no' })
	expect(teen).toContain('ncmec-takeitdown')
	const inDanger = pickDoors(table, { what: ['sexual-extortion'], who: 'child', danger: 'now' })
	expect(inDanger.slice(0, 3)).toEqual(numbers)
	const ofAge = pickDoors(table, { what: ['intimate-images'], who: 'adult', danger: 'no' })
	expect(ofAge).toContain('stopncii')
	expect(ofAge).not.toContain('ncmec-takeitdown')
	expect(ofAge).not.toContain('onde-2511')
	const seen = pickDoors(table, { what: ['abuse-seen'], who: 'witness', danger: 'no' })
	expect(seen).toContain('iwf-morocco')
})

test('for dark thoughts a rescuer and a listener come before the police, in danger and otherwise', () => {
	const dark = (danger: 'now' | 'no'): string[] =>
		pickDoors(table, { what: ['self-harm'], who: 'teen', danger })
	expect(dark('now').slice(0, 4)).toEqual(['civil-protection', 'onde-2511', 'police', 'gendarmerie'])
	expect(dark('no').indexOf('onde-2511')).toBe(0)
	expect(dark('no').indexOf('civil-protection')).toBeLessThan(dark('no').indexOf('police'))
})

test('a child is shown no door that takes no children, whatever is told', () => {
	const lines = table.split('\n').slice(1)
	const tiles = [...new Set(lines.map((line) => line.split(' ')[0] ?? ''))]
	expect(tiles.length).toBe(8)
	for (const what of tiles)
		for (const id of pickDoors(table, { what: [what as 'other'], who: 'child', danger: 'no' }))
			expect(library.contacts.find((contact) => contact.id === id)?.who).toContain('child')
})
