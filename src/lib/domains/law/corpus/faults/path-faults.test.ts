import { languages } from '#base'
import { expect, test } from 'vitest'
import {
	makeLawFiles,
	makeLawLibrary,
	makePath,
	makePathWords,
	readLaw,
} from '../../../../../../tests/support/law-files.ts'
import { buildLaw } from '../law-library.ts'
import { pathQuestions, pathReaders } from '../law-path.ts'

const library = makeLawLibrary()

/** Reasons why a corpus with these files is refused; empty when it is taken. */
const refusalOf = (changes: Record<string, unknown>): string => {
	try {
		buildLaw(makeLawFiles(changes), library)
		return ''
	} catch (error) {
		return (error as Error).message
	}
}

const words = makePathWords() as { steps: Record<string, object>; intro: string }
const withTell = (tell: object) =>
	makePathWords({ steps: { ...words.steps, tell: { title: 'I tell', ...tell } } })
const withArticle = (id: string) =>
	(makePath().steps as { id: string }[]).map((step) => ({
		...step,
		answers: step.id === 'tell' ? { asks: [id] } : {},
	}))
const asks = 'One chooses whom to tell.'

test('the way from telling to judgment is taken when it is whole', () => {
	expect(refusalOf({})).toBe('')
})

test.each([
	['a language that is missing', { 'path/teens/zgh.yaml': undefined }, 'teens/zgh is missing'],
	[
		'an article that is not there',
		{ 'path.yaml': makePath({ steps: withArticle('code-1') }) },
		'provision code-1 is not there',
	],
	[
		'a text that is not there',
		{ 'path.yaml': { ...makePath(), texts: ['code', 'nowhere'] } },
		'text nowhere is not there',
	],
	[
		'an article of a text that was not read',
		{ 'path.yaml': makePath({ texts: ['law-1'] }) },
		'provision code-448 stands in none of the texts that were read',
	],
	[
		'an answer without an article',
		{ 'path/adults/fr.yaml': withTell({ asks, told: 'They say it.' }) },
		'adults/fr tell.told rests on no article',
	],
	[
		'an answer that one language leaves out',
		{ 'path/adults/en.yaml': withTell({}) },
		'adults/en answers tell; heard',
	],
	[
		'a number that no article says',
		{ 'path/adults/en.yaml': withTell({ asks: 'Within 15 days.' }) },
		'adults/en tell.asks says 15, which its articles do not',
	],
	[
		'an article in the words',
		{ 'path/teens/fr.yaml': makePathWords({ intro: "Voir l'article 448." }) },
		'teens/fr names an article',
	],
	[
		'an article in Arabic words',
		{ 'path/teens/ar.yaml': makePathWords({ intro: 'تقول المادة 448 ذلك.' }) },
		'teens/ar names an article',
	],
	[
		'a page for children that is too long',
		{ 'path/children/en.yaml': makePathWords({ intro: 'a b '.repeat(60).trim() }) },
		'words, and not 120 at most',
	],
	[
		'a phone number in the words',
		{ 'path/adults/en.yaml': makePathWords({ intro: 'Call 2511.' }) },
		'holds a phone number',
	],
])('the build refuses %s', (_, changes, fault) => {
	expect(refusalOf(changes)).toContain(fault)
})

test('each reader has every step in every language, and says what we do not know', () => {
	const { path } = readLaw()
	for (const reader of pathReaders)
		for (const language of languages) {
			const own = path.words[reader][language]
			expect(Object.keys(own?.steps ?? {})).toHaveLength(6)
			expect(own?.unknown.length, `${reader} ${language}`).toBeGreaterThan(1)
			expect(own?.review).toEqual({ native: 'none', specialist: 'none', jurist: 'none' })
		}
})

test('adults and teens read who asks, who is with them, how long, what they may refuse, of the phone and what they are told', () => {
	const { path } = readLaw()
	for (const reader of ['teens', 'adults'] as const) {
		const answered = new Set(
			Object.values(path.words[reader].en?.steps ?? {}).flatMap((step) =>
				pathQuestions.filter((question) => step[question] !== undefined),
			),
		)
		expect([...answered].sort()).toEqual([...pathQuestions].sort())
	}
})
