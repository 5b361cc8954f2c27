import { describe, expect, test } from 'vitest'
import { closeAll, makeTestFilter, readProtectFacts } from '../../../../../tests/support/filters.ts'
import { makeFilter, parseFilterChoice } from './filter.ts'
import { isOffered } from '../resolver.ts'

const facts = readProtectFacts()
const closeNone = { canary: false, privateRelay: false, ddr: false, doh: false }
const choice = { resolver: 'cloudflare-family', level: 'strict', closes: closeAll }
const findTarget = (filter: ReturnType<typeof makeFilter>, wanted: string) =>
	filter.rewrites.find(({ name }) => name === wanted)?.target

describe('makeFilter()', () => {
	test.each([
		['gentle', undefined],
		['balanced', 'restrictmoderate.youtube.com'],
		['strict', 'restrict.youtube.com'],
	] as const)('at the level %s sends YouTube to %s', (level, target) => {
		const filter = makeTestFilter(level)
		expect(findTarget(filter, 'www.youtube.com')).toBe(target)
		expect(findTarget(filter, 'www.google.co.ma')).toBe('forcesafesearch.google.com')
	})

	test('closes an engine without a confirmed safe name for the youngest only', () => {
		expect(makeTestFilter('strict').blocked).toContain('search.brave.com')
		expect(makeTestFilter('balanced').blocked).not.toContain('search.brave.com')
	})

	test('proposes a list of engines without safe search for the youngest', () => {
		expect(makeTestFilter('strict').lists.map(({ id }) => id)).toContain('hagezi-nosafesearch')
		expect(makeTestFilter('gentle', { closes: closeNone }).lists).toEqual([])
	})

	test.each(facts.resolvers.filter(isOffered).map(({ id }) => id))(
		'never closes the resolver that it asks: %s',
		(resolver) => {
			const filter = makeTestFilter('strict', { resolver })
			const own = [filter.resolver.dot, filter.resolver.doh && new URL(filter.resolver.doh).hostname].filter(
				Boolean,
			) as string[]
			for (const host of own) {
				expect(filter.blocked).not.toContain(host)
				const isCovered = filter.blocked.some((parent) => host.endsWith(`.${parent}`))
				expect(isCovered).toBe(filter.allowed.includes(host))
			}
		},
	)

	test('leaves every bypass open that is not chosen', () => {
		const filter = makeTestFilter('gentle', { closes: closeNone, blocked: [], canary: undefined })
		expect(filter).toMatchObject({ blocked: [], empty: [] })
	})

	test('lets own refused names win over safe search, and own allowed names over both', () => {
		const filter = makeTestFilter('strict', {
			blocked: ['youtube.com'],
			allowed: ['www.google.fr', 'dns.google'],
		})
		expect(findTarget(filter, 'www.youtube.com')).toBeUndefined()
		expect(findTarget(filter, 'youtube.googleapis.com')).toBe('restrict.youtube.com')
		expect(findTarget(filter, 'www.google.fr')).toBeUndefined()
		expect(filter.blocked).not.toContain('dns.google')
	})

	test('drops a name that another covers, unless an allowed name stands between', () => {
		const blocked = ['bad.example', 'www.bad.example', 'deep.ok.bad.example']
		const filter = makeTestFilter('gentle', {
			blocked,
			allowed: ['ok.bad.example'],
			closes: closeNone,
			canary: undefined,
		})
		expect(filter.blocked).toEqual(['bad.example', 'deep.ok.bad.example'])
	})

	test('adds the names of a canary domain', () => {
		const filter = makeTestFilter('gentle', { closes: closeNone, canary: 'canary.example' })
		expect(filter.blocked).toContain('blocked.canary.example')
		expect(filter.blocked).not.toContain('doh.canary.example')
		expect(findTarget(filter, 'search.canary.example')).toBe('search-safe.canary.example')
	})
})

describe('parseFilterChoice()', () => {
	test.each([
		['a resolver that is gone', { resolver: 'dns0' }, 'resolver'],
		['a resolver that is not recommended', { resolver: 'yandex-family' }, 'resolver'],
		['an unknown level', { level: 'hard' }, 'level'],
		['a hostile name', { blocked: ['ok.example', 'x.example"; }'] }, 'blocked.1'],
		['a hostile allowed name', { allowed: ['$(reboot).example'] }, 'allowed.0'],
		[
			'too many names',
			{ blocked: Array.from({ length: 501 }, (_, index) => `n${index}.example`) },
			'blocked.500',
		],
		['a name that is refused and allowed', { blocked: ['a.example'], allowed: ['a.example'] }, 'blocked.0'],
		['the resolver itself', { blocked: ['cloudflare-dns.com'] }, 'blocked.0'],
		['a hostile canary', { canary: 'x y' }, 'canary'],
		['more than was asked', { shell: true }, 'shell'],
		['no names at all but a number', { blocked: 7 }, 'blocked'],
	])('refuses %s', (_, changes, path) => {
		const parsed = parseFilterChoice(facts, { ...choice, ...changes })
		expect(parsed).toMatchObject({ ok: false })
		expect(!parsed.ok && parsed.issues.map((issue) => issue.path)).toContain(path)
	})

	test.each([null, undefined, 'strict', [], 7])('refuses %j', (input) => {
		expect(parseFilterChoice(facts, input).ok).toBe(false)
	})
})
