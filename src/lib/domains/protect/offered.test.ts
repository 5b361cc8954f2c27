import { describe, expect, test } from 'vitest'
import { readProtectFacts } from '../../../../tests/support/filters.ts'
import { makeFilter, type FilterChoice } from './filter/filter.ts'
import { getDefaultChoice } from './filter/filter-query.ts'
import { parseHostName, type HostName } from './filter/host-name.ts'
import { getOffered } from './offered.ts'
import { targets } from './targets/all.ts'

const facts = readProtectFacts()
const usual = getDefaultChoice(facts)
const toName = (text: string): HostName => {
	const parsed = parseHostName(text)
	if (!parsed.ok) throw new Error(text)
	return parsed.value
}
const [own, below] = [toName('jeux.example.net'), toName('ok.jeux.example.net')]

describe.each(targets)('what is offered for $id', (target) => {
	const offered = getOffered(facts, target)
	const write = (change: Partial<FilterChoice>) =>
		JSON.stringify(target.make(makeFilter(facts, { ...usual, ...change })))

	test('every choice changes the bytes of a file', () => {
		const written = offered.levels.map((level) => write({ level }))
		expect(new Set(written).size).toBe(offered.levels.length)
		for (const bypass of offered.bypasses)
			expect(write({ closes: { ...usual.closes, [bypass]: false } }), bypass).not.toBe(write({}))
		if (offered.blocked) expect(write({ blocked: [own] })).not.toBe(write({}))
		if (offered.allowed)
			expect(write({ blocked: [own], allowed: [below] })).not.toBe(write({ blocked: [own] }))
		if (target.usesResolver) expect(write({ resolver: 'cleanbrowsing-family' })).not.toBe(write({}))
	})

	test('what is not offered changes none', () => {
		if (!offered.blocked) expect(write({ blocked: [own] })).toBe(write({}))
	})
})

test('a place that is only told whom to ask offers nothing but whom to ask', () => {
	for (const id of [
		'android-private-dns',
		'apple-doh',
		'windows-powershell',
		'systemd-resolved',
		'tv',
		'console',
	]) {
		const target = targets.find((candidate) => candidate.id === id)
		expect(target && getOffered(facts, target), id).toEqual({
			levels: [],
			bypasses: [],
			blocked: false,
			allowed: false,
		})
	}
	const dnsmasq = targets.find(({ id }) => id === 'dnsmasq')
	expect(dnsmasq && getOffered(facts, dnsmasq)).toEqual({
		levels: ['gentle', 'balanced', 'strict'],
		bypasses: ['canary', 'privateRelay', 'ddr', 'doh'],
		blocked: true,
		allowed: true,
	})
})
