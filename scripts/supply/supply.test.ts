import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVersions, findInAudit, findInFiles, type OsvFile } from './advisory.ts'
import { judgeSupply, parseRecord, type Known, type SupplyRecord } from './judge.ts'
import { listProduction, readLock, toName, type Lock } from './lock-file.ts'

test('compareVersions() puts versions in the order of semver.org, section 11', () => {
	const ordered = [
		'1.0.0-alpha',
		'1.0.0-alpha.1',
		'1.0.0-alpha.beta',
		'1.0.0-beta',
		'1.0.0-beta.2',
		'1.0.0-beta.11',
		'1.0.0-rc.1',
		'1.0.0',
		'2.0.0',
		'2.1.0',
		'2.1.1',
		'2.1.10',
	]
	const order = fc.tuple(fc.nat(ordered.length - 1), fc.nat(ordered.length - 1))
	fc.assert(
		fc.property(order, ([a, b]) => {
			expect(Math.sign(compareVersions(ordered[a] ?? '', ordered[b] ?? ''))).toBe(Math.sign(a - b))
		}),
	)
	expect(compareVersions('0', '0.0.0')).toBe(0)
	expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0)
})

const lock: Lock = {
	'': { version: '1.0.0' },
	'node_modules/a': { version: '1.2.0' },
	'node_modules/b/node_modules/a': { version: '2.0.0' },
	'node_modules/c': { version: '3.0.0' },
}
const about = (
	name: string,
	events: { introduced?: string; fixed?: string; last_affected?: string }[],
	more: Partial<OsvFile> = {},
): OsvFile => ({
	id: 'GHSA-test',
	summary: 'A hole',
	affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
	...more,
})
const versions = (file: OsvFile): string[] => findInFiles(lock, [file]).map(({ version }) => version)

test('findInFiles() finds a hole in the very version that we have, and in no other', () => {
	expect(versions(about('a', [{ introduced: '0' }, { fixed: '1.2.0' }]))).toEqual([])
	expect(versions(about('a', [{ introduced: '0' }, { fixed: '1.2.1' }]))).toEqual(['1.2.0'])
	expect(versions(about('a', [{ introduced: '1.0.0' }, { last_affected: '2.0.0' }]))).toEqual([
		'1.2.0',
		'2.0.0',
	])
	expect(
		versions(
			about('a', [{ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '2.0.0' }, { fixed: '2.0.1' }]),
		),
	).toEqual(['2.0.0'])
	expect(versions(about('other', [{ introduced: '0' }]))).toEqual([])
	expect(versions(about('a', [{ introduced: '0' }], { withdrawn: '2026-01-01T00:00:00Z' }))).toEqual([])
	const listed: OsvFile = {
		id: 'MAL-1',
		affected: [{ package: { ecosystem: 'npm', name: 'c' }, versions: ['3.0.0'] }],
	}
	expect(versions(listed)).toEqual(['3.0.0'])
	const elsewhere: OsvFile = {
		id: 'PYSEC-1',
		affected: [{ package: { ecosystem: 'PyPI', name: 'c' }, versions: ['3.0.0'] }],
	}
	expect(versions(elsewhere)).toEqual([])
})

test('findInAudit() reads what npm tells, and takes a refusal for no answer', () => {
	const via = {
		name: 'a',
		url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
		title: 'A hole',
		range: '<2',
	}
	expect(findInAudit({ vulnerabilities: { a: { via: [via] }, b: { via: ['a'] } } })).toEqual([
		{ id: 'GHSA-aaaa-bbbb-cccc', package: 'a', version: '<2', title: 'A hole' },
	])
	expect(findInAudit({})).toBeUndefined()
})

const record: SupplyRecord = {
	checked: '2026-11-29',
	behind: [{ package: 'a', judged: '2.0.0', why: 'a reason of some length', until: '2026-12-31' }],
	advisories: [{ id: 'GHSA-x', package: 'c', why: 'a reason of some length', until: '2026-12-31' }],
	licences: ['MIT'],
}
const asRecorded: Known = {
	outdated: { a: { current: '1.2.0', latest: '2.0.0' } },
	advisories: [{ id: 'GHSA-x', package: 'c', version: '3.0.0', title: 'A hole' }],
	licences: new Map([['a', 'MIT']]),
	today: '2026-12-31',
}
const judge = (more: Partial<Known>): string => judgeSupply(record, { ...asRecorded, ...more }).join('\n')

test('judgeSupply() says nothing while all is as recorded', () => expect(judge({})).toBe(''))

test.each<[string, Partial<Known>, string]>([
	[
		'a package that is newly behind',
		{ outdated: { ...asRecorded.outdated, b: { latest: '1.0.0' } } },
		'b none: 1.0.0',
	],
	[
		'a version that nobody has judged',
		{ outdated: { a: { current: '1.2.0', latest: '2.0.1' } } },
		'2.0.1 is newer',
	],
	[
		'a day that is over',
		{ today: '2027-01-01' },
		'a: accepted until 2026-12-31; look again\nGHSA-x c: accepted',
	],
	['what is no longer behind', { outdated: {} }, 'a: is no longer behind'],
	[
		'a new hole',
		{
			advisories: [
				...(asRecorded.advisories ?? []),
				{ id: 'GHSA-y', package: 'a', version: '1.2.0', title: 'Worse' },
			],
		},
		'GHSA-y a 1.2.0: Worse',
	],
	['a hole that is mended', { advisories: [] }, 'GHSA-x c: is mended'],
	['a registry that does not answer', { outdated: undefined }, 'newer versions: nobody could be asked'],
	['nobody to ask for holes', { advisories: undefined }, 'known holes: nobody could be asked'],
	[
		'a licence that nobody has judged',
		{ licences: new Map([['a', 'GPL-3.0-only']]) },
		'licence GPL-3.0-only',
	],
])('judgeSupply() tells of %s', (_, more, told) => expect(judge(more)).toContain(told))

test('the recorded answer is of its form, gives a reason for each, and judges every licence of what runs', () => {
	const ours = parseRecord(readFileSync('docs/supply.yaml', 'utf8'))
	const all = readLock()
	const known: Known = {
		outdated: Object.fromEntries(ours.behind.map((one) => [one.package, { latest: one.judged }])),
		advisories: ours.advisories.map((one) => ({ ...one, version: '', title: '' })),
		licences: new Map(listProduction(all).map((place) => [toName(place), all[place]?.license])),
		today: ours.checked,
	}
	expect(judgeSupply(ours, known)).toEqual([])
})
