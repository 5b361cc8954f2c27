import { expect, test } from 'vitest'
import { createThingIndex, findThings } from './thing-search.ts'

const things = [
	{ title: 'PlayStation 5', more: 'contrôle parental, console' },
	{ title: 'Onde', more: '2511 enfants' },
	{ title: 'Le faux gain', more: 'histoire à choisir' },
	{ title: 'Leçon: l’arnaque', more: '45 minutes' },
]
const index = createThingIndex(things)
const first = (query: string): string | undefined => things[findThings(index, query, 5)[0] ?? -1]?.title

test('a thing is found by its name, its number or most of the words that were asked', () => {
	expect(first('playstation')).toBe('PlayStation 5')
	expect(first('console playstation')).toBe('PlayStation 5')
	expect(first('2511')).toBe('Onde')
	expect(first('leçon de 45 minutes')).toBe('Leçon: l’arnaque')
})

test('nothing is found for words that say something else', () => {
	expect(findThings(index, 'recette de couscous', 5)).toEqual([])
	expect(findThings(index, '', 5)).toEqual([])
	expect(findThings(index, 'le de la', 5)).toEqual([])
})
