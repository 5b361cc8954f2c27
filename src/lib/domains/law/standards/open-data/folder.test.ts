import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { readLaw } from '../../../../../../tests/support/law-files.ts'
import { readDataset, toSha256 } from '../../../../../../tests/support/law-standards.ts'
import type { LawDataset } from '../dataset.ts'
import { makeDataFolder } from './folder.ts'

type Distribution = {
	address: string
	type: string
	bytes: number
	conformsTo?: string
	checksum: { value: string }
}
type Catalogue = {
	'@context': Record<string, unknown>
	datasets: ({ kind: string; records: number; files: Distribution[] } & Record<string, unknown>)[]
	instruments: { id: string; iri: string; eliLack?: string }[]
}

const law = readLaw()
const dataset = readDataset()
const read = (name: string, of: LawDataset = dataset): string =>
	makeDataFolder(law, of, toSha256).find((file) => file.name === name)?.text ?? ''
const folder = new Map(makeDataFolder(law, dataset, toSha256).map((file) => [`/law/data/${file.name}`, file]))
const catalogue = JSON.parse(read('index.json')) as Catalogue

test('the catalogue names every table and every file of records, with true size and checksum', () => {
	const files = catalogue.datasets.flatMap((one) => one.files)
	for (const { address, bytes, checksum, type } of files) {
		const file = folder.get(address)
		expect(Buffer.byteLength(file?.text ?? '')).toBe(bytes)
		expect(toSha256(file?.text ?? '')).toBe(checksum.value)
		expect(type.endsWith(file?.type ?? '?')).toBe(true)
	}
	const listed = new Set(files.map(({ address }) => address))
	const all = [...folder.keys()].filter((path) => /(?<!\.schema)\.(json|csv)$/u.test(path))
	const own = ['index', 'changelog', 'datacite'].map((name) => `/law/data/${name}.json`)
	expect(all.filter((path) => !listed.has(path)).sort()).toEqual(own.sort())
	for (const { conformsTo } of files) if (conformsTo) expect(folder.has(conformsTo)).toBe(true)
})

test('what the catalogue says of its data sets and files are statements, not only JSON', () => {
	const terms = catalogue['@context']
	const [set] = catalogue.datasets
	const keys = [...Object.keys(set ?? {}), ...Object.keys(set?.files[0] ?? {})]
	// `records` counts; DCAT has no term for it
	expect(keys.filter((key) => !key.startsWith('@') && !(key in terms))).toEqual(['records'])
})

test('the catalogue leads to every legal text', () => {
	expect(catalogue.instruments).toHaveLength(
		law.instruments.filter(({ kind }) => kind !== 'announcement').length,
	)
	for (const { iri, eliLack } of catalogue.instruments)
		expect(iri.startsWith('/eli/ma/')).toBe(eliLack === undefined)
})

const citing = ['index.json', 'datacite.json', 'CITATION.cff']

test('no DOI is made up', () => {
	for (const name of citing) expect(read(name)).not.toMatch(/\b10\.\d{4,9}\//u)
	expect(JSON.parse(read('datacite.json'))).not.toHaveProperty('doi')
})

test('a DOI that somebody has registered stands in every citation', () => {
	for (const name of citing)
		expect(read(name, { ...dataset, doi: '10.5281/zenodo.1' })).toContain('10.5281/zenodo.1')
})

test('the citation file is YAML with the fields that its format asks for', () => {
	expect(parse(read('CITATION.cff'))).toMatchObject({
		'cff-version': '1.2.0',
		title: dataset.title.en,
		authors: [{ name: dataset.creator.en }],
		type: 'dataset',
		version: dataset.version,
		'date-released': dataset.day,
		license: 'CC-BY-4.0',
	})
})

test('a citation names who made the data, the version and its day, in three languages', () => {
	const { cite } = JSON.parse(read('index.json')) as {
		cite: { text: Record<string, string>; bibtex: string }
	}
	expect(cite.text).toEqual({
		ar: expect.stringContaining(`(${dataset.version}، ${dataset.day}). ${dataset.publisher.ar}.`) as string,
		fr: expect.stringContaining(dataset.title.fr) as string,
		en: expect.stringMatching(/^Thiqa contributors \(\d{4}\)\. .* CC BY 4\.0\.$/u) as string,
	})
	expect(cite.bibtex.match(/[{}]/gu)?.join('')).toMatch(/^\{\{\{\}\}(\{\})+\}$/u)
})

test('the fields that a DOI agency asks for are there', () => {
	const datacite = JSON.parse(read('datacite.json')) as Record<string, unknown>
	for (const field of ['creators', 'titles', 'publisher', 'publicationYear', 'types', 'schemaVersion'])
		expect(datacite[field], field).toBeTruthy()
})

test('the changelog leaves as data, newest first', () => {
	const { versions } = JSON.parse(read('changelog.json')) as { versions: { version: string }[] }
	expect(versions[0]?.version).toBe(dataset.version)
	expect(versions).toHaveLength(dataset.changelog.length)
})
