import { describe, expect, test } from 'vitest'
import { countCalls } from '../../../../tests/support/work.ts'
import { stringify } from 'yaml'
import { ContentError } from '#domains/guide'
import { makeGraph, makeSkillFiles, makeSkillLibrary, makeStep } from '../../../../tests/support/skills.ts'
import { buildSkills } from './skills-library.ts'

const library = makeSkillLibrary()

/** The lines of the refusal; none when the tree is taken. */
const refusalOf = (files: ReadonlyMap<string, string>): string[] => {
	try {
		buildSkills(files, library)
		return []
	} catch (error) {
		if (!(error instanceof ContentError)) throw error
		return error.message.split('\n').slice(1)
	}
}
const withFile = (file: string, text: string): Map<string, string> => makeSkillFiles().set(file, text)
const readFile = (file: string): string => {
	const text = makeSkillFiles().get(file)
	if (text === undefined) throw new Error(`cannot read ${file}: the smallest tree has no such file`)
	return text
}
const without = (file: string): Map<string, string> => {
	const files = makeSkillFiles()
	expect(files.delete(file)).toBe(true)
	return files
}
/** The tree in which a piece of a file's text stands for another. */
const withChange = (file: string, from: string | RegExp, to: string): Map<string, string> => {
	const text = readFile(file)
	const changed = text.replace(from, to)
	expect(changed).not.toBe(text)
	return withFile(file, changed)
}
const lineOf = (file: string, text: string): number =>
	readFile(file)
		.split('\n')
		.findIndex((line) => line.includes(text)) + 1

const scenario = 'content/skills/scenarios/class-group'
const quiz = 'content/skills/quizzes/bullying'
const lesson = 'content/skills/lessons/class-without-harm'
const disclosure = 'content/skills/disclosure'

/** The tree with another graph of the scenario. */
const withGraph = (changes: Parameters<typeof makeGraph>[0]): Map<string, string> =>
	withFile(`${scenario}/scenario.yaml`, stringify(makeGraph(changes)))

test('buildSkills() takes the smallest tree that is whole', () => {
	const skills = buildSkills(makeSkillFiles(), library)
	expect(skills.scenarios.map(({ id }) => id)).toEqual(['class-group', 'left-out'])
	expect(skills.quizzes.map(({ topic }) => topic)).toEqual(['bullying'])
	expect(skills.lessons.map(({ id }) => id)).toEqual(['class-without-harm'])
	expect(Object.keys(skills.disclosure)).toEqual(['ar', 'fr', 'en'])
})

test('buildSkills() takes words in Tamazight where they are there, and waits for them where not', () => {
	const files = withFile(`${scenario}/zgh.yaml`, readFile(`${scenario}/ar.yaml`))
	const { scenarios } = buildSkills(files, library)
	expect(scenarios.map(({ words }) => 'zgh' in words)).toEqual([true, false])
})

describe.each(['ar', 'fr', 'en'])('buildSkills() refuses a tree without the words in %s', (language) => {
	test.each([scenario, quiz, lesson, disclosure])('of %s', (place) => {
		const file = `${place}/${language}.yaml`
		expect(refusalOf(without(file))).toEqual([`${file}:1: is missing`])
	})
})

test.each([
	[`${scenario}/scenario.yaml`],
	[`${scenario}/ar.yaml`],
	[`${quiz}/quiz.yaml`],
	[`${quiz}/fr.yaml`],
	[`${lesson}/lesson.yaml`],
	[`${lesson}/en.yaml`],
	[`${disclosure}/fr.yaml`],
])('buildSkills() names file and line where %s stops being YAML', (file) => {
	const refusal = refusalOf(withFile(file, `${readFile(file)}more: [x\n`))
	expect(refusal[0]).toMatch(new RegExp(`^${file}:\\d+: is not YAML: `, 'u'))
	expect(Number(refusal[0]?.split(':')[1])).toBeGreaterThanOrEqual(readFile(file).split('\n').length)
})

