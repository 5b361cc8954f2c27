import { expect, test } from 'vitest'
import { makeLaw, readLaw } from '../../../../../tests/support/law-files.ts'
import {
	findLawSituationView,
	getLawSituationCards,
	getLawSituationsOfHelp,
	getLawSituationsOfTopic,
	isSituationStale,
} from './situation-view.ts'

const law = readLaw()

test('findLawSituationView() speaks the language that is asked for, or the nearest, and says which', () => {
	expect(findLawSituationView(law, 'sit-sextortion', 'fr')).toMatchObject({ language: 'fr' })
	const written = makeLaw()
	const [one] = written.situations
	if (!one) throw new Error('no situation')
	const { ar } = one.words
	const near = findLawSituationView(
		{ ...written, situations: [{ ...one, words: { ...(ar && { ar }) } }] },
		'sit-one',
		'zgh',
	)
	expect(near).toMatchObject({ language: 'ar', words: { title: 'Title' } })
	expect(findLawSituationView(law, 'sit-nothing', 'ar')).toBeUndefined()
})

test('findLawSituationView() leads to every article of the situation with its role', () => {
	for (const { id, provisions } of law.situations)
		expect(findLawSituationView(law, id, 'ar')?.provisions.map(({ provision }) => provision.id)).toEqual(
			provisions.map((link) => link.id),
		)
})

test('getLawSituationsOfTopic() and getLawSituationsOfHelp() find the law from a topic and from an answer of the finder', () => {
	expect(getLawSituationsOfTopic(law, 'bullying', 'fr').map(({ id }) => id)).toContain('sit-cyberbullying')
	expect(getLawSituationsOfHelp(law, 'threatened', 'ar').map(({ id }) => id)).toEqual(['sit-sextortion'])
	expect(getLawSituationsOfTopic(law, 'games', 'en').every(({ title }) => title !== '')).toBe(true)
	expect(getLawSituationsOfTopic(law, 'nothing', 'fr')).toEqual([])
	expect(getLawSituationsOfTopic(law, 'abuse-by-someone-close', 'zgh').map(({ id }) => id)).toEqual([
		'sit-close-harm',
	])
	expect(getLawSituationCards(law, 'ar')).toHaveLength(law.situations.length)
})

test('isSituationStale() is true a year after the words were checked', () => {
	const view = findLawSituationView(makeLaw(), 'sit-one', 'fr')
	if (!view) throw new Error('the smallest corpus has its situation')
	expect(isSituationStale(view, new Date('2026-12-01'))).toBe(false)
	expect(isSituationStale(view, new Date('2027-12-01'))).toBe(true)
})
