import { expect, test } from 'vitest'
import { groupByLanguage } from './tile.ts'

test('groupByLanguage() puts what is in the reader’s language first, and names the others once', () => {
	const items = [
		{ id: 1, language: 'ar' },
		{ id: 2, language: 'zgh' },
		{ id: 3, language: 'fr' },
		{ id: 4, language: 'ar' },
	] as const
	const groups = groupByLanguage(items, 'zgh')
	expect(groups.map(({ of, items: some }) => [of, some.map(({ id }) => id)])).toEqual([
		[undefined, [2]],
		['ar', [1, 4]],
		['fr', [3]],
	])
})

test('groupByLanguage() has no group for a language that nothing is in', () => {
	expect(groupByLanguage([{ language: 'ar' }] as const, 'zgh').map(({ of }) => of)).toEqual(['ar'])
	expect(groupByLanguage([], 'fr')).toEqual([])
})
