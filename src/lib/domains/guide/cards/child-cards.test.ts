import { expect, test } from 'vitest'
import { languages } from '#base'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { buildLibrary } from '../library.ts'
import { toWords } from '../page/reading-level.ts'
import { cardCount, checkCards, findTwoMeanings, mostWords, parseCards } from './child-cards.ts'

const library = readLibrary()
const file = 'content/topics/scams/children/cards.yaml'
const text = readContent().get(file) ?? ''

test('every topic that children have has six cards of at most twelve words in every language', () => {
	const topics = library.topics.filter(({ audiences }) => audiences.includes('children')).map(({ id }) => id)
	expect(library.cards.map(({ topic }) => topic).sort()).toEqual(topics.sort())
	const counts = library.cards.flatMap(({ cards }) =>
		cards.flatMap(({ say }) => languages.map((language) => toWords(say[language]).length)),
	)
	expect(counts).toHaveLength(topics.length * cardCount * languages.length)
	expect(Math.max(...counts)).toBeLessThanOrEqual(mostWords)
})

test('the last card of every topic is for a grown-up, and where one at home may be who hurts, for one outside', () => {
	for (const { topic, cards } of library.cards) {
		const last = cards.at(-1)?.say.fr
		if (topic === 'abuse-by-someone-close') expect(last).toMatch(/hors de la maison/u)
		else expect(last, topic).toMatch(/un grand de confiance/u)
	}
})

test('a child is told in every topic of harm that it is no fault of theirs', () => {
	const harm = library.topics.filter(({ raisesHelpPanel }) => raisesHelpPanel).map(({ id }) => id)
	for (const { topic, cards } of library.cards.filter(({ topic: id }) => harm.includes(id)))
		expect(
			cards.some(({ say }) => /pas ta faute|jamais ta faute|rien fait de mal/u.test(say.fr)),
			topic,
		).toBe(true)
})

const withFirst = (say: string): string => text.replace(/fr: '[^']+'/u, `fr: '${say}'`)

test.each([
	[
		'thirteen words',
		withFirst('un deux trois quatre cinq six sept huit neuf dix onze douze treize'),
		/13 words/u,
	],
	['a number that the page adds itself', withFirst('Appelle le 2511.'), /phone number/u],
	['Arabic without its vowel marks', text.replace(/ar: '[^']+'/u, "ar: 'ربحت هدية'"), /vowel marks/u],
])('a card with %s is refused', (_, wrong, reason) => {
	const parsed = parseCards(file, wrong)
	expect(parsed.ok && checkCards(parsed.value, {}).map(({ message }) => message)).toEqual([
		expect.stringMatching(reason),
	])
})

test('five cards are refused, and a topic without cards', () => {
	const five = text.slice(0, text.lastIndexOf('- scene:'))
	expect(parseCards(file, five).ok).toBe(false)
	const files = readContent()
	files.delete(file)
	expect(() => buildLibrary(files)).toThrow(/topics\/scams\/children\/cards\.yaml:1: is missing/u)
})

test('one picture over two sentences is refused, over the same sentence not', () => {
	expect(findTwoMeanings(library.cards)).toEqual([])
	const [one, two] = library.cards
	const stolen = one?.cards[0]?.scene ?? ''
	const twice = [one, two && { ...two, cards: two.cards.map((card) => ({ ...card, scene: stolen })) }]
	expect(findTwoMeanings(twice.flatMap((cards) => cards ?? []))[0]).toContain(`${stolen} means one thing in`)
})
