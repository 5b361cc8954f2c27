import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openShapes } from '../../../../../tests/support/case-shapes.ts'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { makeChain, writeChain } from '../../../../../tests/support/custody-chain.ts'
import type { Chain, ExhibitThing } from './chain.ts'
import type { CaseGraph } from './graph.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '')
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/u)
const thing: fc.Arbitrary<ExhibitThing> = fc.oneof(
	fc.record({ kind: fc.constant('file' as const), name: text, bytes: fc.nat(), sha256 }),
	fc.record({ kind: fc.constant('address' as const), url: fc.webUrl() }),
	fc.record({ kind: fc.constant('account' as const), service: text, name: text }),
)
const act = fc.record({
	name: text,
	by: fc.nat(3),
	to: fc.nat(3),
	gap: fc.nat(1e8),
	lasts: fc.nat(1e6),
	on: fc.nat(),
	gives: fc.nat(),
	tool: fc.boolean(),
	place: fc.boolean(),
	record: fc.option(fc.record({ id: fc.uuid(), sha256, context: text })),
})

/** Chains of any shape: people and organisations, exhibits of each kind, acts in their order. */
const anyChain: fc.Arbitrary<Chain> = fc
	.record({
		seed: fc.uuid(),
		name: text,
		focus: text,
		roles: fc.array(fc.uniqueArray(text, { maxLength: 2 }), { minLength: 4, maxLength: 4 }),
		things: fc.array(thing, { maxLength: 4 }),
		acts: fc.array(act, { minLength: 1, maxLength: 6 }),
	})
	.map(({ seed, name, focus, roles, things, acts }) => {
		const pick = (nth: number) => (things.length > 0 ? [`e${nth % things.length}`] : [])
		let at = Date.UTC(2026, 10, 1)
		return {
			seed,
			name,
			focus,
			made: new Date(at),
			actors: roles.map((held, n) => ({
				key: `a${n}`,
				kind: n === 0 ? ('organization' as const) : ('person' as const),
				name: `Actor ${n}`,
				roles: held,
			})),
			tools: [{ key: 't', name: 'Tool', version: '1.0', kind: 'Sealing' }],
			locations: [{ key: 'l', name: 'Desk', country: 'MA' }],
			exhibits: things.map((one, n) => ({ key: `e${n}`, number: `T-${n + 1}`, thing: one })),
			acts: acts.map((one, n) => {
				at += one.gap
				return {
					key: `act${n}`,
					name: one.name,
					at: new Date(at),
					until: new Date(at + one.lasts),
					by: `a${one.by}`,
					to: [`a${one.to}`],
					on: pick(one.on),
					gives: pick(one.gives),
					...(one.tool && { with: ['t'] }),
					...(one.place && { where: 'l' }),
					...(one.record && { record: one.record }),
				}
			}),
		}
	})

/** A graph after a change of its first node of a type. */
const spoil = (type: string, change: (node: Record<string, unknown>) => void): CaseGraph => {
	const graph = structuredClone(writeChain(makeChain()))
	const node = graph['@graph'].find((one) => one['@type'] === type)
	if (!node) throw new Error(`spoiling a graph: it has no ${type}`)
	change(node)
	return graph
}

describeStandard('case-uco', (folder) => {
	const shapes = openShapes(folder)
	const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object

	test.each([
		['investigative_action_PASS', []],
		['investigative_action_XFAIL', ['exhibitNumber', 'rootExhibitNumber']],
		['thiqa-custody', []],
		['thiqa-custody-bad', ['exhibitNumber', 'startTime']],
	])('the shapes judge %s as its authors do', async (name, wrong) => {
		expect([...new Set((await shapes.judge(read(name))).map(({ path }) => path))].sort()).toEqual(wrong)
	})

	test('a chain with everything in it passes, in names that the ontology has', async () => {
		const graph = writeChain(makeChain())
		expect(await shapes.judge(graph)).toEqual([])
		expect(await shapes.findUnknownNames(graph)).toEqual([])
		expect(await shapes.countBlankNodes(graph)).toBe(0)
	})

	test('a name that the ontology does not have is found', async () => {
		const graph = spoil('uco-tool:Tool', (node) => (node['uco-tool:versoin'] = '1'))
		expect(await shapes.findUnknownNames(graph)).toEqual([
			'https://ontology.unifiedcyberontology.org/uco/tool/versoin',
		])
	})

	test('any chain passes', async () => {
		await fc.assert(
			fc.asyncProperty(anyChain, async (chain) => {
				const graph = writeChain(chain)
				expect(await shapes.judge(graph)).toEqual([])
				expect(await shapes.findUnknownNames(graph)).toEqual([])
				expect(await shapes.countBlankNodes(graph)).toBe(0)
			}),
			{ numRuns: 12 },
		)
	})

	describe('one thing that is missing or wrong fails', () => {
		test.each<[type: string, property: string, value: unknown]>([
			['uco-types:Hash', 'uco-types:hashValue', undefined],
			['uco-types:Hash', 'uco-types:hashMethod', undefined],
			['uco-types:Hash', 'uco-types:hashValue', 'not hexadecimal'],
			['uco-core:Relationship', 'uco-core:target', undefined],
			['uco-core:Relationship', 'uco-core:isDirectional', undefined],
			['uco-core:Relationship', 'uco-core:source', undefined],
			['case-investigation:ProvenanceRecord', 'case-investigation:exhibitNumber', 7],
			['case-investigation:InvestigativeAction', 'uco-action:startTime', '2026-11-26'],
			['case-investigation:InvestigativeAction', 'uco-action:performer', 'Amal'],
			['case-investigation:InvestigativeAction', 'uco-action:location', { '@id': 'urn:uuid:nowhere' }],
			['uco-tool:Tool', 'uco-core:name', 5],
			['uco-observable:ContentDataFacet', 'uco-observable:sizeInBytes', 'many'],
			['case-investigation:Investigation', 'case-investigation:focus', 1],
		])('%s %s', async (type, property, value) => {
			const graph = spoil(type, (node) => {
				// eslint-disable-next-line @typescript-eslint/no-dynamic-delete
				if (value === undefined) delete node[property]
				else node[property] = value
			})
			const found = await shapes.judge(graph)
			expect(found.filter(({ severity }) => severity === 'Violation').map(({ path }) => path)).toContain(
				property.replace(/^.*:/u, ''),
			)
		})
	})

	test('a context that lies elsewhere is not fetched', async () => {
		const graph = { ...writeChain(makeChain()), '@context': 'https://context.example/case.json' }
		await expect(shapes.judge(graph)).rejects.toThrow(/nothing is fetched|context/u)
	})
})
