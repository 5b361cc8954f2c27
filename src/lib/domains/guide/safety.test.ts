import { stringify } from 'yaml'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { languages } from '#base'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { makeFiles } from '../../../../tests/support/library.ts'
import { buildLibrary, ContentError } from './library.ts'
import { checkForbidden, checkSafety, safetyFile, type SafetyText } from './safety.ts'

const refusalOf = (files: ReadonlyMap<string, string>): string => {
	try {
		buildLibrary(files)
		return ''
	} catch (error) {
		if (!(error instanceof ContentError)) throw error
		return error.message
	}
}

const content = readContent()
const edited = (file: string, change: (text: string) => string): Map<string, string> => {
	const text = content.get(file)
	if (text === undefined) throw new Error(`no file ${file}`)
	expect(change(text)).not.toBe(text)
	return new Map(content).set(file, change(text))
}

/** Takes out what matches, wherever it stands. */
const without = (file: string, pattern: RegExp): Map<string, string> =>
	edited(file, (text) => text.replaceAll(new RegExp(pattern.source, 'giu'), '…'))

/** Puts a sentence into the first step, as a writer would who knows nothing of the list. */
const withSentence = (file: string, sentence: string): Map<string, string> =>
	edited(file, (text) =>
		file.includes('/answers/')
			? text.replace(/how: "/u, `how: "${sentence} `)
			: text.replace(/\n1\. /u, `\n1. ${sentence} `),
	)

const swallowed = { ar: 'ابتلعت', fr: 'avalé', en: 'swallowed', zgh: 'ⵙⴱⵉⵟⴰⵕ' }
test.each(languages)('a self-harm page of teens without the emergency step is refused in %s', (language) => {
	const file = `content/topics/self-harm/teens/${language}.md`
	expect(refusalOf(without(file, new RegExp(swallowed[language])))).toContain(
		`${file}:1: lacks "already-hurt-now"`,
	)
})

test.each(languages)('the emergency step is the first thing to do, not the last, in %s', (language) => {
	const file = `content/topics/self-harm/teens/${language}.md`
	const moved = edited(file, (text) =>
		text.replace(/now:\n(.*\n)(.*\n)(.*\n)/u, (_, first: string, second: string, third: string) =>
			['now:\n', third, second, first].join(''),
		),
	)
	expect(refusalOf(moved)).toContain(`${file}:1: lacks "already-hurt-now" in first`)
})

const locked = { ar: 'أقفلوا|مقفل', fr: 'sous clé', en: 'lock away', zgh: 'ⵜⵙⴰⵔⵓⵜ' }
test.each(languages)(
	'a self-harm page of parents that does not name what to lock away is refused in %s',
	(language) => {
		const file = `content/topics/self-harm/parents/${language}.md`
		expect(refusalOf(without(file, new RegExp(locked[language])))).toContain(
			`${file}:1: lacks "means-locked-tonight"`,
		)
	},
)

const means = {
	ar: 'أبعد الأدوية.',
	fr: 'Range les médicaments.',
	en: 'Put the pills away.',
	zgh: 'ⴼⴼⵔ ⵉⵙⴰⴼⴰⵔⵏ.',
}
test.each(languages)('a word for means on a page of teens is refused in %s', (language) => {
	const file = `content/topics/self-harm/teens/${language}.md`
	expect(refusalOf(withSentence(file, means[language]))).toContain(
		`${file}:1: says what "means-not-to-the-young" forbids`,
	)
})

const tests = {
	ar: 'أجرب «لا» صغيرة.',
	fr: 'Dis un petit « non ».',
	en: 'Say a small "no" and watch.',
	zgh: 'ⵡⴰⵏⵏⴰ ⴽ ⵉⵔⴰⵏ ⵔⴰⴷ ⵉⵏⵉ «ⵡⴰⵅⵅⴰ».',
}
test.each(languages)('a page that has the young test who asks is refused in %s', (language) => {
	const file = `content/topics/grooming/teens/${language}.md`
	expect(refusalOf(withSentence(file, tests[language]))).toContain(
		`${file}:1: says what "nobody-tests" forbids`,
	)
})

test.each([
	['ar', 'ماما'],
	['ar', 'لبابا'],
	['ar', 'الوالدة'],
	['fr', 'maman'],
	['fr', 'tes parents'],
	['fr', 'ton père'],
	['en', 'mum'],
	['en', 'your dad'],
	['en', 'Mother'],
	['zgh', 'ⵉⵎⵎⴰ'],
	['zgh', 'ⴱⴰⴱⴰⴽ'],
	['zgh', 'ⵢⵎⵎⴰ'],
] as const)('words for who is hurt at home hand out nobody of the house: %s, %s', (language, word) => {
	for (const asker of ['child', 'teen']) {
		const file = `content/answers/hurt-at-home/${asker}/${language}.md`
		expect(refusalOf(withSentence(file, `${word}.`))).toContain(
			`${file}:1: says what "nobody-at-home-is-assumed-safe" forbids`,
		)
	}
})

const kept = { ar: 'لا [أت]حفظ', fr: "n'enregistr", en: 'not save', zgh: 'ⵜⵃⵟⵟⵓ' }
const sent = { ar: 'لا [أت]?ت?رسل', fr: 'ne transf', en: 'not forward', zgh: 'ⵜⵜⴰⵣⵏ' }
test.each(
	languages.flatMap((language) =>
		(['child', 'teen', 'parent', 'teacher', 'witness'] as const).map((asker) => [language, asker] as const),
	),
)('abuse seen: "do not save, do not forward" cannot be left out, %s %s', (language, asker) => {
	const file = `content/answers/abuse-seen/${asker}/${language}.md`
	for (const words of [kept[language], sent[language]])
		expect(refusalOf(without(file, new RegExp(words)))).toContain(`${file}:1: lacks "abuse-nothing-kept"`)
})

test('every message of the real list is about a page or an answer that exists, in every language', () => {
	const library = readLibrary()
	expect(library.safety.length).toBeGreaterThan(10)
	for (const { id, topics, situations } of library.safety) {
		const about = [
			...library.pages.filter(({ topic }) => topics.includes(topic)),
			...library.answers.filter(({ situation }) => situations.includes(situation)),
		]
		expect(new Set(about.map(({ language }) => language)), id).toEqual(new Set(languages))
	}
})

const message = {
	id: 'call-first',
	says: 'Call first.',
	sources: ['survey'],
	topics: ['bullying'],
	situations: [],
	askers: ['teen' as const],
	where: 'now' as const,
	never: { ar: ['قف'], fr: ['attends'], zgh: ['ⵇⵇⵍ'], en: ['wait'] },
}
const text: SafetyText = {
	file: 'x.md',
	topic: 'bullying',
	asker: 'teen',
	language: 'ar',
	words: { first: '', now: 'قِفْ هنا', page: '' },
}

test('checkSafety() looks where the message looks, for whom it holds, without vowel marks', () => {
	expect(checkSafety([message], text)).toHaveLength(1)
	expect(checkSafety([message], { ...text, asker: 'parent' })).toEqual([])
	expect(checkSafety([message], { ...text, topic: 'scams' })).toEqual([])
	expect(checkSafety([message], { ...text, words: { first: '', now: '', page: 'قف' } })).toEqual([])
})

test('checkForbidden() asks of a short text only that it does not say what is forbidden', () => {
	const must = { ...message, id: 'must', must: message.never, never: undefined }
	const about = { file: 'quiz.yaml', topic: 'bullying', asker: 'teen', language: 'fr' } as const
	expect(checkForbidden([must], { ...about, text: 'Appelle' })).toEqual([])
	expect(checkForbidden([message], { ...about, text: 'Attends un peu' })).toHaveLength(1)
})

test.each([
	['neither must nor never', { never: undefined }, 'wants must or never'],
	['a pattern that is none', { never: { ...message.never, fr: ['(x'] } }, 'regular expression'],
	['a language without a pattern', { never: { ar: ['x'], fr: ['x'], en: ['x'] } }, 'zgh'],
])('safetyFile refuses a message with %s', (_, wrong, reason) => {
	const parsed = v.safeParse(safetyFile, [{ ...message, ...wrong }])
	expect(parsed.issues?.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join()).toContain(
		reason,
	)
})

test.each([
	['of a topic that is not there', { topics: ['nothing'] }, 'nothing is neither a topic nor a situation'],
	['with a source that is not there', { sources: ['nobody'] }, 'source nobody is not in'],
])('buildLibrary() refuses a message %s', (_, wrong, reason) => {
	const safety = stringify([{ ...message, ...wrong }])
	expect(refusalOf(makeFiles().set('content/safety/messages.yaml', safety))).toContain(reason)
})
