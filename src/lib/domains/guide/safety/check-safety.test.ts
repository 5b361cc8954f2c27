import { stringify } from 'yaml'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { makeFiles } from '../../../../../tests/support/library.ts'
import { buildLibrary, ContentError } from '../library.ts'
import { checkSafety, countParity, parseSafety, type SafetyMessage, type SafetyText } from './index.ts'

const inAll = (pattern: string) => ({ ar: [pattern], fr: [pattern], zgh: [pattern], en: [pattern] })
const raw = {
	id: 'call-first',
	says: 'Whoever is in danger calls first.',
	why: 'Every line before the number costs time.',
	topics: ['bullying'],
	askers: ['teen'],
	sources: ['survey'],
	confidence: 'likely',
	review: { by: 'clinician', state: 'none' },
	must: inAll('call'),
}
const make = (...changes: Record<string, unknown>[]): SafetyMessage[] => {
	const parsed = parseSafety(
		'content/safety/danger.yaml',
		stringify(changes.map((change) => JSON.parse(JSON.stringify({ ...raw, ...change })) as object)),
	)
	if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join())
	return parsed.value
}
const text = (language: Language, page: string, changes: Partial<SafetyText> = {}): SafetyText => ({
	file: `t/${language}.md`,
	set: 't/*.md',
	topics: ['bullying'],
	situations: [],
	askers: ['teen'],
	language,
	words: { first: page, now: page, advice: page, page },
	all: page,
	...changes,
})
const inFour = (page: string, other: Partial<Record<Language, string>> = {}): SafetyText[] =>
	languages.map((language) => text(language, other[language] ?? page))

