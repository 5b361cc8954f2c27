import { expect, test } from 'vitest'
import type { Language } from '#base'
import { makePage } from '../../../../../tests/support/library.ts'
import type { Audience } from '../audience.ts'
import { checkPage, type DiscouragedTerm } from './page-check.ts'
import { parseTopicPage } from './topic-page.ts'

type Change = (text: string) => string
type Where = { language?: Language; audience?: Audience; terms?: DiscouragedTerm[] }

/** Faults that checkPage() finds in a good page after one change. */
const check = (change: Change, { language = 'en', audience = 'teens', terms = [] }: Where = {}): string[] => {
	const text = change(makePage(language, audience))
	const parsed = parseTopicPage(`content/topics/bullying/${audience}/${language}.md`, text)
	if (!parsed.ok) throw new Error(`cannot check the page: ${JSON.stringify(parsed.issues)}`)
	return checkPage(parsed.value, terms).map(({ message }) => message)
}
const addTo =
	(section: string, words: string): Change =>
	(text) =>
		text.replace(new RegExp(`\\{#${section}\\}\\n\\n`, 'u'), (found) => `${found}${words}\n\n`)
const keep: Change = (text) => text

test.each(['ar', 'fr', 'zgh', 'en'] as const)(
	'checkPage() finds nothing in a good page in %s',
	(language) => {
		for (const audience of ['children', 'teens'] as const)
			expect(check(keep, { language, audience })).toEqual([])
	},
)

const good = makePage('en', 'teens')
const saidTwice = good.slice(
	good.indexOf('> '),
	good.indexOf('\n\n## Talk today with someone you trust. {#not}'),
)

