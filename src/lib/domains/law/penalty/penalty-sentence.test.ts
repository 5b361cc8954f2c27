import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { penaltyToSentence } from './penalty-sentence.ts'
import { doublings, type Penalty } from '../corpus/provision.ts'

const say = (penalty: Partial<Penalty>, language: Language): string | undefined =>
	penaltyToSentence({ penalty: { rule: 'prison-only', doubledIf: [], ...penalty } }, language)
const habs = (from: number, to: number): Partial<Penalty> => ({ prison: { kind: 'habs', from, to } })
const fine = (from: number, to: number): Partial<Penalty> => ({ rule: 'fine-only', fine: { from, to } })
const both = { prison: { kind: 'habs', from: 1, to: 3 }, fine: { from: 2000, to: 10_000 } } as const

test('penaltyToSentence() says nothing where an article threatens with nothing', () => {
	expect(penaltyToSentence({}, 'ar')).toBeUndefined()
})

test.each<[number, number, Language, string]>([
	[1, 3, 'ar', 'الحبس من شهر إلى 3 أشهر.'],
	[2, 11, 'ar', 'الحبس من شهرين إلى 11 شهرا.'],
	[12, 24, 'ar', 'الحبس من سنة إلى سنتين.'],
	[36, 120, 'ar', 'الحبس من 3 سنوات إلى 10 سنوات.'],
	[132, 240, 'ar', 'الحبس من 11 سنة إلى 20 سنة.'],
	[12, 12, 'ar', 'الحبس لمدة سنة.'],
	[1, 3, 'fr', 'Emprisonnement de 1 à 3 mois.'],
	[6, 24, 'fr', 'Emprisonnement de 6 mois à 2 ans.'],
	[1, 12, 'fr', 'Emprisonnement de 1 mois à 1 an.'],
	[12, 60, 'fr', 'Emprisonnement de 1 à 5 ans.'],
	[24, 24, 'fr', 'Emprisonnement de 2 ans.'],
	[18, 30, 'fr', 'Emprisonnement de 18 à 30 mois.'],
	[1, 12, 'en', 'Imprisonment of 1 month to 1 year.'],
	[12, 60, 'en', 'Imprisonment of 1 to 5 years.'],
	[1, 12, 'zgh', 'ⵍⵃⴱⵙ ⵙⴳ ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ ⴰⵔ ⵢⴰⵏ ⵓⵙⴳⴳⵯⴰⵙ.'],
	[24, 240, 'zgh', 'ⵍⵃⴱⵙ ⵙⴳ ⵙⵉⵏ ⵉⵙⴳⴳⵯⴰⵙⵏ ⴰⵔ 20 ⵏ ⵓⵙⴳⴳⵯⴰⵙ.'],
])('penaltyToSentence() counts %i to %i months in %s', (from, to, language, sentence) => {
	expect(say(habs(from, to), language)).toBe(sentence)
})

test.each<[number, number, Language, string]>([
	[2000, 10_000, 'fr', 'Amende de 2\u00a0000 à 10\u00a0000 dirhams.'],
	[10_000, 1_000_000, 'fr', 'Amende de 10\u00a0000 à 1\u00a0000\u00a0000 de dirhams.'],
	[200, 250, 'ar', 'غرامة من 200 إلى 250 درهما.'],
	[1200, 50_000, 'ar', 'غرامة من 1.200 إلى 50.000 درهم.'],
	[1, 5, 'ar', 'غرامة من 1 إلى 5 دراهم.'],
	[500, 500, 'ar', 'غرامة قدرها 500 درهم.'],
	[120, 1200, 'en', 'A fine of 120 to 1,200 dirhams.'],
	[120, 1200, 'zgh', 'ⵍⵖⵔⴰⵎⴰ ⵙⴳ 120 ⴰⵔ 1\u00a0200 ⵏ ⴷⴷⵔⵀⵎ.'],
])('penaltyToSentence() writes a fine of %i to %i dirhams in %s', (from, to, language, sentence) => {
	expect(say(fine(from, to), language)).toBe(sentence)
})

test.each<[Penalty['rule'], Language, string]>([
	['and', 'ar', 'الحبس من شهر إلى 3 أشهر، وغرامة من 2.000 إلى 10.000 درهم.'],
	['either-or-both', 'ar', 'الحبس من شهر إلى 3 أشهر، أو غرامة من 2.000 إلى 10.000 درهم، أو هما معا.'],
	['and', 'fr', 'Emprisonnement de 1 à 3 mois, et amende de 2\u00a0000 à 10\u00a0000 dirhams.'],
	['either-or-both', 'en', 'Imprisonment of 1 to 3 months, or a fine of 2,000 to 10,000 dirhams, or both.'],
])('penaltyToSentence() joins prison and fine for %s in %s', (rule, language, sentence) => {
	expect(say({ ...both, rule }, language)).toBe(sentence)
})

test('penaltyToSentence() tells a délit from a crime, and a term from life', () => {
	expect(say({ prison: { kind: 'sijn', from: 240, to: 360 } }, 'fr')).toBe('Réclusion de 20 à 30 ans.')
	expect(say({ prison: { kind: 'sijn', from: 240, to: 360 } }, 'ar')).toBe('السجن من 20 سنة إلى 30 سنة.')
	expect(say({ rule: 'life', prison: { kind: 'life', from: null, to: null } }, 'ar')).toBe('السجن المؤبد.')
})

test('penaltyToSentence() promises no bounds where the article raises those of others', () => {
	const raised = say({ rule: 'raises', prison: { kind: 'sijn', from: null, to: null } }, 'fr')
	expect(raised).toBe("Réclusion plus longue, selon l'article qui est aggravé.")
})

test('penaltyToSentence() adds when it doubles, and what a company pays', () => {
	const penalty: Partial<Penalty> = {
		...both,
		rule: 'and',
		doubledIf: ['victim-minor', 'recidivism'],
		legalPersonFine: { from: 50_000, to: 2_000_000 },
	}
	expect(say(penalty, 'fr')).toBe(
		'Emprisonnement de 1 à 3 mois, et amende de 2\u00a0000 à 10\u00a0000 dirhams. Peine doublée si la victime est mineure, ou en cas de récidive. Pour une personne morale : amende de 50\u00a0000 à 2\u00a0000\u00a0000 de dirhams.',
	)
	expect(say({ rule: 'none', legalPersonFine: { from: 10_000, to: 50_000 } }, 'en')).toBe(
		'For a legal person: a fine of 10,000 to 50,000 dirhams.',
	)
})

test('penaltyToSentence() holds both ends of a fine in every language, however large', () => {
	const amounts = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_999 }))
	fc.assert(
		fc.property(amounts, fc.constantFrom(...languages), ([one, other], language) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)]
			const digits = (say(fine(from, to), language) ?? '').replace(/(?<=\d)[.,\u00a0](?=\d)/gu, '')
			expect(digits.match(/\d+/gu)).toEqual([...new Set([String(from), String(to)])])
		}),
	)
})

test('penaltyToSentence() has words for every doubling in every language', () => {
	for (const language of languages)
		for (const doubling of doublings) {
			const sentence = say({ ...habs(1, 3), doubledIf: [doubling] }, language)
			expect(sentence?.split('. ').length).toBe(2)
		}
})

test('penaltyToSentence() says every penalty of the corpus in every language without a hole', () => {
	for (const provision of readLaw().provisions)
		for (const language of languages) {
			const sentence = penaltyToSentence(provision, language)
			expect(sentence === undefined).toBe(provision.penalty === undefined)
			expect(sentence ?? '').not.toMatch(/undefined|null|NaN|\s{2}/u)
		}
})
