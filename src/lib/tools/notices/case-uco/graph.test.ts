import { expect, test } from 'vitest'
import { makeChain, writeChain } from '../../../../../tests/support/custody-chain.ts'
import type { Chain } from './chain.ts'
import { toCaseGraph } from './graph.ts'
import { makeNamedId } from './ids.ts'

const findPaths = (change: Partial<Chain>): string[] => {
	const written = toCaseGraph(makeChain(change))
	return written.ok ? [] : written.issues.map(({ path }) => path)
}
const [first, ...others] = makeChain().acts
const withFirst = (change: Partial<typeof first>): Chain['acts'] =>
	first ? [{ ...first, ...change }, ...others] : []

test('makeNamedId() gives the id of the standard', () => {
	const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
	expect(makeNamedId(namespace, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('the same chain is the same document, and another seed shares no id with it', () => {
	const ids = (chain: Chain) => writeChain(chain)['@graph'].map((node) => node['@id'])
	expect(writeChain(makeChain())).toEqual(writeChain(makeChain()))
	const other = ids(makeChain({ seed: '00000000-0000-4000-8000-000000000000' }))
	expect(ids(makeChain()).filter((id) => other.includes(id))).toEqual([])
	expect(new Set(other).size).toBe(other.length)
})

test('acts stand in their order, each after the one before', () => {
	const acts = writeChain(makeChain())['@graph'].filter((node) =>
		node['@type'].endsWith('InvestigativeAction'),
	)
	expect(acts.map((node) => node['uco-core:name'])).toEqual(['received', 'opened', 'handed over'])
	expect(acts.map((node) => node['case-investigation:wasInformedBy'])).toEqual([
		undefined,
		{ '@id': acts[0]?.['@id'] },
		{ '@id': acts[1]?.['@id'] },
	])
	expect(acts[2]).toMatchObject({
		'uco-action:startTime': { '@type': 'xsd:dateTime', '@value': '2026-11-26T11:00:00Z' },
		'uco-action:endTime': { '@value': '2026-11-26T11:00:02Z' },
	})
})

test('an entry elsewhere stands with its id and its digest', () => {
	const text = JSON.stringify(writeChain(makeChain()))
	expect(text).toContain('"uco-core:externalIdentifier":"6b0a7a34-3c0c-4b21-8f6a-5a8f3b0c9d11"')
	expect(text).toContain(`"@value":"${'b'.repeat(64)}"`)
})

test.each<[string, Partial<Chain>]>([
	['seed', { seed: 'T-1' }],
	['name', { name: ' ' }],
	['made', { made: new Date(Number.NaN) }],
	['acts', { acts: [] }],
	['acts', { acts: makeChain().acts.toReversed() }],
	['acts.0', { acts: withFirst({ by: 'nobody' }) }],
	['acts.0', { acts: withFirst({ gives: ['nothing'] }) }],
	['acts.0.name', { acts: withFirst({ name: '' }) }],
	['acts.0.until', { acts: withFirst({ until: new Date('2026-11-26T08:00:00Z') }) }],
	['acts.0.record', { acts: withFirst({ record: { id: 'x', sha256: 'B'.repeat(64), context: 'x' } }) }],
	[
		'keys',
		{
			tools: [
				{ key: 'desk', name: 'Twice' },
				{ key: 'tool', name: 'Tool' },
			],
		},
	],
])('toCaseGraph() refuses a chain with a fault in %s', (path, change) => {
	expect(findPaths(change)).toContain(path)
})

test('a file is its digest and its size', () => {
	const [exhibit, ...rest] = makeChain().exhibits
	if (exhibit?.thing.kind !== 'file') throw new Error('the first exhibit is a file')
	const withFile = (change: object) => [{ ...exhibit, thing: { ...exhibit.thing, ...change } }, ...rest]
	expect(findPaths({ exhibits: withFile({ sha256: 'no digest' }) })).toEqual(['exhibits.0.sha256'])
	expect(findPaths({ exhibits: withFile({ bytes: -1 }) })).toEqual(['exhibits.0.bytes'])
})