describe('checkSafety()', () => {
	test('every: a text that leaves it out is named, with the place and what it should say', () => {
		expect(checkSafety(make({}), inFour('call', { zgh: 'wait' }), ['page'])).toEqual([
			't/zgh.md:1: lacks "call-first" in page (/call/): Whoever is in danger calls first.',
			'content/safety/danger.yaml:1: call-first stands nowhere in zgh: Whoever is in danger calls first.',
		])
		expect(checkSafety(make({}), inFour('call'), ['page'])).toEqual([])
	})

	test.each(['first', 'now', 'page', 'ending', 'quiz', 'law', 'reply'] as const)(
		'it looks in the place that the message names: %s',
		(place) => {
			const messages = make({ where: [place] })
			const words = { first: 'x', now: 'x', page: 'x', ending: 'x', quiz: 'x', law: 'x', reply: 'x' }
			expect(checkSafety(messages, [text('fr', '', { words: { ...words, [place]: 'call' } })], [])).toEqual(
				[],
			)
			expect(checkSafety(messages, [text('fr', '', { words: { ...words } })], [])).toHaveLength(1)
			expect(checkSafety(messages, [text('fr', '', { words: {} })], [])).toEqual([])
		},
	)

	test.each(['child', 'adult', 'parent', 'teacher', 'witness'] as const)(
		'it holds for the person it names and for nobody else: %s',
		(asker) => {
			const messages = make({ askers: [asker] })
			expect(checkSafety(messages, [text('en', 'wait', { askers: [asker] })], [])).toHaveLength(1)
			expect(checkSafety(messages, [text('en', 'wait')], [])).toEqual([])
			expect(checkSafety(messages, [text('en', 'wait', { askers: ['teen', asker] })], [])).toHaveLength(1)
		},
	)

	test('it holds for its topics, its situations, and for everything where it says so', () => {
		const elsewhere = text('en', 'wait', { topics: ['scams'], situations: ['mocked'] })
		expect(checkSafety(make({}), [elsewhere], [])).toEqual([])
		expect(checkSafety(make({ situations: ['mocked'] }), [elsewhere], [])).toHaveLength(1)
		expect(checkSafety(make({ topics: ['*'] }), [elsewhere], [])).toHaveLength(1)
	})

	test('same: a language that lacks what another says is named; that all are silent in one text is allowed', () => {
		const messages = make({ need: 'same' })
		expect(checkSafety(messages, inFour('call', { ar: 'wait' }), [])).toEqual([
			't/ar.md:1: lacks "call-first" (/call/), which stands there in fr, zgh, en: Whoever is in danger calls first.',
		])
		const silent = languages.map((language) => text(language, 'wait', { set: 'u/*.md' }))
		expect(checkSafety(messages, [...inFour('call'), ...silent], ['page'])).toEqual([])
	})

	test('a text that denies what a message wants says its opposite, even where it says it elsewhere', () => {
		const texts = [text('en', 'Call 15. Do not call at night.')]
		expect(checkSafety(make({}), texts, [])).toEqual([
			't/en.md:1: says the opposite of "call-first" (not "call"): Whoever is in danger calls first.',
		])
		expect(checkSafety(make({ broad: true }), texts, [])).toEqual([])
		expect(checkSafety(make({ broad: true }), [text('en', 'Do not call.')], [])).toHaveLength(1)
	})

	test('what is urgent is not said when it is put off', () => {
		const texts = [text('en', 'Call tomorrow.')]
		expect(checkSafety(make({}), texts, [])).toEqual([])
		expect(checkSafety(make({ urgent: true }), texts, []).join()).toContain('lacks "call-first"')
	})

	test('always: an answer that it names says it in each language, whatever the others do', () => {
		const messages = make({ need: 'some', situations: ['mocked'], always: { mocked: ['teen'] } })
		const answer = (asker: 'teen' | 'child'): SafetyText =>
			text('fr', 'wait', {
				file: `content/answers/mocked/${asker}/fr.md`,
				situations: ['mocked'],
				askers: [asker],
			})
		expect(checkSafety(messages, [answer('teen')], [])).toEqual([
			'content/answers/mocked/teen/fr.md:1: lacks "call-first" (/call/): Whoever is in danger calls first.',
		])
		expect(checkSafety(messages, [answer('child')], [])).toEqual([])
		expect(checkSafety(messages, [text('fr', 'wait', { situations: ['mocked'] })], [])).toEqual([])
	})

	test('inCards: an answer that it names does not leave it to the words to say', () => {
		const messages = make({ need: 'some', situations: ['mocked'], inCards: { mocked: ['teen'] } })
		const answer = text('fr', 'call', {
			file: 'content/answers/mocked/teen/fr.md',
			situations: ['mocked'],
			words: { now: 'wait', page: 'wait call' },
		})
		expect(checkSafety(messages, [answer], [])).toEqual([
			'content/answers/mocked/teen/fr.md:1: lacks "call-first" in its cards (/call/): Whoever is in danger calls first.',
		])
	})

	test('some: one text a language is enough, and a language without any is a gap', () => {
		const messages = make({ need: 'some' })
		expect(checkSafety(messages, [...inFour('call'), ...inFour('wait')], ['page'])).toEqual([])
		expect(checkSafety(messages, [...inFour('wait'), text('ar', 'call')], ['page'])).toEqual([
			'content/safety/danger.yaml:1: call-first stands nowhere in fr, zgh, en: Whoever is in danger calls first.',
		])
	})

	test.each([
		['said', { must: inAll('call') }],
		['forbidden', { must: undefined, never: inAll('wait') }],
	])('a message that is about no text at all speaks of nothing: %s', (_, change) => {
		const faults = checkSafety(make({ ...change, topics: ['scams'], where: ['page'] }), inFour('call'), [
			'page',
		])
		expect(faults).toEqual([
			'content/safety/danger.yaml:1: call-first speaks of nothing: no text is about it',
		])
	})

	test('whether it speaks of something is judged where the texts of its first place stand', () => {
		expect(checkSafety(make({ where: ['ending'] }), inFour('call'), ['page'])).toEqual([])
		expect(checkSafety(make({ where: ['ending'] }), inFour('call'), ['ending'])).toHaveLength(1)
	})

	test('a forbidden word is named with the file, whatever the vowel marks, the alif or the apostrophe', () => {
		const never = { ar: ['أمي'], fr: ["n'attends"], zgh: ['ⵇⵇⵍ'], en: ['wait'] }
		const messages = make({ must: undefined, never })
		expect(checkSafety(messages, [text('ar', 'عند اُمِّي')], [])).toEqual([
			't/ar.md:1: says what "call-first" forbids ("امي"): Whoever is in danger calls first.',
		])
		expect(checkSafety(messages, [text('fr', 'n’attends pas')], [])).toHaveLength(1)
		expect(checkSafety(messages, [text('en', 'do **wait** here')], [])).toHaveLength(1)
		expect(checkSafety(messages, [text('en', 'call')], [])).toEqual([])
	})

	test('one language cannot say what another language of the same text speaks against', () => {
		const messages = make(
			{ id: 'no-reply', must: inAll('stay silent'), need: 'some', opposes: ['reply'] },
			{ id: 'reply', must: inAll('answer once'), need: 'free' },
		)
		expect(checkSafety(messages, inFour('stay silent', { fr: 'answer once' }), [])).toEqual([
			't/ar.md:1: says "no-reply", and "reply" stands there in fr: Whoever is in danger calls first.',
			't/zgh.md:1: says "no-reply", and "reply" stands there in fr: Whoever is in danger calls first.',
			't/en.md:1: says "no-reply", and "reply" stands there in fr: Whoever is in danger calls first.',
		])
		const other = text('fr', 'answer once', { set: 'u/*.md' })
		expect(checkSafety(messages, [...inFour('stay silent'), other], [])).toEqual([])
	})

	test('what is advised and what is quoted as unhelpful are told apart', () => {
		const messages = make(
			{ id: 'no-reply', must: inAll('stay silent'), opposes: ['reply'] },
			{ id: 'reply', must: inAll('answer once'), need: 'free', where: ['advice'] },
		)
		const words = { advice: 'stay silent', page: 'stay silent. What does not help: answer once' }
		expect(checkSafety(messages, [text('en', '', { words, all: words.page })], [])).toEqual([])
	})

	test('who must not read a message does not meet it in a text of the same subject', () => {
		const messages = make({ askers: ['parent'], notFor: ['child'] })
		expect(checkSafety(messages, [text('en', 'call', { askers: ['child'] })], [])).toEqual([
			't/en.md:1: says "call-first" to child, who must not read it: Whoever is in danger calls first.',
		])
		expect(checkSafety(messages, [text('en', 'call', { askers: ['teen'] })], [])).toEqual([])
	})

	test('a template of the desk has to say what names it, and may not say what its subject forbids', () => {
		const reply = (page: string) => text('en', '', { template: 'removed', words: { reply: page }, all: page })
		expect(checkSafety(make({ where: ['reply'] }), [reply('wait')], [])).toEqual([])
		expect(checkSafety(make({ where: ['reply'], templates: ['removed'] }), [reply('wait')], [])).toHaveLength(
			1,
		)
		expect(checkSafety(make({ must: undefined, never: inAll('wait') }), [reply('wait')], [])).toHaveLength(1)
	})
})