test.each<[string, string, string | RegExp, string, at: string, reason: string]>([
	[
		'an act that nobody does',
		`${scenario}/scenario.yaml`,
		'keeps-proof',
		'fights-back',
		'keeps-proof',
		'steps.first.choices.c1.does: ',
	],
	[
		'an unknown setting',
		`${scenario}/scenario.yaml`,
		'setting: chat',
		'setting: street',
		'setting',
		'setting: ',
	],
	[
		'an outcome that blames',
		`${scenario}/scenario.yaml`,
		'outcome: harder',
		'outcome: lost',
		'outcome: harder',
		'ends.alone.outcome: ',
	],
	[
		'a bubble of 161 characters',
		`${scenario}/fr.yaml`,
		'second begins fr',
		'x'.repeat(161),
		'second begins fr',
		'steps.second.say.0.text: must be 160 characters at most',
	],
	[
		'a day that no calendar has',
		`${scenario}/ar.yaml`,
		'checked: 2026-11-25',
		'checked: 25/11/2026',
		'checked',
		'checked: must be a date such as 2026-11-24',
	],
	['a right letter d', `${quiz}/quiz.yaml`, '- c', '- d', '- c', 'right.a.2: '],
	['an empty question', `${quiz}/en.yaml`, 'ask: Ask b3', 'ask: ""', 'Ask b3', 'forms.b.2.ask: '],
	[
		'a lesson of 46 minutes',
		`${lesson}/lesson.yaml`,
		'minutes: 7',
		'minutes: 8',
		'- id: before',
		'plan: must add up to 45 minutes',
	],
	['a key that is unknown', `${disclosure}/en.yaml`, 'intro:', 'introduction:', 'intro:', 'introduction'],
])('buildSkills() refuses %s with its line', (_, file, from, to, at, reason) => {
	const refusal = refusalOf(withChange(file, from, to)).join('\n')
	expect(refusal).toContain(reason)
	expect(refusal).toMatch(new RegExp(`^${file}:${lineOf(file, at)}: `, 'mu'))
})

test.each<[string, Map<string, string>, string]>([
	[
		'a dead end',
		withGraph({ steps: { ...makeGraph().steps, third: makeStep(['blocks', 'told'], ['waits', 'nowhere']) } }),
		`${scenario}/scenario.yaml:1: steps.third.choices.c2: leads to nowhere, which is not there`,
	],
	[
		'a way to `constructor`, which every object knows',
		withGraph({
			steps: { ...makeGraph().steps, third: makeStep(['blocks', 'told'], ['waits', 'constructor']) },
		}),
		`${scenario}/scenario.yaml:1: steps.third.choices.c2: leads to constructor, which is not there`,
	],
	[
		'a circle',
		withGraph({ steps: { ...makeGraph().steps, third: makeStep(['blocks', 'told'], ['waits', 'first']) } }),
		`${scenario}/scenario.yaml:1: steps: a way turns in a circle`,
	],
	[
		'a start that is not there',
		withGraph({ start: 'zero' }),
		`${scenario}/scenario.yaml:1: start: there is no step zero`,
	],
	[
		'words for a choice that is not there',
		withChange(`${scenario}/fr.yaml`, '      c2: first c2 fr', '      c9: first c2 fr'),
		`${scenario}/fr.yaml:1: steps.first.choices.c9: is not in scenario.yaml`,
	],
	[
		'a bubble of nobody',
		withChange(`${scenario}/en.yaml`, 'by: friend', 'by: ghost'),
		`${scenario}/en.yaml:1: steps.first.say: ghost is not among the people`,
	],
	[
		'a topic that is not listed',
		withGraph({ topic: 'dragons' }),
		`${scenario}/scenario.yaml:1: topic dragons is not in topics.yaml`,
	],
	[
		'a door that is no contact',
		withChange(`${scenario}/scenario.yaml`, '- listener', '- nobody'),
		`${scenario}/scenario.yaml:1: door nobody is not in contacts.yaml`,
	],
	[
		'a folder without scenario.yaml',
		without(`${scenario}/scenario.yaml`),
		`${scenario}/scenario.yaml:1: is missing`,
	],
	[
		'a quiz of a topic that is not listed',
		withFile('content/skills/quizzes/dragons/quiz.yaml', readFile(`${quiz}/quiz.yaml`)),
		'content/skills/quizzes/dragons/quiz.yaml:1: is not a topic of topics.yaml',
	],
	[
		'a quiz whose right letter is always the same',
		withChange(`${quiz}/quiz.yaml`, /- [bc]\n/gu, '- a\n'),
		`${quiz}/quiz.yaml:1: right.a: a must be right once at least and three times at most`,
	],
	[
		'a skill without words',
		withChange(`${quiz}/ar.yaml`, 'one: Skill one', 'uno: Skill one'),
		`${quiz}/ar.yaml:1: skills.one: is missing`,
	],
	[
		'a lesson that plays a scenario which is not there',
		withChange(`${lesson}/lesson.yaml`, '- class-group', '- class-groups'),
		`${lesson}/lesson.yaml:1: scenario class-groups is not there`,
	],
	[
		'a lesson whose quiz is not there',
		withChange(`${lesson}/lesson.yaml`, 'quiz: bullying', 'quiz: passwords'),
		`${lesson}/lesson.yaml:1: quiz passwords is not there`,
	],
	[
		'a part of a lesson without words',
		withChange(`${lesson}/lesson.yaml`, 'id: scene', 'id: stage'),
		`${lesson}/fr.yaml:1: plan.stage: is missing`,
	],
	[
		'scenarios in which only boys are harmed',
		withChange('content/skills/scenarios/left-out/scenario.yaml', 'target: girl', 'target: boy'),
		'content/skills:1: boys and girls must both be among the targets',
	],
])('buildSkills() refuses %s', (_, files, reason) => {
	expect(refusalOf(files)).toContain(reason)
})

