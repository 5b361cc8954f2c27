import { languages, type Language } from '#base'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../../../../tests/support/content.ts'
import { readLaw } from '../../../../../../tests/support/law-files.ts'
import { penaltyToSentence } from '../../penalty/penalty-sentence.ts'
import type { Law } from '../law.ts'
import type { LawSituation } from '../law-situation.ts'
import { readPenalty } from '../../penalty/read-penalty.ts'
import { findPageFaults, findPenaltyFaults } from './penalty-faults.ts'
import { acts } from '../provision.ts'

const law = readLaw()
type They = LawSituation['they']

const get = (id: string): LawSituation => {
	const found = law.situations.find((situation) => situation.id === id)
	if (!found) throw new Error(`no situation ${id}`)
	return found
}

/** The corpus with one situation only, which says these sentences in one language only. */
const telling = (id: string, language: Language, they: They, sentences: string[]): Law => {
	const situation = get(id)
	const own = situation.words[language] ?? situation.words.fr
	if (!own) throw new Error(`${id} has no words`)
	const words = { [language]: { ...own, adults: { ...own.adults, they: sentences } } }
	return { ...law, situations: [{ ...situation, they, words }] }
}

const faultsOf = (...what: Parameters<typeof telling>): string[] =>
	findPenaltyFaults(telling(...what)).map(({ fault }) => fault)

const toSubsets = <Entry>(all: readonly Entry[]): Entry[][] =>
	all.reduce<Entry[][]>((sets, entry) => [...sets, ...sets.map((set) => [...set, entry])], [[]])

const wrongs: Readonly<Record<Language, string>> = {
	fr: "Celui qui diffuse ou garde ces images risque la prison et une amende, le double s'il est parent ou gardien de l'enfant.",
	en: 'Whoever shares or keeps such images risks prison and a fine, doubled for a parent or carer.',
	ar: 'من ينشر هذه الصور أو يحتفظ بها يواجه الحبس والغرامة، والضعف إذا كان من الأصول أو مكلفا برعاية الطفل.',
	zgh: 'ⵡⴰⵏⵏⴰ ⵜⵏⵜ ⵉⴼⵙⵙⵔⵏ ⵏⵖ ⵜⵏⵜ ⵉⵃⵟⵟⵓⵏ ⵉⵣⵎⵔ ⴰⴷ ⵉⴽⵛⵎ ⵖⵔ ⵍⵃⴱⵙ ⴷ ⴰⴷ ⵉⵅⵍⵚ ⵍⵖⵔⴰⵎⴰ. ⵙⵏⴰⵜ ⵏ ⵜⴽⴽⴰⵍ ⵎⴽ ⵉⴳⴰ ⵙⴳ ⵉⵎⴰⵔⴰⵡⵏ ⵏⵖ ⵡⴰⵏⵏⴰ ⵉⵃⵟⵟⵓⵏ ⴰⵔⴱⴰ.',
}

test.each(languages)(
	'buildLaw() does not let %s say that sharing or keeping images is doubled for a parent, whatever articles on images the sentence is said to come from',
	(language) => {
		const markings = toSubsets(['pc-503-2', 'pc-503-2-dbl', 'pc-447-3', 'pc-447-2'])
			.filter((from) => from.length > 0)
			.flatMap((from) => toSubsets(acts).map((named) => ({ from, acts: named })))
		expect(markings).toHaveLength(15 * 16)
		const passed = markings.filter(
			(marking) => faultsOf('sit-intimate-image-minor', language, [marking], [wrongs[language]]).length === 0,
		)
		expect(passed).toEqual([])
	},
)

test('the tellings of today agree with their articles, in every language', () => {
	expect(findPenaltyFaults(law)).toEqual([])
})