test('countParity() counts the texts of each language that carry a message', () => {
	const [row] = countParity(make({}), [...inFour('call', { zgh: 'wait' }), text('ar', 'call')])
	expect(row?.counts).toEqual({
		ar: { carry: 2, of: 2 },
		fr: { carry: 1, of: 1 },
		zgh: { carry: 0, of: 1 },
		en: { carry: 1, of: 1 },
	})
})

describe('parseSafety()', () => {
	test.each([
		['neither must nor never', { must: undefined }, 'wants must or never'],
		['a pattern that is none', { must: inAll('(x') }, 'regular expression'],
		['a language without a pattern', { must: { ar: ['x'], fr: ['x'], en: ['x'] } }, 'zgh'],
		['nothing that it is about', { topics: [] }, 'names no topic'],
		['no sentence', { says: 'Call first' }, 'must be a sentence'],
		['a duty to say what is unverified', { confidence: 'unverified' }, 'is unverified'],
		[
			'an opposite that nothing knows it by',
			{ must: undefined, never: inAll('x'), opposes: ['y'] },
			'opposes',
		],
		['a reviewer of another trade', { review: { by: 'editor', state: 'none' } }, 'review'],
	])('refuses a message with %s, at its line', (_, wrong, reason) => {
		const yaml = `# head\n${stringify([JSON.parse(JSON.stringify({ ...raw, ...wrong }))])}`
		const parsed = parseSafety('content/safety/danger.yaml', yaml)
		if (parsed.ok) throw new Error('taken')
		expect(parsed.issues.map(({ message }) => message).join()).toContain(reason)
		expect(Number(parsed.issues[0]?.path)).toBeGreaterThan(1)
	})
})

const refusalOf = (files: ReadonlyMap<string, string>): string => {
	try {
		buildLibrary(files)
		return ''
	} catch (error) {
		if (!(error instanceof ContentError)) throw error
		return error.message
	}
}
const withMessages = (...changes: Record<string, unknown>[]): string =>
	refusalOf(makeFiles({ safety: changes.map((change) => ({ ...raw, ...change })) }))

test.each([
	['a topic that is not there', { topics: ['nothing'] }, 'nothing is not a topic'],
	['a situation that is not there', { situations: ['nothing'] }, 'nothing is not a situation'],
	['a source that is not there', { sources: ['nobody'] }, 'nobody is not a source'],
	['an opposite that is not there', { opposes: ['nobody'] }, 'nobody is not a message'],
])('buildLibrary() refuses a message with %s, at its line', (_, wrong, reason) => {
	expect(withMessages(wrong)).toContain(`content/safety/danger.yaml:1: call-first: ${reason}`)
})

test('buildLibrary() refuses a message that stands twice, and one that is missing on a page', () => {
	expect(withMessages({}, {})).toContain('call-first stands twice')
	expect(withMessages({})).toContain('content/topics/bullying/teens/ar.md:1: lacks "call-first"')
	expect(withMessages({ must: inAll('.') })).toBe('')
})
