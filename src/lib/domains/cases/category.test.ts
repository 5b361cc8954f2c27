import { describe, expect, test } from 'vitest'
import { buildLaw } from '../law/index.ts'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { categories, getLawSituationIds, getSeverity, suggestCategory } from './category.ts'
import { getCaseLaw } from './case-law.ts'

const library = readLibrary()
const law = buildLaw(readContent(), library)

describe('suggestCategory()', () => {
	test('finds one for every topic that raises help, and takes the gravest of several', () => {
		for (const topic of library.topics.filter(({ raisesHelpPanel }) => raisesHelpPanel))
			expect(suggestCategory([topic.id]), topic.id).not.toBe('other')
		expect(suggestCategory(['bullying', 'sexual-extortion'])).toBe('sexual-extortion')
		expect(suggestCategory([])).toBe('other')
		expect(suggestCategory(['__proto__'])).toBe('other')
	})

	test('knows every situation of the help finder', () => {
		// Who saw pictures for adults is helped by a page; it is no kind of case.
		const without = ['other', 'pornography']
		for (const { id } of library.situations.filter((situation) => !without.includes(situation.id)))
			expect(suggestCategory([id]), id).not.toBe('other')
	})
})

describe('getCaseLaw()', () => {
	test('gives provisions, each once, and doors of every category that the law knows', () => {
		for (const category of categories) {
			const beside = getCaseLaw(law, library, category, 'fr')
			const ids = beside.provisions.map(({ provision }) => provision.id)
			expect(new Set(ids).size, category).toBe(ids.length)
			expect(ids.length > 0, category).toBe(getLawSituationIds(category).length > 0)
			expect(beside.doors.length > 0, category).toBe(getLawSituationIds(category).length > 0)
		}
	})

	test('puts article 503-2 of the penal code beside material of abuse', () => {
		const { provisions } = getCaseLaw(law, library, 'abuse-material', 'ar')
		expect(provisions[0]?.provision.id).toBe('pc-503-2')
	})

	test('every record that a category names is in the corpus', () => {
		const known = new Set(law.situations.map(({ id }) => id))
		for (const category of categories)
			for (const id of getLawSituationIds(category)) expect(known.has(id), id).toBe(true)
	})
})

test('what shows harm to a child weighs most on who reads it', () => {
	expect(getSeverity('abuse-material')).toBe(3)
	expect(getSeverity('scam')).toBe(1)
})
