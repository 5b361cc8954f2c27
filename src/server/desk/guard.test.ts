import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findRefusal, isDeskPath } from './guard.ts'

const origin = 'https://desk.example'
const folder = 'src/routes/(desk)'

/** Every address under /desk that a route file answers, its parameters filled in. */
const paths = [
	...new Set(
		globSync(`${folder}/**/+{page.server.ts,page.svelte,server.ts}`).map((file) =>
			file
				.slice(folder.length)
				.replace(/\/\+[^/]+$/u, '')
				.replace(/\/\([^)]+\)/gu, '')
				.replace(/\[\[?(?:\.\.\.)?\w+(?:=\w+)?\]\]?/gu, 'something'),
		),
	),
]

const open = ['/desk/sign-in', '/desk/enrol/something', '/desk/auth/something']

test('the routes are found', () => {
	expect(paths).toEqual(expect.arrayContaining([...open, '/desk/account', '/desk/people', '/desk/sign-out']))
	expect(paths.filter((path) => !isDeskPath(path))).toEqual([])
})

test.each(['GET', 'HEAD', 'POST'])(
	'%s without a session is let through to three routes and to no other',
	(method) => {
		const through = paths.filter(
			(pathname) => !findRefusal({ pathname, method, from: origin, origin, isSignedIn: false }),
		)
		expect(through.sort()).toEqual([...open].sort())
	},
)

test.each([
	null,
	'null',
	'https://evil.example',
	'http://desk.example',
	'https://desk.example.evil.example',
	'',
])('a POST from %j is refused everywhere, signed in or not', (from) => {
	for (const pathname of paths)
		for (const isSignedIn of [true, false])
			expect(findRefusal({ pathname, method: 'POST', from, origin, isSignedIn })).toBe('foreign')
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is answered nowhere', (method) => {
	for (const pathname of paths)
		expect(findRefusal({ pathname, method, from: origin, origin, isSignedIn: true })).toBe('method')
})

test('what only looks like an open address is not', () => {
	for (const pathname of ['/desk/sign-in/more', '/desk/enrol/a/b', '/desk/enrol/', '/desk/authors', '/desk'])
		expect(findRefusal({ pathname, method: 'GET', from: null, origin, isSignedIn: false })).toBe('sign-in')
	expect(isDeskPath('/desktop')).toBe(false)
})

/** Parts of a server file that read: its load, what it answers to a GET. */
const getReads = (file: string): string[] =>
	readFileSync(file, 'utf8')
		.split(/^(?=export const )/mu)
		.filter((part) => /^export const (?:load|GET)\b/u.test(part))

test('every load and GET behind the door asks what this person may do; acts ask in their one way in', () => {
	const files = globSync(`${folder}/**/+{page.server,server}.ts`).filter(
		(file) => !/\/(?:sign-in|enrol|auth)\//u.test(file),
	)
	const reads = files.flatMap((file) => getReads(file).map((part) => [file, part] as const))
	const silent = reads.filter(([, part]) => !/\b(?:requireStaff|requireMay)\(/u.test(part))
	expect(reads.length).toBeGreaterThan(15)
	expect(silent.map(([file]) => file)).toEqual([])
})
