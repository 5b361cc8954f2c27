import { describe, expect, test } from 'vitest'
import { countEach } from '../../../../../tests/support/work.ts'
import { closeAll, makeTestFilter, readProtectFacts } from '../../../../../tests/support/filters.ts'
import { makeFilter } from '../filter/filter.ts'
import { maxNames } from '../filter/host-name.ts'
import { isOffered } from '../resolver.ts'
import { targets } from './all.ts'
import { deviceTargets } from './devices.ts'

const facts = readProtectFacts()
const each = deviceTargets.map((target) => [target.id, target] as const)

describe('deviceTargets', () => {
	test('have ids of their own, and with the servers there are at least 26', () => {
		const ids = targets.map(({ id }) => id)
		expect(new Set(ids).size).toBe(ids.length)
		expect(ids.length).toBeGreaterThanOrEqual(26)
	})

	test.each(each)('%s refuses a filter that was not parsed', (_, target) => {
		const filter = makeTestFilter('strict')
		for (const hostile of ['a.example\nb', 'a.example"', "a.example'", 'a.example;', '$(id).example', 'a b'])
			for (const part of ['blocked', 'allowed', 'empty'] as const)
				expect(() => target.make({ ...filter, [part]: [hostile] })).toThrow(/not of its form/u)
	})

	test.each(each)(
		'%s writes the same files for the same filter, whatever the label of the resolver',
		(_, target) => {
			const filter = makeTestFilter('strict')
			const [first, second] = [target.make(filter), target.make(structuredClone(filter))]
			expect(first).toEqual(second)
			// A label may change a remark or a title; it adds no line and takes none away.
			const name = 'x\r\ny\u2028z\u0000 "\'`$(id) %PATH% </dict> #>'
			const labelled = target.make({ ...filter, resolver: { ...filter.resolver, name } })
			const count = (files: typeof first) => files.map(({ text }) => text.split(/[\r\n\u2028\u0085]/u).length)
			expect(count(labelled)).toEqual(count(first))
		},
	)

	test('each is written with at most a few steps for each of 500 own names', async () => {
		const own = Array.from({ length: maxNames }, (_unused, index) => `name-${index}.example.org`)
		const [none, many] = [[], own].map((blocked) => makeTestFilter('strict', { blocked }))
		if (!none || !many) throw new Error('two filters are wanted')
		const counts = await countEach(
			deviceTargets.flatMap(({ make }) => [none, many].map((filter) => () => make(filter))),
		)
		const steps = deviceTargets.map(({ id }, at): [string, number] => [
			id,
			(counts[2 * at + 1] ?? Infinity) - (counts[2 * at] ?? 0),
		])
		expect(steps.filter(([, more]) => more >= 20 * maxNames)).toEqual([])
		// A target that takes them has something to do for each.
		expect(steps.filter(([, more]) => more >= maxNames).length).toBeGreaterThan(deviceTargets.length / 2)
	})

	test.each(facts.resolvers.filter(isOffered).map(({ id }) => id))(
		'all make files for %s, or none where it cannot be asked in their way',
		(resolver) => {
			const filter = makeTestFilter('strict', { resolver })
			for (const target of deviceTargets) {
				const files = target.make(filter)
				expect(new Set(files.map(({ name }) => name)).size, target.id).toBe(files.length)
				if (files.length > 0)
					expect(files.filter(({ purpose }) => purpose === 'use').length, target.id).toBeGreaterThan(0)
				else
					expect([filter.resolver.ipv4, filter.resolver.doh, filter.resolver.dot]).toContainEqual(
						filter.resolver.ipv4.length === 0 ? [] : undefined,
					)
			}
		},
	)

	test('have an undo in a file, or say that they can be taken off by hand', () => {
		const filter = makeFilter(facts, { resolver: 'cloudflare-family', level: 'strict', closes: closeAll })
		// Pasted or put in place of a new installation: what was pasted is taken out again.
		const byHand = ['adguard-home-rules', 'pihole', 'pfsense']
		for (const { id, limits, make } of deviceTargets) {
			const hasUndo = make(filter).some(({ purpose }) => purpose === 'undo')
			expect(hasUndo || limits.includes('removable-by-user') || byHand.includes(id), id).toBe(true)
		}
	})

	test('state that they cannot rewrite where they cannot', () => {
		for (const { id, canRewrite, limits } of deviceTargets)
			expect(limits.includes('cannot-rewrite'), id).toBe(!canRewrite)
	})
})
