import { expect, test } from 'vitest'
import { makeDatasetFiles, readDataset } from '../../../../../tests/support/law-standards.ts'
import { buildDataset, compareVersions } from './dataset.ts'

test('the newest entry of the changelog is the version and the day of the data', () => {
	const dataset = buildDataset(makeDatasetFiles())
	expect([dataset.version, dataset.day]).toEqual(['1.1.0', '2026-12-01'])
	expect(dataset.changelog.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
})

test('the data set of the product can be read and names no DOI that nobody has registered', () => {
	expect(readDataset().doi).toBeNull()
})

test('versions are ordered as numbers, not as texts', () => {
	expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
	expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0)
	expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
})

const entry = (version: string, day: string): string =>
	`- { version: ${version}, day: ${day}, says: { ar: a, fr: b, en: c } }`

test.each([
	['a changelog that is not newest first', [entry('1.0.0', '2026-11-25'), entry('1.1.0', '2026-12-01')]],
	[
		'a version that is published before an older one',
		[entry('1.1.0', '2026-01-01'), entry('1.0.0', '2026-11-25')],
	],
	['the same version twice', [entry('1.0.0', '2026-11-25'), entry('1.0.0', '2026-11-25')]],
	['a day that no calendar has', [entry('1.0.0', '2026-02-30')]],
	['something that is no version', [entry('v1', '2026-11-25')]],
	['an empty changelog', ['[]']],
])('%s stops the build and names the file', (_, lines) => {
	expect(() => buildDataset(makeDatasetFiles({ 'content/law/changelog.yaml': lines.join('\n') }))).toThrow(
		/content\/law\/changelog\.yaml:/u,
	)
})

test('a DOI is either blank or has the form of one', () => {
	const set = (doi: string): Map<string, string> => {
		const files = makeDatasetFiles()
		const text = files.get('content/law/dataset.yaml') ?? ''
		return files.set('content/law/dataset.yaml', text.replace('doi: null', `doi: ${doi}`))
	}
	expect(buildDataset(set('10.5281/zenodo.1')).doi).toBe('10.5281/zenodo.1')
	expect(() => buildDataset(set('https://doi.org/10.5281/zenodo.1'))).toThrow(/must be a DOI/u)
	expect(() => buildDataset(set('soon'))).toThrow(/must be a DOI/u)
})

test('files that are missing are named together', () => {
	expect(() => buildDataset(new Map())).toThrow(/dataset\.yaml:[^]*changelog\.yaml:/u)
})