test.each<[string, Change, string]>([
	['fewer than two quotes to say', (text) => text.replace(saidTwice, '> Talk.'), 'two quote lines'],
	['steps without numbers', (text) => text.replace(/^\d\. /gmu, '- '), 'numbered list'],
	['a link', addTo('not', '- [press here](x)'), 'section not: cannot render'],
	['HTML', addTo('not', '<b>Bold</b>'), 'section not: cannot render'],
	['an image', addTo('what', '![a](b)'), 'section what: cannot render'],
	['a heading inside a section', addTo('what', '### More'), 'section what: cannot render'],
	['a sentence of 25 words', addTo('what', `${'word '.repeat(25)}.`), 'sentence of 25 words, at most 24'],
	['a short body', (text) => text.replace(/(\{#what\}\n\n)[^#]+/u, '$1Talk.\n\n'), 'wanted 220-480'],
	['a long body', addTo('what', 'Talk now. '.repeat(150)), 'wanted 220-480'],
	['long sentences throughout', (text) => text.replaceAll('trust. Talk', 'trust and talk'), 'on average'],
	['an address', addTo('not', '- Open https://example.org'), 'holds an address (https:)'],
	['a bare host', addTo('not', '- Open e-blagh.ma'), 'holds an address (e-blagh.ma)'],
	['an e-mail address', addTo('not', '- Write to help@example'), 'holds an address (help@example)'],
	['a helpline number', addTo('not', '- Call 2511'), 'holds a phone number (2511)'],
	['a mobile number', addTo('not', '- Call +212 624 40 58 89'), 'holds a phone number'],
	['a national number', addTo('not', '- Call 0800 00 47 47'), 'holds a phone number'],
	[
		'a number in the title',
		(text) => text.replace(/^title: .+$/mu, 'title: Call 8350'),
		'holds a phone number (8350)',
	],
])('checkPage() refuses %s', (_, change, reason) => {
	expect(check(change).join('\n')).toContain(reason)
})

test('checkPage() lets a page cite a law by number and a time of day', () => {
	expect(check(addTo('law', 'Law 09-08 and article 447-2 say so.'))).toEqual([])
	expect(check(addTo('what', 'It was 22:30 on 24 November 2026.'))).toEqual([])
})

test('checkPage() lets a sentence have as many words as the limit says', () => {
	expect(check(addTo('what', `${'word '.repeat(24)}.`))).toEqual([])
})

test('checkPage() measures a child’s page by a shorter sentence than a teacher’s', () => {
	const sentence = addTo('what', `${'word '.repeat(20)}.`)
	expect(check(sentence, { audience: 'children' }).join()).toContain('sentence of 20 words, at most 16')
	expect(check(sentence, { audience: 'teachers' })).toEqual([])
})

test.each<[Language, string]>([
	['ar', 'Appelle vite un adulte de confiance et parle avec lui '],
	['zgh', 'Appelle vite un adulte de confiance et parle avec lui '],
	['fr', 'تحدث مع شخص تثق به اليوم وغدا '],
	['en', 'تحدث مع شخص تثق به اليوم وغدا '],
])('checkPage() refuses a page in %s that is written in another script', (language, words) => {
	const found = check(addTo('what', `${words}. `.repeat(18)), { language })
	expect(found.join()).toMatch(/only \d+ % of its letters/u)
})

const predator = { avoid: 'predator', use: 'the person who threatens' }

test.each<[string, Change]>([
	['in the title', (text) => text.replace(/^title: .+$/mu, 'title: The predator')],
	['in the summary', (text) => text.replace(/^summary: .+$/mu, 'summary: A predator came.')],
	['among the things to do now', (text) => text.replace(/^ {2}- .+$/mu, '  - Flee the predator.')],
	['in a heading', (text) => text.replace('. {#what}', ' predator {#what}')],
	['in capitals', addTo('what', 'PREDATORS wait.')],
	['half in bold', addTo('what', 'A **predator** waits.')],
	['in the law section, in our own words', addTo('law', 'A predator is punished.')],
	['in quotes outside the law section', addTo('what', 'They said “predator”.')],
])('checkPage() finds a discouraged term %s', (_, change) => {
	expect(check(change, { terms: [predator] })).toEqual([
		'says what /predator/ finds: write "the person who threatens"',
	])
})

test('checkPage() lets the law section quote a term of the law', () => {
	for (const quote of ['“predator”', '«predator»', '"predator"'])
		expect(check(addTo('law', `The text says ${quote} here.`), { terms: [predator] })).toEqual([])
})

test('checkPage() finds an Arabic term through diacritics and tatweel', () => {
	const terms = [{ avoid: 'فضيحة', use: 'ما نشره' }]
	const found = check(addTo('what', 'هذه فَضِيـحة كبيرة.'), { language: 'ar', terms })
	expect(found.join()).toContain('ما نشره')
})

test('checkPage() reads a term as the regular expression that it is, capital classes too', () => {
	const terms = [{ avoid: 'your\\Sfault', use: 'no blame' }]
	expect(check(addTo('what', 'It is your fault.'), { terms })).toEqual([])
	expect(check(addTo('what', 'It is your-fault.'), { terms })).toHaveLength(1)
})

test('checkPage() finds a discouraged term that a line break cuts', () => {
	const terms = [{ avoid: 'your own fault', use: 'no blame' }]
	expect(check(addTo('what', 'It is your own\nfault.'), { terms })).toHaveLength(1)
})

const child = { audience: 'children' } as const

test('checkPage() counts all that a child reads: the title and the three first things too', () => {
	const words = (text: string): number => Number(/^(\d+) words/mu.exec(text)?.[1])
	const long = check(addTo('what', 'Talk now. '.repeat(40)), child).join('\n')
	expect(long).toContain('wanted 40-120')
	const titled: Change = (text) =>
		addTo('what', 'Talk now. '.repeat(40))(text).replace('title: ', 'title: Hello ')
	expect(words(check(titled, child).join('\n'))).toBe(words(long) + 1)
})

test('checkPage() lets a child’s page cite no article of law', () => {
	expect(check(addTo('law', 'Article 447-2 says so.'), child).join()).toContain(
		'cites an article of law (Article 4)',
	)
	expect(check(addTo('law', 'Article 447-2 says so.'))).toEqual([])
	const arabic = check(addTo('law', 'الْفَصْلُ 447-2 يَقُولُ ذَلِكَ.'), { ...child, language: 'ar' })
	expect(arabic.join()).toContain('cites an article of law (الفصل 4)')
})

test.each<[string, Change]>([
	['in the title', (text) => text.replace(/^title: .+$/mu, 'title: نتحدث')],
	['in the summary', (text) => text.replace(/^summary: .+$/mu, 'summary: نتحدث')],
	['among the things to do now', (text) => text.replace(/^ {2}- .+$/mu, '  - نتحدث')],
	['in a heading', (text) => text.replace(/## .+ \{#what\}/u, '## نتحدث {#what}')],
	['in a step', addTo('do', '1. نتحدث')],
	['before the words to say', addTo('say', 'نتحدث')],
])('checkPage() finds a word of a child’s Arabic page without vowel marks %s', (_, change) => {
	expect(check(change, { ...child, language: 'ar' }).join()).toContain('without their vowel marks: نتحدث')
})

test('checkPage() lets words to say and labels of buttons stand plain on a child’s page, and an app its name', () => {
	const arabic = { ...child, language: 'ar' } as const
	expect(check(addTo('say', '> «عافاك عاوني.»'), arabic)).toEqual([])
	expect(check(addTo('do', '1. نَضْغَطُ «إبلاغ» فِي واتساب.'), arabic)).toEqual([])
	expect(check(addTo('do', '1. نَضْغَطُ «إِبلاغ».'), arabic).join()).toContain('إِبلاغ')
	expect(check(addTo('what', 'نتحدث الآن.'), { language: 'ar', audience: 'teens' })).toEqual([])
})
