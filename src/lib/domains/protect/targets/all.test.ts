import { readFileSync } from 'node:fs'
import type { ConfigFile } from '#tools/dns-filter'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { targets } from './all.ts'
import { shelves, targetGroups } from '../targets.ts'

/** Their program looks for them under this name and no other. */
const required = ['policies.json']

describe('targets', () => {
	test('give one name to one file: two downloads never take the place of each other', () => {
		const filter = makeTestFilter('strict')
		const texts = new Map<string, Set<string>>()
		for (const { name, text } of targets.flatMap(({ make }) => make(filter)))
			texts.set(name, (texts.get(name) ?? new Set()).add(text))
		const shared = [...texts].filter(([, all]) => all.size > 1).map(([name]) => name)
		expect(shared.filter((name) => !required.includes(name))).toEqual([])
	})

	test('are all proved: what has no line in proofs.yaml was tried by nobody', () => {
		const proofs = parse(readFileSync('content/protect/proofs.yaml', 'utf8')) as { target: string }[]
		expect(proofs.map(({ target }) => target).sort()).toEqual(targets.map(({ id }) => id).sort())
	})

	test.each(targets.map((target) => [target.id, target] as const))(
		'%s says whether the chosen resolver stands in its files',
		(_, { make, usesResolver }) => {
			const filter = makeTestFilter('strict')
			const other = {
				id: 'other',
				name: 'Other',
				ipv4: ['192.0.2.1'],
				ipv6: ['2001:db8::1'],
				doh: 'https://other.example/dns-query',
				dot: 'other.example',
			}
			const toTexts = (files: readonly ConfigFile[]) => files.map(({ text }) => text)
			const [chosen, changed] = [make(filter), make({ ...filter, resolver: other })].map(toTexts)
			expect(usesResolver).toBe(chosen?.join() !== changed?.join())
		},
	)
})

test('every group of targets stands on exactly one shelf of the tools', () => {
	expect(Object.values(shelves).flat().sort()).toEqual([...targetGroups].sort())
})
