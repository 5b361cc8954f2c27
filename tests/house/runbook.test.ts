/** Documents name commands that exist and files that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const papers = [
	'README.md',
	'docs/tour.md',
	'docs/incident-runbook.md',
	'docs/audit-kit.md',
	'SECURITY.md',
	'fuzz/README.md',
	'model/README.md',
]

/** Made by the build. */
const made = ['build/sbom.cdx.json']

const findAll = (text: string, form: RegExp): string[] =>
	[...text.matchAll(form)].flatMap(([, found]) => found ?? [])

test.each(papers)('%s names commands and files that exist', (paper) => {
	const text = readFileSync(paper, 'utf8')
	const commands = findAll(text, /npm run ([\w:-]+)/gu)
	expect(commands.filter((name) => !(name in scripts))).toEqual([])
	const paths = [
		...findAll(text, /[` ]((?:src|tests|scripts|docs|bench|deploy|fuzz|model|build)\/[\w./()[\]=-]*)/gu),
		...findAll(text, /\]\(([\w./-]+\.md)\)/gu).map((link) => join(dirname(paper), link)),
	]
	expect(commands.length + paths.length).toBeGreaterThan(2)
	expect(paths.filter((path) => !existsSync(path) && !made.includes(path))).toEqual([])
})

test('what makes phones forget changed code stands in the runbook, and is there', () => {
	const [row = ''] = findAll(
		readFileSync('docs/incident-runbook.md', 'utf8'),
		/^(\| \*\*Server taken over.*)$/gmu,
	)
	for (const name of ['CODE_SALT', '*After an incident*', 'Clear-Site-Data']) expect(row).toContain(name)
	for (const file of ['deploy/nginx.conf', 'deploy/Caddyfile'])
		expect(readFileSync(file, 'utf8')).toMatch(/After an incident[^]*Clear-Site-Data/u)
})

test('every decision has one row in the index, and one that is superseded says so there', () => {
	const records = globSync('docs/decisions/[0-9]*.md')
	const index = readFileSync('docs/decisions/README.md', 'utf8')
	expect(findAll(index, /^\| \[\d+\]\(([\w-]+\.md)\) \| [^|]+ \| \d{4}-\d\d-\d\d \|/gmu)).toEqual(
		records.map((path) => basename(path)).sort(),
	)
	const superseded = records.filter((path) => /^Superseded by/mu.test(readFileSync(path, 'utf8')))
	const inIndex = findAll(index, /\]\(([\w-]+\.md)\).*superseded by \d+/gu)
	expect(inIndex).toEqual(superseded.map((path) => basename(path)).sort())
})

test('a test that a paper or a decision names as what holds it is there', () => {
	const tests = globSync('{src,tests,scripts,messages}/**/*.test.ts')
	const named = globSync(['*.md', 'tests/*.md', 'bench/*.md', 'docs/**/*.md']).flatMap((file) =>
		findAll(readFileSync(file, 'utf8'), /`([\w./()[\]=-]+\.test\.ts)`/gu).map((path) => ({ file, path })),
	)
	expect(named.length).toBeGreaterThan(20)
	const isThere = (path: string): boolean => tests.some((one) => one === path || one.endsWith(`/${path}`))
	expect(named.filter(({ path }) => !isThere(path))).toEqual([])
})
