import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { readXarfSchemas } from '../../../../../tests/support/xarf-schemas.ts'
import { csamClassifications, csemExploitationTypes, toXarf, type XarfReport } from './index.ts'

const desk = { org: 'Desk of an example', contact: 'desk@desk.example', domain: 'desk.example' }
const csam: XarfReport = {
	reportId: '3d1f0c52-4f0e-4f2e-9a55-0d5f6a1c7b11',
	seenAt: new Date('2026-11-25T10:00:00+01:00'),
	reporter: desk,
	url: 'https://pictures.example/album/17?page=2',
	finding: { type: 'csam', classification: 'baseline', detectionMethod: 'manual_review', mediaType: 'image' },
	evidence: [{ text: 'Album 17, page 2, third picture. العنوان كما كُتب.', description: 'Where it stands' }],
}
const csem: XarfReport = {
	...csam,
	verified: { at: new Date('2026-11-25T09:30:00Z'), method: 'manual' },
	sender: { ...desk, org: 'Another desk' },
	sourceAddress: '192.0.2.7',
	description: 'An adult asks a child for pictures.',
	hostCountry: 'FR',
	finding: {
		type: 'csem',
		exploitationType: 'sextortion',
		detectionMethod: 'user_report',
		victimAgeRange: 'pubescent',
		platform: 'messaging_app',
		evidenceTypes: ['chat_logs', 'user_profile'],
		accountId: 'somebody_17',
		reportedTo: ['local_law_enforcement', 'platform_safety_team'],
	},
	evidence: [],
}

const write = (report: XarfReport): Record<string, unknown> => {
	const written = toXarf(report)
	if (!written.ok) throw new Error(JSON.stringify(written.issues))
	return written.value
}
const findPaths = (change: Partial<XarfReport>): string[] => {
	const written = toXarf({ ...csam, ...change })
	return written.ok ? [] : written.issues.map(({ path }) => path)
}

test('toXarf() writes a report of abuse material, times in UTC, with the host where no address of the source is known', () => {
	expect(write(csam)).toMatchObject({
		xarf_version: '4.2.0',
		timestamp: '2026-11-25T09:00:00.000Z',
		sender: desk,
		source_identifier: 'pictures.example',
		category: 'content',
		type: 'csam',
		classification: 'baseline',
		detection_method: 'manual_review',
		url: 'https://pictures.example/album/17?page=2',
		domain: 'pictures.example',
	})
})

test('toXarf() writes a report of exploitation under the names of the standard', () => {
	expect(write(csem)).toMatchObject({
		type: 'csem',
		exploitation_type: 'sextortion',
		victim_age_range: 'pubescent',
		source_identifier: '192.0.2.7',
		perpetrator_indicators: { account_id: 'somebody_17' },
		reporting_obligations: ['local_law_enforcement', 'platform_safety_team'],
		verified_at: '2026-11-25T09:30:00.000Z',
		country_code: 'FR',
	})
})

