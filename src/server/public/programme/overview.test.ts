/** Numbers of the overview are those of the files, and its limits those of the bench: nothing is typed. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageLimits } from '#domains/programme/overview'
import { getOverview } from './overview.ts'

const { counts, topics, reviews, ran, questions } = getOverview()
const countFiles = (pattern: string): number => globSync(pattern).length
const countIn = (pattern: string, line: RegExp): number =>
	globSync(pattern).reduce((sum, file) => sum + [...readFileSync(file, 'utf8').matchAll(line)].length, 0)

test('the overview counts what stands in the files of the content', () => {
	expect(counts).toMatchObject({
		pages: countFiles('content/topics/*/*/*.md'),
		answers: countFiles('content/answers/*/*/*.md'),
		guides: countFiles('content/protect/guides/*/guide.yaml'),
		texts: countFiles('content/law/instruments/*.yaml'),
		provisions: countIn('content/law/provisions/*.yaml', /^- id:/gmu),
		rows: countIn('content/law/mappings/*.yaml', /^- id:/gmu),
		gaps: countIn('content/law/mappings/*.yaml', /^ {2}assessment: gap$/gmu),
	})
	for (const [name, n] of Object.entries(counts)) expect(n, name).toBeGreaterThan(0)
})

test('the tiles of topics, readers and languages hold every page once', () => {
	const pages = topics.reduce((sum, { languages }) => sum + languages.flat().length, 0)
	expect(pages).toBe(counts.pages)
})

test('the overview says that nobody has read what nobody has signed', () => {
	const signed = countIn('content/{topics,answers}/**/*.md', /native: \{ by:/gu)
	expect(reviews.native.done).toBeGreaterThanOrEqual(signed)
	for (const { done, of } of Object.values(reviews)) expect(done).toBeLessThanOrEqual(of)
	expect(reviews.native.of).toBeGreaterThan(counts.pages)
	expect(ran).toBeLessThanOrEqual(counts.targets)
	expect(questions).toBe(countIn('content/law/questions.yaml', /^ {2}answer: null$/gmu))
})

test('the limits of weight that the overview names are those of the bench', () => {
	const [, help, other] =
		/total: \{ help: ([\d_]+),.* other: ([\d_]+) \}/u.exec(readFileSync('bench/page-bytes.ts', 'utf8')) ?? []
	expect([help, other]).toEqual([`${pageLimits.help}_000`, `${pageLimits.other}_000`])
})
