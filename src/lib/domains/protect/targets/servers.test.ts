import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countEach } from '../../../../../tests/support/work.ts'
import { closeAll, makeTestFilter, readProtectFacts } from '../../../../../tests/support/filters.ts'
import { makeFilter } from '../filter/filter.ts'
import { maxNames, parseHostNames } from '../filter/host-name.ts'
import { isOffered } from '../resolver.ts'
import { serverTargets } from './servers.ts'

const facts = readProtectFacts()
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/u)
const name = fc
	.tuple(label, label, fc.constantFrom('ma', 'org', 'xn--mgbc0a9azcg'))
	.map((labels) => labels.join('.'))

describe('serverTargets', () => {
	test('write every refused name as nothing but a name, in every file', () => {
		fc.assert(
			fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), (typed) => {
				const blocked = parseHostNames(typed)
				if (!blocked.ok) return
				const choice = { resolver: 'cloudflare-family', level: 'strict', closes: closeAll } as const
				const filter = makeFilter(facts, { ...choice, blocked: blocked.value })
				const bare = makeFilter(facts, choice)
				for (const target of serverTargets) {
					const added = target
						.make(filter)
						.reduce((sum, { text }) => sum + (text.match(/["'\\`$\r]/gu)?.length ?? 0), 0)
					const before = target
						.make(bare)
						.reduce((sum, { text }) => sum + (text.match(/["'\\`$\r]/gu)?.length ?? 0), 0)
					// Quotes come in pairs around whole names: two a name and place at most, never a backslash or a dollar.
					expect((added - before) % 2, target.id).toBe(0)
					expect(added - before, target.id).toBeLessThanOrEqual(4 * blocked.value.length)
				}
			}),
			{ numRuns: 30 },
		)
	})

	test.each(serverTargets.map((target) => [target.id, target] as const))(
		'%s refuses a filter that was not parsed',
		(_, target) => {
			const filter = makeTestFilter('strict')
			for (const hostile of [
				'a.example\nb',
				'a.example"',
				"a.example'",
				'a.example;',
				'a.example }',
				'$(id).example',
				'a b',
			])
				for (const part of ['blocked', 'allowed', 'empty'] as const)
					expect(() => target.make({ ...filter, [part]: [hostile] })).toThrow(/not of its form/u)
		},
	)

	test('each is written with at most a few steps for each of 500 own names', async () => {
		const own = Array.from({ length: maxNames }, (_unused, index) => `name-${index}.example.org`)
		const filters = [[], own].map((blocked) => makeTestFilter('strict', { blocked }))
		const counts = await countEach(
			serverTargets.flatMap(({ make }) => filters.map((filter) => () => make(filter))),
		)
		const more = serverTargets.map((_, at) => (counts[2 * at + 1] ?? Infinity) - (counts[2 * at] ?? 0))
		expect(serverTargets.filter((_, at) => (more[at] ?? Infinity) >= 20 * maxNames)).toEqual([])
		// A target that takes them has something to do for each.
		expect(Math.max(...more)).toBeGreaterThan(maxNames)
	})

	test.each(facts.resolvers.filter(isOffered).map(({ id }) => id))(
		'all make files for %s, or none at all',
		(resolver) => {
			const filter = makeTestFilter('strict', { resolver })
			for (const target of serverTargets) {
				const files = target.make(filter)
				expect(new Set(files.map(({ name: file }) => file)).size, target.id).toBe(files.length)
				if (files.length > 0)
					expect(
						files.some(({ purpose }) => purpose === 'use'),
						target.id,
					).toBe(true)
				else expect(filter.resolver.ipv4, target.id).toEqual([])
			}
		},
	)

	test('state that they cannot rewrite where they cannot', () => {
		for (const { id, canRewrite, limits } of serverTargets)
			expect(limits.includes('cannot-rewrite'), id).toBe(!canRewrite)
	})

	test('give a way back where it is more than deleting one file, in scripts that the shell can read', () => {
		for (const { id, make } of serverTargets) {
			const files = make(makeTestFilter('strict'))
			const used = files.filter(({ purpose }) => purpose === 'use')
			if (used.length > 1)
				expect(
					files.map(({ purpose }) => purpose),
					id,
				).toContain('undo')
			for (const { name: file, text } of files.filter(({ name: script }) => script.endsWith('.sh'))) {
				const { status, stderr } = spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' })
				expect({ file, status, stderr }).toEqual({ file, status: 0, stderr: '' })
			}
		}
	})
})
