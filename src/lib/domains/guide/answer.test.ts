import { expect, test } from 'vitest'
import { languages } from '#base'
import { readLibrary } from '../../../../tests/support/content.ts'
import { makeFiles } from '../../../../tests/support/library.ts'
import { findAdvice } from './advice.ts'
import { answerFile, checkAnswer, parseAnswer, type Answer } from './answer.ts'
import { buildLibrary, ContentError } from './library.ts'

const card = '  - picture: tell\n    do: "Tell someone."\n    how: "A person you trust."\n'
const why = 'why: "One person is enough."\ndoor: "Somebody listens."\n'
const make = (cards = card.repeat(3), say = 'To a friend:\n\n> “Help me.”'): string =>
	`---\nnow:\n${cards}${why}sources: [survey]\nreview: { native: none, specialist: none, jurist: none }\nchecked: 2026-11-28\n---\n\n## Words {#say}\n\n${say}\n`
const file = answerFile('mocked', 'teen', 'en')

const get = (text: string): Answer => {
	const parsed = parseAnswer(file, text)
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
	return parsed.value
}
const faultsOf = (text: string): string => JSON.stringify(checkAnswer(get(text), []))

test('parseAnswer() reads situation, asker and language from the place of the file', () => {
	expect(get(make())).toMatchObject({
		situation: 'mocked',
		asker: 'teen',
		language: 'en',
		say: 'To a friend:\n\n> “Help me.”',
	})
	expect(checkAnswer(get(make()), [])).toEqual([])
})

test.each([
	['two things to do', make(card.repeat(2)), 'exactly three'],
	['no front matter', '## Words {#say}\n', 'no front matter'],
	['front matter that is not YAML', '---\nnow: [x\n---\n## Words {#say}\n', 'not YAML'],
	['a card that shows nothing', make().replace('picture: tell', ''), 'picture'],
	['no reason', make().replace('why: "One person is enough."\n', ''), 'why'],
	['a first door that nobody explains', make().replace('door: "Somebody listens."\n', ''), 'door'],
	['another section', `${make()}\n## More {#do}\n\nx\n`, 'one section'],
])('parseAnswer() refuses an answer with %s', (_, text, reason) => {
	const parsed = parseAnswer(file, text)
	expect(parsed.ok ? '' : JSON.stringify(parsed.issues)).toContain(reason)
})

test('parseAnswer() refuses an asker that nobody is', () => {
	expect(parseAnswer('content/answers/mocked/uncle/en.md', make()).ok).toBe(false)
})

test.each([
	[
		'a card that is a sentence',
		make(card.repeat(3).replace('Tell someone.', 'one two three four five six seven eight nine ten')),
		'card of 10 words',
	],
	['words of which nobody knows whom they are for', make(card.repeat(3), '> “Help me.”'), 'whom it is for'],
	['five quotations', make(card.repeat(3), 'To a:\n\n> x\n\n'.repeat(5)), '5 quotations'],
	['a number that doors bring', make(card.repeat(3), 'To a:\n\n> “Call 2511.”'), 'phone number'],
])('checkAnswer() refuses %s', (_, text, reason) => {
	expect(faultsOf(text)).toContain(reason)
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

test('buildLibrary() wants words for everyone who can live a situation as soon as one of them has some', () => {
	const refusal = refusalOf(makeFiles().set(file, make()))
	expect(refusal).toContain(`${answerFile('mocked', 'child', 'ar')}:1: is missing`)
	expect(refusal).not.toContain(`${file}:1: is missing`)
})

test('buildLibrary() refuses words for a situation that is not there, and a source that nobody knows', () => {
	expect(refusalOf(makeFiles().set(answerFile('lost', 'teen', 'en'), make()))).toContain(
		'does not list this situation for this asker',
	)
	expect(refusalOf(makeFiles().set(file, make().replace('[survey]', '[rumour]')))).toContain('source rumour')
})

test('buildLibrary() refuses a reason for a door that the situation does not lead to', () => {
	const of = (door: string): string =>
		refusalOf(
			makeFiles().set(
				file,
				make().replace(/^door: .*$/mu, (line) => `${line}\ndoorOf: ${door}`),
			),
		)
	expect(of('nobody')).toContain('nobody is no door of this situation')
	expect(of('listener')).not.toContain('is no door of this situation')
})

test('an answer for a child in Arabic wants vowel marks, but for what is said in Darija', () => {
	const marked = (answer: string): string =>
		answer.replace(/(do|how): .+/gu, '$1: "نَتَنَفَّسُ."').replace(/^(?![->#\s]|\w).+$/gmu, 'لِشَخْصٍ كَبِيرٍ:')
	const bareOf = (asker: string, answer: string): string =>
		refusalOf(makeFiles().set(answerFile('mocked', asker, 'ar'), answer))
			.split('\n')
			.filter((line) => line.includes('vowel marks'))
			.join()
	const plain = make().replace(/do: .+/u, 'do: "نتنفس."')
	expect(bareOf('child', plain)).toContain('نتنفس')
	expect(bareOf('teen', plain)).toBe('')
	expect(bareOf('child', marked(make()))).toBe('')
})

const library = readLibrary()

test.each(library.situations)(
	'$id has words of its own for everyone who can live it, and borrows none of a page',
	(situation) => {
		const { id } = situation
		for (const asker of situation.who)
			for (const language of languages) {
				const advice = findAdvice(library, { situation, asker, language })
				expect(advice, `${id} ${asker} ${language}`).toMatchObject({ language })
				expect(advice?.page).toBeUndefined()
				expect(advice?.now.every(({ how }) => how)).toBe(true)
			}
	},
)

test('no two people read the same first things in a situation that has words of its own, but who saw the same picture', () => {
	const texts = library.answers
		.filter(({ situation }) => situation !== 'abuse-seen')
		.map(({ now, language, situation }) => [situation, language, JSON.stringify(now)].join(' '))
	expect(new Set(texts).size).toBe(texts.length)
})

test('findAdvice() takes the words of the topic, with the way to its page, where a situation has none of its own', () => {
	const made = buildLibrary(makeFiles())
	const [situation] = made.situations
	if (!situation) throw new Error('no situation')
	const advice = findAdvice(made, { situation, asker: 'teen', language: 'fr' })
	expect(advice?.page).toMatchObject({ topic: situation.topic, audience: 'teens' })
	expect(advice?.now).toHaveLength(3)
})