test.each<[string, string, Language, They, string, string]>([
	[
		'prison where there is a fine only',
		'sit-cyberbullying',
		'fr',
		[{ from: ['l8813-85'], acts: [] }],
		"L'injure expose à la prison.",
		'says prison',
	],
	[
		'both where the judge may choose',
		'sit-hate',
		'ar',
		[{ from: ['pc-431-5-public'], acts: [] }],
		'عقوبته الحبس والغرامة.',
		'says and',
	],
	[
		'a choice where both are due',
		'sit-hate',
		'en',
		[{ from: ['pc-431-2'], acts: [] }],
		'It carries prison, a fine or both.',
		'says either',
	],
	[
		'doubling that no record knows',
		'sit-hate',
		'zgh',
		[{ from: ['pc-431-2'], acts: [] }],
		'ⵙⵏⴰⵜ ⵏ ⵜⴽⴽⴰⵍ.',
		'says doubled',
	],
	[
		'an attempt that is not punished',
		'sit-deepfake',
		'fr',
		[{ from: ['pc-447-2'], acts: [] }],
		'La tentative est punie.',
		'says attempt',
	],
	[
		'a délit called a felony',
		'sit-suicide',
		'en',
		[{ from: ['pc-407'], acts: [] }],
		'It is a felony.',
		'says felony',
	],
	[
		'the word for prison of another class',
		'sit-trafficking',
		'ar',
		[{ from: ['pc-448-4'], acts: [] }],
		'عقوبته الحبس.',
		'says habs',
	],
	[
		'years that no record has',
		'sit-suicide',
		'fr',
		[{ from: ['pc-407'], acts: [] }],
		'De 1 à 6 ans de prison.',
		'says 72 months',
	],
	[
		'months that no record has',
		'sit-account-hacking',
		'ar',
		[{ from: ['pc-607-3'], acts: [] }],
		'من شهر إلى 4 أشهر.',
		'says 4 months',
	],
	[
		'an amount that no record has',
		'sit-hate',
		'fr',
		[{ from: ['pc-431-2'], acts: [] }],
		'De 1 200 à 60 000 DH.',
		'says 60000 dirhams',
	],
	[
		'an amount of a range with a stroke',
		'sit-hate',
		'fr',
		[{ from: ['pc-431-2'], acts: [] }],
		'De 1 200-60 000 DH, 2-24 mois.',
		'says 2 months, 60000 dirhams',
	],
	[
		'a million for a thousand',
		'sit-hate',
		'ar',
		[{ from: ['pc-431-2'], acts: [] }],
		'من 1.200 إلى مليون درهم.',
		'says 1000000 dirhams',
	],
	[
		'an article that the situation does not link',
		'sit-hate',
		'fr',
		[{ from: ['pc-538'], acts: [] }],
		'x',
		'which the situation does not link',
	],
	[
		'no acts of an article with several',
		'sit-deepfake',
		'fr',
		[{ from: ['pc-503-2'], acts: [] }],
		'x',
		'name the acts',
	],
	[
		'acts that the sentence does not speak of',
		'sit-deepfake',
		'en',
		[{ from: ['pc-503-2'], acts: ['share'] }],
		'Who keeps it.',
		'speaks of keep',
	],
	['sentences that do not match', 'sit-hate', 'fr', [], 'x', 'have 1 sentences in they, and not 0'],
])('buildLaw() refuses %s', (_, id, language, they, sentence, reason) => {
	expect(faultsOf(id, language, they, [sentence]).join('\n')).toContain(reason)
})

test('buildLaw() refuses a language that claims more than another', () => {
	const situation = get('sit-hate')
	const { fr } = situation.words
	if (!fr) throw new Error('no French')
	const words = { ...situation.words, fr: { ...fr, adults: { ...fr.adults, they: ['x', 'x'] } } }
	const faults = findPenaltyFaults({ ...law, situations: [{ ...situation, words }] })
	expect(faults.map(({ fault }) => fault)).toContain(
		'they, sentence 1, says in fr: nothing; in ar: prison, fine, either',
	)
})

