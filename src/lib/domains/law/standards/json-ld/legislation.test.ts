import { expect, test } from 'vitest'
import { makeInstrument, makeLaw, makeVersion, readLaw } from '../../../../../../tests/support/law-files.ts'
import { makeDatasetFiles, readDataset } from '../../../../../../tests/support/law-standards.ts'
import { buildDataset } from '../dataset.ts'
import { toLegislation, toProvisionLegislation } from './legislation.ts'
import type { StandardsContext } from './legislation-links.ts'

const origin = 'https://thiqa.example'
const real: StandardsContext = { law: readLaw(), dataset: readDataset(), origin }
const makeContext = (changes: Record<string, unknown> = {}): StandardsContext => ({
	law: makeLaw(changes),
	dataset: buildDataset(makeDatasetFiles()),
	origin,
})

test('law 07-03 is described with its number, its days, its issues and what it changed', () => {
	expect(toLegislation(real, 'ma-law-07-03')).toMatchObject({
		'@context': 'https://schema.org',
		'@type': 'Legislation',
		'@id': `${origin}/eli/ma/loi/2003/07-03`,
		legislationIdentifier: ['07-03', `${origin}/eli/ma/loi/2003/07-03`],
		legislationJurisdiction: 'MA',
		legislationDate: '2003-11-11',
		legislationLegalForce: 'https://schema.org/InForce',
		datePublished: '2003-12-22',
		legislationChanges: [{ '@id': `${origin}/eli/ma/dahir/1962/1-59-413` }],
	})
	expect(toLegislation(real, 'ma-law-07-03')?.legislationAmends).toContainEqual({
		'@type': 'Legislation',
		'@id': `${origin}/eli/ma/dahir/1962/1-59-413/art_607-3`,
		legislationIdentifier: '607-3',
	})
})

test('every summary says that it is ours', () => {
	const node = toLegislation(makeContext(), 'law-1')
	expect(node?.abstract).toContainEqual({ '@language': 'fr', '@value': 'ownWords fr says of law-1' })
	const marks = Object.values(real.dataset.ownWords)
	for (const { id } of real.law.instruments)
		for (const text of collect(toLegislation(real, id, 'whole'), 'abstract'))
			expect(
				marks.some((mark) => JSON.stringify(text).includes(mark)),
				id,
			).toBe(true)
})

test('what is not known is left out: no null, no empty list, no day that no record has', () => {
	const days = new Set(JSON.stringify([real.law, real.dataset]).match(/\d{4}-\d{2}-\d{2}/gu))
	for (const { id } of real.law.instruments) {
		const text = JSON.stringify(toLegislation(real, id, 'whole') ?? {})
		expect(text, id).not.toMatch(/:(null|\[\]|\{\}|"")[,}]/u)
		for (const [day] of text.matchAll(/\d{4}-\d{2}-\d{2}/gu)) expect(days.has(day), `${id} ${day}`).toBe(true)
	}
})

test('legal force is said only where the status says it', () => {
	const force = (is: string): unknown =>
		toLegislation(
			makeContext({
				'instruments/law-1.yaml': makeInstrument('law-1', {
					status: { is, asOf: '2026-11-24', consolidatedTo: null },
				}),
			}),
			'law-1',
		)?.legislationLegalForce
	expect(force('in-force')).toBe('https://schema.org/InForce')
	expect(force('withdrawn')).toBe('https://schema.org/NotInForce')
	expect(force('unknown')).toBeUndefined()
})

test('an announcement is no legal text, and strangers are not described', () => {
	const context = makeContext({
		'instruments/plan.yaml': makeInstrument('plan', { kind: 'announcement' }),
	})
	expect(toLegislation(context, 'plan')).toBeUndefined()
	expect(toLegislation(context, 'nowhere')).toBeUndefined()
	expect(toProvisionLegislation(context, 'nowhere')).toBeUndefined()
})

test('an article names its instrument, the day since when it reads so, and what added it', () => {
	const node = toProvisionLegislation(makeContext(), 'code-447-3')
	expect(node).toMatchObject({
		name: 'Article 447-3',
		isPartOf: { '@id': `${origin}/law/data/jsonld/code.jsonld#instrument` },
		temporalCoverage: '2005-01-01/..',
		'@reverse': { legislationAmends: [{ '@id': `${origin}/eli/ma/loi/2004/07-03` }] },
	})
	const undated = makeContext({ 'versions.yaml': [makeVersion('v', { day: null, basis: null })] })
	expect(toProvisionLegislation(undated, 'code-447-3')).not.toHaveProperty('temporalCoverage')
})

test('only terms of schema.org/Legislation and JSON-LD are used', () => {
	const terms = new Set([
		'@context',
		'@type',
		'@id',
		'@reverse',
		'@language',
		'@value',
		'name',
		'url',
		'keywords',
		'abstract',
		'legislationIdentifier',
		'legislationType',
		'legislationJurisdiction',
		'legislationDate',
		'legislationDateVersion',
		'legislationLegalForce',
		'legislationChanges',
		'legislationAmends',
		'temporalCoverage',
		'datePublished',
		'inLanguage',
		'isPartOf',
		'hasPart',
		'subjectOf',
		'license',
		'isAccessibleForFree',
		'citation',
		'issueNumber',
		'pageStart',
		'sdLicense',
		'sdDatePublished',
		'sdPublisher',
	])
	const used = new Set<string>()
	for (const { id } of real.law.instruments) collectKeys(toLegislation(real, id, 'whole'), used)
	expect([...used].filter((term) => !terms.has(term))).toEqual([])
})

const collectKeys = (value: unknown, into: Set<string>): void => {
	if (value === null || typeof value !== 'object') return
	if (!Array.isArray(value)) for (const key of Object.keys(value)) into.add(key)
	for (const inner of Object.values(value)) collectKeys(inner, into)
}

/** Every entry of the lists that stand under a key, however deep. */
const collect = (value: unknown, key: string): unknown[] => {
	if (value === null || typeof value !== 'object') return []
	return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
		name === key && Array.isArray(inner) ? (inner as unknown[]) : collect(inner, key),
	)
}