test('buildSkills() names every wrong file at once', () => {
	const files = withFile(`${quiz}/ar.yaml`, 'nothing').set(`${lesson}/lesson.yaml`, '- x\n')
	files.delete(`${disclosure}/en.yaml`)
	const refusal = refusalOf(files).join('\n')
	for (const file of [`${quiz}/ar.yaml`, `${lesson}/lesson.yaml`, `${disclosure}/en.yaml`])
		expect(refusal).toContain(`${file}:1: `)
})

test.each([
	['lists in lists', `steps: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
	['lists in lists that never end', `steps: ${'['.repeat(40_000)}`],
	['maps in maps', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
	['dashes after dashes', `${'- '.repeat(20_000)}x\n`],
	[
		'aliases of aliases',
		Array.from({ length: 10 }, (_, level) =>
			level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
		).join('\n'),
	],
])('buildSkills() refuses a file of %s without much work', async (_, text) => {
	for (const file of [`${scenario}/scenario.yaml`, `${scenario}/ar.yaml`]) {
		let first: string | undefined
		const calls = await countCalls(() => ([first] = refusalOf(withFile(file, text))))
		expect(first?.startsWith(`${file}:`)).toBe(true)
		expect(calls).toBeLessThan(2_500_000)
	}
})

const textFiles = [`${scenario}/en.yaml`, `${quiz}/en.yaml`, `${lesson}/en.yaml`, `${disclosure}/en.yaml`]
const withTitle = (file: string, title: string): Map<string, string> =>
	withChange(file, /^title: .*$/mu, `title: ${JSON.stringify(title)}`)

test.each(textFiles)('buildSkills() refuses a discouraged term in %s, in quotation marks too', (file) => {
	for (const title of ['The predator', 'They said “Predator”'])
		expect(refusalOf(withTitle(file, title))).toEqual([
			`${file}:1: says what /predator/ finds: write "the person"`,
		])
})

test.each([
	'https://facebook.com/a',
	'www.instagram',
	'see nakhla.ma',
	'write to a@b',
	'prize.org now',
	'https://facebook.com/x.example',
	'nakhla.example.com',
	'https://nakhla.example@bad.com/',
	'a.example,b.ma',
	'call 05 22 00 00 00',
	'+212 600 000 000',
	'2511',
])('buildSkills() refuses the address or number %s in every kind of words', (address) => {
	for (const file of textFiles)
		expect(refusalOf(withTitle(file, address)).join()).toMatch(/holds (?:an address|a phone number)/u)
})

test.each([
	'nakhla-securite.example',
	'https://nakhla.example/pay?card=1',
	'https://www.nakhla.example',
	'service@nakhla-client.example',
	'«nakhla.example».',
	'بنك.example',
	'It costs 2,400 DH on 25 November 2026.',
])('buildSkills() takes %s, which nobody can own or call', (text) => {
	for (const file of textFiles) expect(refusalOf(withTitle(file, text))).toEqual([])
})