test.each([
	['children', { says: 'La loi prévoit une amende.' }],
	['teens', { next: 'Il risque 20 ans.' }],
] as const)('buildLaw() holds the words for %s to the articles that the situation links', (band, answers) => {
	const situation = get('sit-suicide')
	const { fr } = situation.words
	if (!fr) throw new Error('no French')
	const only = situation.provisions.filter(({ id }) => id === 'pc-407')
	const they: They = [{ from: ['pc-407'], acts: [] }]
	const adults = { ...fr.adults, law: 'x', they: ['x'] }
	const words = { fr: { ...fr, adults, [band]: { ...fr[band], ...answers } } }
	const faults = findPenaltyFaults({ ...law, situations: [{ ...situation, provisions: only, they, words }] })
	expect(faults.map(({ fault }) => fault).join('\n')).toContain(`words for ${band}, fr, says`)
})

test('a sentence that names an article answers for that article, not for the others of its situation', () => {
	const situation = get('sit-sextortion')
	const { fr } = situation.words
	if (!fr) throw new Error('no French')
	const words = { fr: { ...fr, adults: { ...fr.adults, law: "La peine de l'article 538 est doublée." } } }
	const faults = findPenaltyFaults({ ...law, situations: [{ ...situation, words }] })
	expect(faults.map(({ fault }) => fault).join('\n')).toContain('says doubled, which pc-538 does not')
})

test('the line about the law on a page of advice answers for the articles that the page cites', () => {
	const library = readLibrary()
	expect(findPageFaults(law, library)).toEqual([])
	const pages = library.pages.map((page) => {
		const { topic, audience, language, sections } = page
		if (topic !== 'passwords' || audience !== 'citizens' || language !== 'en') return page
		const markdown = sections.law.markdown.replace('1 to 3 months', '1 to 6 months')
		return { ...page, sections: { ...sections, law: { ...sections.law, markdown } } }
	})
	expect(findPageFaults(law, { ...library, pages })).toEqual([
		{
			file: 'content/topics/passwords/citizens/en.md',
			fault: expect.stringContaining('says 6 months') as string,
		},
	])
})

test.each(languages)('what %s says about every penalty is read as its record has it', (language) => {
	const [situation] = law.situations
	const fr = situation?.words.fr
	if (!situation || !fr) throw new Error('no situation')
	const quiet = { says: 'x', report: 'x', trouble: 'x', next: 'x', parents: 'x' }
	const silent = { ...situation, says: {}, cautions: {}, gap: null }
	for (const provision of law.provisions.filter(({ penalty }) => penalty)) {
		const { id, penalty } = provision
		const sentence = penaltyToSentence(provision, language) ?? ''
		const adults = { ...fr.adults, law: 'x', gap: 'x', they: [sentence] }
		const words = { [language]: { ...fr, adults, children: quiet, teens: quiet } }
		const they: They = [{ from: [id], acts: [...(provision.acts ?? [])] }]
		const own = { ...silent, provisions: [{ id, role: 'main' }], they, words }
		const faults = findPenaltyFaults({ ...law, situations: [own] }).map(({ fault }) => fault)
		expect([sentence, ...faults]).toEqual([sentence])
		const { dirhams } = readPenalty(sentence, language)
		const bounds = [penalty?.fine, penalty?.legalPersonFine].flatMap((fine) =>
			fine ? [fine.from, fine.to] : [],
		)
		expect([sentence, ...new Set(dirhams)].sort()).toEqual([sentence, ...new Set(bounds)].sort())
	}
})

test('readPenalty() reads a penalty through vowel marks, as a child is told it', () => {
	const marked = readPenalty('عُقُوبَتُهُ الْحَبْسُ مِنْ سَنَةٍ إِلَى 3 سَنَوَاتٍ وَالْغَرَامَةُ.', 'ar')
	expect(marked).toEqual(readPenalty('عقوبته الحبس من سنة إلى 3 سنوات والغرامة.', 'ar'))
	expect(marked.claims).toContain('habs')
})
