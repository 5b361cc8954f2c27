/** Rules of the house that no other tool checks: sizes, names, words outside the dictionaries, physical directions. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parse, type AST } from 'svelte/compiler'
import { expect, test } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && existsSync(file))
const code = files.filter((file) => /^(src|scripts|bench|migrations)\/.*\.(ts|js|svelte)$/u.test(file))
const components = files.filter((file) => file.endsWith('.svelte'))

/** Files that hold nothing but a table of data. */
const tables = ['src/lib/ui/picture/shapes.ts']

test('no file of code is longer than 300 lines', () => {
	const long = code.filter(
		(file) => !tables.includes(file) && readFileSync(file, 'utf8').split('\n').length > 301,
	)
	expect(long).toEqual([])
})

test('no room is a lobby: every file has a name of its own', () => {
	expect(
		files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|types|constants)\.(ts|js)$/u.test(file)),
	).toEqual([])
})

test('every door and tool says in its first line what it is', () => {
	const doors = code.filter((file) => /src\/lib\/.*\/index\.ts$/u.test(file))
	expect(doors.filter((file) => !readFileSync(file, 'utf8').startsWith('/**'))).toEqual([])
})

test('styles know no left and right, so that a page can be mirrored', () => {
	const physical =
		/(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)|(?:^|[\s;{])(?:left|right):/mu
	const styled = files.filter((file) => /\.(svelte|css)$/u.test(file))
	expect(styled.filter((file) => physical.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('no style overrules the reader with !important', () => {
	const styled = files.filter((file) => /^src\/.*\.(svelte|css)$/u.test(file))
	expect(styled.filter((file) => readFileSync(file, 'utf8').includes('!important'))).toEqual([])
})

const getTexts = (node: unknown): string[] => {
	if (Array.isArray(node)) return node.flatMap(getTexts)
	if (typeof node !== 'object' || node === null) return []
	const { type, data } = node as { type?: string; data?: string }
	if (type === 'Text' && typeof data === 'string') return [data]
	return Object.entries(node).flatMap(([key, value]) => (key === 'attributes' ? [] : getTexts(value)))
}

test('no component holds words of its own: they stand in messages/', () => {
	const found = components.flatMap((file) => {
		const { fragment }: AST.Root = parse(readFileSync(file, 'utf8'), { modern: true })
		return getTexts(fragment.nodes)
			.filter((text) => /\p{L}{3,}/u.test(text.replace(/%\w+%/gu, '')))
			.map((text) => `${file}: ${text.trim()}`)
	})
	expect(found).toEqual([])
})

test('the lock file names no download address', () => {
	expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":\s*"https?:/u)
})
