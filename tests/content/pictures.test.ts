/** One picture, one meaning: content, code and drawings held against the register of `ui/picture`. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cardPictures } from '../../src/lib/domains/guide/answer.ts'
import { urgencyPictures } from '../../src/lib/domains/guide/index.ts'
import { dangerPictures, tiles } from '../../src/lib/domains/reports/index.ts'
import { pictureNames, register, type PictureName } from '../../src/lib/ui/picture/index.ts'
import { shapes } from '../../src/lib/ui/picture/shapes.ts'

type Use = { of: string; picture: string }
type Entry = { id: string; picture: string }
type Lesson = { picture: string; topics?: string[]; topic?: string }

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'))
const situations = readYaml('content/help/situations.yaml') as Entry[]
const topics = readYaml('content/topics/topics.yaml') as Entry[]

const meanings = new Map<string, { stands?: readonly string[] }>(Object.entries(register))

const standsFor = (picture: string): readonly string[] => meanings.get(picture)?.stands ?? []

const nameUses = (kind: string, entries: readonly Entry[]): Use[] =>
	entries.map(({ id, picture }) => ({ of: `${kind}:${id}`, picture }))

/** How soon help is needed, in the help finder and in a report. */
const pressing: Use[] = [
	...Object.entries(urgencyPictures).map(([id, picture]) => ({ of: `urgency:${id}`, picture })),
	...Object.entries(dangerPictures).map(([id, picture]) => ({ of: `danger:${id}`, picture })),
]

/** What a place shows with a picture that the register gives to something else. */
const findStrangeUses = (uses: readonly Use[]): string[] =>
	uses
		.filter(({ of, picture }) => !standsFor(picture).includes(of))
		.map(
			({ of, picture }) =>
				`${of} is shown by "${picture}", which stands for ${standsFor(picture).join(', ')}`,
		)

/** Stories and lessons show the picture of a topic they are about, or one that is given to them by name. */
const readSkills = (): { of: string; allowed: string[]; picture: string }[] =>
	globSync('content/skills/{scenarios/*/scenario,lessons/*/lesson}.yaml').map((file) => {
		const { picture, topic, topics: many = [] } = readYaml(file) as Lesson
		const [, , kind, id] = file.split('/')
		const of = `${kind === 'lessons' ? 'lesson' : 'story'}:${id ?? ''}`
		const about = topic === undefined ? many : [topic]
		return { of, picture, allowed: [of, ...about.map((one) => `topic:${one}`)] }
	})

const readSources = (pattern: string): { file: string; text: string }[] =>
	globSync(pattern)
		.filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/lib/ui/picture/'))
		.map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const hasLiteral = (text: string, name: string): boolean => new RegExp(`['"]${name}['"]`, 'u').test(text)

const namesOf = (kind: 'happened' | 'thing' | 'people'): PictureName[] =>
	pictureNames.filter((name) => register[name].kind === kind)

test('each picture has one drawing of its own and one meaning of its own', () => {
	expect(Object.keys(shapes).sort()).toEqual([...pictureNames].sort())
	const drawings = Object.values(shapes).map((shape) => JSON.stringify(shape))
	expect(new Set(drawings).size).toBe(drawings.length)
	const meanings = pictureNames.map((name) => register[name].means)
	expect(new Set(meanings).size).toBe(meanings.length)
})

test('a picture stands for one situation and one topic at most, and nothing is shown by two pictures', () => {
	const given = pictureNames.flatMap((name) => standsFor(name))
	expect(new Set(given).size).toBe(given.length)
	for (const name of pictureNames)
		for (const kind of ['situation', 'topic', 'story', 'lesson'])
			expect(standsFor(name).filter((of) => of.startsWith(`${kind}:`)).length, name).toBeLessThan(2)
})

test('situations, topics and what can be ticked in a report are shown by the picture that stands for them', () => {
	const reported = tiles.map(({ situation, picture }) => ({ of: `situation:${situation}`, picture }))
	const uses = [...nameUses('situation', situations), ...nameUses('topic', topics), ...reported]
	expect(uses.length).toBeGreaterThan(30)
	expect(findStrangeUses(uses)).toEqual([])
	// What was told at home must not look like what was seen.
	expect(findStrangeUses([{ of: 'situation:abuse-seen', picture: 'eye' }])).toHaveLength(1)
})

test('how soon help is needed is shown by the picture that stands for it: danger now never looks like anything else', () => {
	expect(pressing.map(({ of }) => of)).toEqual(expect.arrayContaining(['urgency:now', 'danger:now']))
	expect(findStrangeUses(pressing)).toEqual([])
	expect(findStrangeUses([{ of: 'danger:now', picture: 'unsure' }])).toHaveLength(1)
	const shown: readonly (readonly [string, string])[] = [
		['help/[situation]/[asker]/+page.svelte', 'picture: urgencyPictures[urgency],'],
		['reports/ui/form/ReportForm.svelte', 'picture: dangerPictures[value],'],
	]
	const sources = readSources('src/**/*.svelte')
	for (const [end, use] of shown)
		expect(sources.find(({ file }) => file.endsWith(end))?.text, end).toContain(use)
})

test('each card of an answer is shown by the picture of its name', () => {
	expect(findStrangeUses(cardPictures.map((name) => ({ of: `card:${name}`, picture: name })))).toEqual([])
})

test('a story and a lesson are shown by the picture of what they are about', () => {
	const skills = readSkills()
	expect(skills.length).toBeGreaterThan(20)
	const strange = skills.filter(
		({ allowed, picture }) => !standsFor(picture).some((of) => allowed.includes(of)),
	)
	expect(strange.map(({ of, picture }) => `${of} is shown by "${picture}"`)).toEqual([])
})

test('what a picture stands for exists', () => {
	const known = new Set([
		...[...nameUses('situation', situations), ...nameUses('topic', topics)].map(({ of }) => of),
		...readSkills().map(({ of }) => of),
		...cardPictures.map((name) => `card:${name}`),
		...pressing.map(({ of }) => of),
	])
	expect(pictureNames.flatMap((name) => standsFor(name)).filter((of) => !known.has(of))).toEqual([])
	for (const name of namesOf('happened')) expect(standsFor(name).length, name).toBeGreaterThan(0)
})

test('no page shows what befell somebody as a sign for something of its own', () => {
	const components = readSources('src/**/*.svelte').filter(({ text }) =>
		text.includes('picture/Picture.svelte'),
	)
	expect(components.length).toBeGreaterThan(15)
	const strange = components.flatMap(({ file, text }) =>
		namesOf('happened')
			.filter((name) => hasLiteral(text, name))
			.map((name) => `${file}: ${name}`),
	)
	expect(strange).toEqual([])
})

test('every picture is used', () => {
	const code = readSources('src/**/*.{svelte,ts}')
		.filter(({ text }) => /picture/iu.test(text))
		.map(({ text }) => text)
		.join('\n')
	const content = new Set<string>([
		...[...situations, ...topics, ...readSkills()].map(({ picture }) => picture),
		...cardPictures,
	])
	expect(pictureNames.filter((name) => !content.has(name) && !hasLiteral(code, name))).toEqual([])
})

test('no picture takes its colour from its place in a list', () => {
	const strange = readSources('src/**/*.svelte')
		.filter(({ text }) => text.includes('picture/Picture.svelte'))
		.filter(({ text }) => /index\s*%|nth-child|nth-of-type/u.test(text))
	expect(strange.map(({ file }) => file)).toEqual([])
})
