import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { toPlainLetters } from '#tools/script/tashkil'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { parseAnswer } from '../answer.ts'
import { parseTopicPage } from '../page/topic-page.ts'
import { checkSafety, countParity, toSafetyText, toSafetyTextOfAnswer, type SafetyText } from './index.ts'

const content = readContent()
const { safety, pages, answers, topics } = readLibrary()

const read = (file: string, text: string): SafetyText => {
	if (file.includes('/answers/')) {
		const parsed = parseAnswer(file, text)
		if (!parsed.ok) throw new Error(parsed.issues[0]?.message)
		return toSafetyTextOfAnswer(parsed.value)
	}
	const parsed = parseTopicPage(file, text)
	if (!parsed.ok) throw new Error(parsed.issues[0]?.message)
	return toSafetyText(parsed.value, topics)
}

/** Checks with the real messages a file of ours after a change. */
const findFaults = (file: string, change: (text: string) => string): string => {
	// What a child reads in Arabic has vowel marks, and the changes below have none.
	const text = toPlainLetters(content.get(file) ?? '')
	expect(change(text)).not.toBe(text)
	expect(checkSafety(safety, [read(file, text)], [])).toEqual([])
	return checkSafety(safety, [read(file, change(text))], []).join('\n')
}

/** Takes out what matches, wherever it stands. */
const without = (file: string, pattern: RegExp): string =>
	findFaults(file, (text) => text.replaceAll(new RegExp(pattern.source, 'giu'), '…'))

/** Puts a sentence into the first step, as a writer would who knows nothing of the list. */
const withSentence = (file: string, sentence: string): string =>
	findFaults(file, (text) =>
		file.includes('/answers/')
			? text.replace(/how: "/u, `how: "${sentence} `)
			: text.replace(/\n1\. /u, `\n1. ${sentence} `),
	)

const swallowed = { ar: 'ابتلعت|شربت|أكلت', fr: 'avalé|pris', en: 'swallowed|took', zgh: 'ⵜⵛⵛⵉⴷ|ⵜⵙⵡⵉⴷ' }
test.each(languages)('a self-harm page of teens without the emergency step is refused in %s', (language) => {
	const file = `content/topics/self-harm/teens/${language}.md`
	expect(without(file, new RegExp(swallowed[language]))).toContain(`${file}:1: lacks "already-hurt-now"`)
})

test.each(languages)('the emergency step is the first thing to do, not the last, in %s', (language) => {
	const file = `content/topics/self-harm/teens/${language}.md`
	const faults = findFaults(file, (text) =>
		text.replace(/now:\n(.*\n)(.*\n)(.*\n)/u, (_, first: string, second: string, third: string) =>
			['now:\n', third, second, first].join(''),
		),
	)
	expect(faults).toContain(`${file}:1: lacks "already-hurt-now" in first`)
})

const medicines = { ar: 'الأدوية', fr: 'médicaments', en: 'medicines', zgh: 'ⵉⵙⴰⴼⴰⵔⵏ' }

const noDecision = { ar: 'لا قرار', fr: 'Ne décidez rien', en: 'Decide nothing', zgh: 'ⴰⴷ ⵓⵔ ⵙⵜⵢⵖ ⵡⴰⵍⵓ' }
test.each(languages)(
	'the page of an adult who thinks of dying is held to what their answer says, in %s',
	(language) => {
		const file = `content/topics/self-harm/citizens/${language}.md`
		expect(without(file, new RegExp(noDecision[language]))).toContain('lacks "adult-decides-nothing-now"')
		expect(withSentence(file, `${medicines[language]}.`)).toContain('"means-not-to-adults-at-risk" forbids')
	},
)

test.each(languages)(
	'a self-harm page of parents that does not name what to lock away is refused in %s',
	(language) => {
		const file = `content/topics/self-harm/parents/${language}.md`
		expect(without(file, new RegExp(medicines[language]))).toContain(
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
	expect(withSentence(file, means[language])).toContain(
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
	expect(withSentence(file, tests[language])).toContain(`${file}:1: says what "nobody-tests" forbids`)
})

test.each([
	['ar', 'ماما'],
	['ar', 'لبابا'],
	['ar', 'الوالدة'],
	['ar', 'أُمِّي'],
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
		expect(withSentence(file, `${word}.`)).toContain(
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
		expect(without(file, new RegExp(words))).toContain(`${file}:1: lacks "abuse-nothing-kept"`)
})

const replies: Readonly<Record<Language, string>> = {
	ar: 'أجيب مرة واحدة بهدوء.',
	fr: 'Réponds une seule fois, calmement.',
	en: 'Answer once, calmly.',
	zgh: 'ⵔⴰⵔ ⴰⵙ ⵢⴰⵜ ⵜⴽⴽⵍⵜ.',
}
test.each(languages)(
	'bullying: %s cannot say "answer once" where another language says "do not"',
	(language) => {
		const set = languages.map((one) => {
			const file = `content/topics/bullying/teens/${one}.md`
			const text = content.get(file) ?? ''
			return read(file, one === language ? text.replace(/\n1\. /u, `\n1. ${replies[one]} `) : text)
		})
		expect(checkSafety(safety, set, []).join('\n')).toContain(
			`"bully-no-reply", and "bully-reply-once" stands there in ${language}`,
		)
	},
)

test('the real register is large, knows its opposites, and speaks to people who are no teenagers', () => {
	expect(safety.length).toBeGreaterThanOrEqual(90)
	expect(safety.filter(({ opposes }) => opposes.length > 0).length).toBeGreaterThanOrEqual(6)
	for (const asker of ['child', 'adult', 'parent', 'teacher', 'witness'] as const)
		expect(safety.filter(({ askers, must }) => must && askers.includes(asker)).length).toBeGreaterThan(10)
})

test('what is unverified has to be said by nobody', () => {
	const unverified = safety.filter(({ confidence }) => confidence === 'unverified')
	expect(unverified.length).toBeGreaterThan(0)
	for (const { id, need } of unverified) expect(need, id).toBe('free')
})

test('every message that holds on pages and answers is about some in every language', () => {
	const texts = [...pages.map((page) => toSafetyText(page, topics)), ...answers.map(toSafetyTextOfAnswer)]
	for (const { message, counts } of countParity(
		safety.filter(
			({ need, where: [home] }) => need !== 'free' && (home === 'first' || home === 'now' || home === 'page'),
		),
		texts,
	))
		for (const language of languages)
			expect(counts[language].of, `${message.id} ${language}`).toBeGreaterThan(0)
})
