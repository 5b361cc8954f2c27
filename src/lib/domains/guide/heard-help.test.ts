import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import { findHeardHelp } from './heard-help.ts'

const library = readLibrary()
const at = new Date('2026-11-28T22:00:00Z')
const hear = (asker: 'child' | 'teen' | 'adult' | 'parent', ...situations: string[]) =>
	findHeardHelp(library, { situations, asker }, { language: 'fr', at })

test('the answer is that of the likeliest situation and of who asks, the others are links', () => {
	const heard = hear('teen', 'hurt-at-home', 'stranger')
	expect(heard?.likeliest).toMatchObject({ id: 'hurt-at-home', address: 'hurt-at-home/teen' })
	expect(heard?.advice?.now).toHaveLength(3)
	expect(heard?.advice?.page).toBeUndefined()
	expect(heard?.door?.contact.id).toBe('onde-2511')
	expect(heard?.others.map(({ address }) => address)).toEqual(['stranger/teen'])
})

test('whom a situation does not know is asked who they are, and is told nothing that was written for somebody else', () => {
	const heard = hear('adult', 'child-missing')
	expect(heard?.likeliest.address).toBe('child-missing')
	expect(heard?.advice).toBeUndefined()
})

test('words of a topic are not shown as the answer to a situation', () => {
	for (const { id, who } of library.situations)
		for (const asker of who)
			expect(
				findHeardHelp(library, { situations: [id], asker }, { language: 'fr', at })?.advice?.page,
			).toBeUndefined()
})

test('numbers stand in the order of the situation; an unknown situation has no answer', () => {
	expect(hear('teen', 'dark-thoughts')?.emergency[0]?.id).toBe('civil-protection')
	expect(hear('teen', 'nothing-of-this-name')).toBeUndefined()
})