test('evidence is the text, its size and its hash, whatever letters it holds', () => {
	// The mark of a letter that could not be read stands where a file was taken for words.
	const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\ufffd'))
	fc.assert(
		fc.property(words, (text) => {
			const [item] = write({ ...csam, evidence: [{ text, description: 'x' }] })['evidence'] as {
				payload: string
				size: number
				hash: string
			}[]
			const bytes = Buffer.from(item?.payload ?? '', 'base64')
			expect(bytes.toString()).toBe(text)
			expect(item?.size).toBe(bytes.length)
			expect(item?.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
		}),
	)
})

test('sharing and a try are tags', () => {
	expect(write({ ...csam, tlp: 'amber+strict', isTest: true, tags: ['a:b'] })['tags']).toEqual([
		'tlp:amber+strict',
		'lifecycle:test',
		'a:b',
	])
	expect(write(csam)).not.toHaveProperty('tags')
	expect(findPaths({ tags: ['no namespace'] })).toEqual(['tags'])
	expect(findPaths({ tags: Array<string>(21).fill('a:b') })).toEqual(['tags'])
})

test('fields that nobody filled in are left out', () => {
	expect(JSON.stringify(write({ ...csam, evidence: [] }))).not.toMatch(/null|evidence"|hash_values|verified/u)
})

test.each<[string, Partial<XarfReport>]>([
	['reportId', { reportId: 'f7a8b9c0-d1e2-3456-fabc-def012345678' }],
	['seenAt', { seenAt: new Date('never') }],
	['reporter', { reporter: { ...desk, contact: 'desk@desk.example, other@desk.example' } }],
	['sender', { sender: { ...desk, domain: 'no domain' } }],
	['url', { url: 'javascript:alert(1)' }],
	['url', { url: 'pictures.example' }],
	['description', { description: 'x'.repeat(1001) }],
	['hostCountry', { hostCountry: 'France' }],
	['evidence', { evidence: Array(51).fill({ text: '', description: '' }) as XarfReport['evidence'] }],
	['evidence', { evidence: [{ text: 'ب'.repeat(2_621_441), description: '' }] }],
	['evidence', { evidence: [{ text: '', description: 'x'.repeat(501) }] }],
	['finding.hashes.md5', { finding: { ...csam.finding, hashes: { md5: 'x' } } as XarfReport['finding'] }],
])('toXarf() names %s when it is wrong', (path, change) => {
	expect(findPaths(change)).toContain(path)
})

test('toXarf() names every wrong field at once', () => {
	expect(findPaths({ url: '', hostCountry: 'x', reportId: '' })).toEqual(['reportId', 'url', 'hostCountry'])
})

describeStandard('xarf', (shared) => {
	describe('the schemas of XARF', () => {
		const findErrors = readXarfSchemas(shared)

		test('accept both kinds of report, full and bare', () => {
			const reports: XarfReport[] = [
				csam,
				csem,
				{
					...csam,
					evidence: [],
					finding: { ...csam.finding, hashes: { sha256: 'a'.repeat(64) } } as XarfReport['finding'],
				},
				{ ...csem, url: 'http://xn--mgbah1a3hjkrd.xn--mgbc0a9azcg/x', sender: desk },
				{ ...csam, url: 'http://[2001:db8::1]:8080/x' },
			]
			for (const report of reports) expect(findErrors(write(report))).toEqual([])
		})

		test('accept every class and every way of exploitation', () => {
			for (const classification of csamClassifications)
				expect(
					findErrors(
						write({ ...csam, finding: { ...csam.finding, classification } as XarfReport['finding'] }),
					),
				).toEqual([])
			for (const exploitationType of csemExploitationTypes)
				expect(
					findErrors(
						write({ ...csem, finding: { ...csem.finding, exploitationType } as XarfReport['finding'] }),
					),
				).toEqual([])
		})

		test('accept what else a desk meets, with every tag', () => {
			const findings: XarfReport['finding'][] = [
				{ type: 'fraud', fraudType: 'romance', claimedEntity: 'Shop of an example' },
				{ type: 'fraud', fraudType: 'other' },
				{ type: 'phishing' },
				{ type: 'phishing', lure: 'prize_notification' },
				{
					type: 'exposed_data',
					dataTypes: ['personal_information', 'phone_numbers'],
					exposure: 'forum_post',
				},
			]
			for (const finding of findings)
				for (const tlp of ['clear', 'green', 'amber', 'amber+strict', 'red'] as const)
					expect(
						findErrors(write({ ...csam, finding, tlp, isTest: true, tags: ['case:ma-2026-000123'] })),
					).toEqual([])
		})

		test('refuse a report without the field that they require', () => {
			for (const field of ['url', 'classification', 'detection_method', 'reporter'])
				expect(findErrors({ ...write(csam), [field]: undefined })).not.toEqual([])
			expect(findErrors({ ...write(csem), exploitation_type: 'other' })).not.toEqual([])
		})
	})
})
