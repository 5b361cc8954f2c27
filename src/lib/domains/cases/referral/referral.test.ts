import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseScartFile, parseScartMail } from '#tools/scart-import'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { describeProgram, findProgram } from '../../../../../tests/support/programs.ts'
import { buildLaw } from '../../law/index.ts'
import { buildDeskContent } from '../answers/desk-content.ts'
import { makeDossier, makeDraftPages } from '../server/make-dossier.ts'
import {
	hashReceiptToken,
	isManifestOf,
	makeManifest,
	makeReceiptToken,
	toDossierJson,
	toNamesDigest,
	toReference,
	toScartLetter,
	toScartUpload,
	toXarfReports,
	writeNotice,
	type Dossier,
	type NoticeCase,
} from './index.ts'

const files = readContent()
const library = readLibrary()
const law = buildLaw(files, library)
const { paper } = buildDeskContent(files, library)
const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const dossier: Dossier = {
	case: id,
	made: new Date('2026-11-26T09:00:00Z'),
	recipient: 'النيابة العامة',
	category: 'sexual-extortion',
	status: 'assessed',
	isDanger: false,
	reporter: 'teen',
	summary: { ar: 'تهديد بنشر صور مقابل المال.', fr: 'Menace de publier des images contre de l’argent.' },
	places: [{ url: 'https://example.org/u/x?a=1', inside: 'ثاني رسالة' }],
	quotes: ['كيقول ليا https://evil.example خلص \u202egnp.exe'],
	persons: [],
	law: ['pc-503-2', 'pc-538'],
	steps: [{ hour: new Date('2026-11-26T09:00:00Z'), status: 'received' }],
}
const frame = {
	words: paper,
	law,
	publisher: 'Thiqa',
	token: 'ABCD-EFGH-JKLM-NPQR',
	zone: 'Africa/Casablanca',
}
const sender = { name: 'Example Desk', email: 'desk@example.org', domain: 'example.org' }
const about: NoticeCase = {
	case: id,
	category: 'abuse-material',
	urls: ['https://host.example/a;b', 'https://host.example/c'],
	explanation: 'Material that shows the abuse of a child, article 503-2 of the Moroccan penal code.',
}
const make = () => {
	const made = makeDossier(dossier, frame)
	if (!made.ok) throw new Error(JSON.stringify(made.issues))
	return made.value
}

describe('toDossierJson()', () => {
	test('names nobody without two persons', () => {
		const persons = [{ role: 'suspected', name: 'X', how: 'named by the reporter' }] as const
		expect(toDossierJson({ ...dossier, persons })).toMatchObject({ issues: [{ message: 'dossier.naming' }] })
		expect(toDossierJson({ ...dossier, persons, naming: id }).ok).toBe(true)
	})

	test('the digest of names cannot be found by trying names', () => {
		const persons = [{ role: 'suspected', name: 'X', how: 'named by the reporter' }] as const
		const digest = toNamesDigest(frame.token, persons)
		expect(digest).toMatch(/^[0-9a-f]{64}$/u)
		expect(toNamesDigest('ABCD-EFGH-JKLM-NPQS', persons)).not.toBe(digest)
		expect(toNamesDigest(frame.token, [{ ...persons[0], name: 'Y' }])).not.toBe(digest)
	})

	test('holds addresses exact and inert, and no sign that turns text round', () => {
		const json = toDossierJson(dossier)
		const data = JSON.parse(json.ok ? json.value : '{}') as { places: object[]; quotes: string[] }
		expect(data.places).toEqual([
			{ url: 'https://example.org/u/x?a=1', defanged: 'hxxps://example[.]org/u/x?a=1', inside: 'ثاني رسالة' },
		])
		expect(data.quotes[0]).not.toContain('\u202e')
	})

	test('wants a summary in both languages and somebody to go to', () => {
		const empty = { ...dossier, recipient: ' ', summary: { ar: '', fr: '' } }
		expect(toDossierJson(empty)).toMatchObject({ issues: [{ path: 'recipient' }, {}, {}] })
	})
})

describe('makeManifest()', () => {
	test('finds a file that was changed, added, taken out or renamed', () => {
		const name = fc.stringMatching(/^[a-z]{1,8}\.pdf$/u)
		const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 20 }) })
		fc.assert(
			fc.property(fc.uniqueArray(file, { selector: (it) => it.name, minLength: 1, maxLength: 5 }), (all) => {
				const { text } = makeManifest(all)
				const [first = { name: 'a', bytes: new Uint8Array() }, ...rest] = all
				expect(isManifestOf(text, [...rest, first])).toBe(true)
				expect(isManifestOf(text, rest)).toBe(false)
				expect(isManifestOf(text, [...rest, { ...first, name: `z${first.name}` }])).toBe(false)
				expect(isManifestOf(text, [...rest, { ...first, bytes: new Uint8Array([...first.bytes, 0]) }])).toBe(
					false,
				)
			}),
		)
	})

	test('refuses names that lead elsewhere', () => {
		for (const name of ['../a', 'a b', '', 'A', 'a\n'])
			expect(() => makeManifest([{ name, bytes: new Uint8Array() }]), name).toThrow(RangeError)
	})
})

describeProgram('sha256sum', 'coreutils', (program) => {
	test('checks a dossier as it is handed over', () => {
		const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
		onTestFinished(() => rmSync(folder, { recursive: true }))
		const { files: made, manifest } = make()
		for (const { name, bytes } of made) writeFileSync(join(folder, name), bytes)
		const check = () => spawnSync(program, ['-c', '--quiet', 'manifest.sha256'], { cwd: folder }).status
		expect(check()).toBe(0)
		expect(manifest.files.map(({ name }) => name)).toEqual([
			'dossier-ar.pdf',
			'dossier-fr.pdf',
			'dossier.json',
		])
		writeFileSync(join(folder, 'dossier.json'), '{}')
		expect(check()).not.toBe(0)
	})
})

describeProgram(
	'pdftotext',
	'poppler-utils',
	(program) => {
		test('reads the pages of a dossier: tagged, without a link, addresses inert', () => {
			for (const { name, bytes } of make().files.filter((file) => file.name.endsWith('.pdf'))) {
				const text = execFileSync(program, ['-', '-'], { input: bytes }).toString().replaceAll('\u200b', '')
				const info = execFileSync(findProgram('pdfinfo') ?? '', ['-'], { input: bytes }).toString()
				expect(text, name).toContain('T-3F2504E0')
				expect(text, name).toContain('ABCD-EFGH-JKLM-NPQR')
				expect(text.replace(/\s/gu, ''), name).toContain('hxxps://example[.]org/u/x?a=1')
				expect(text, name).not.toContain('https://evil')
				expect(info, name).toMatch(/Tagged:\s+yes/u)
			}
		})

		test('finds on a draft that it is one, and neither token nor operator', () => {
			const drafts = makeDraftPages(dossier, frame)
			expect(drafts.map(({ name }) => name)).toEqual(['draft-ar.pdf', 'draft-fr.pdf'])
			for (const { name, bytes } of drafts) {
				const text = execFileSync(program, ['-', '-'], { input: bytes }).toString()
				const info = execFileSync(findProgram('pdfinfo') ?? '', ['-'], { input: bytes }).toString()
				expect(text, name).toContain('T-3F2504E0')
				expect(text + info, name).not.toMatch(/ABCD-EFGH|Thiqa/u)
				expect(text.includes('Brouillon') || name.includes('ar'), name).toBe(true)
				expect(info, name).toMatch(/Author:\s+(?:Brouillon|مسودة)/u)
				expect(info, name).toMatch(/Tagged:\s+yes/u)
			}
		})
	},
	{ pdfinfo: 'poppler-utils' },
)

describe('a token of receipt', () => {
	test('is typed in any case and with any separator', () => {
		const token = makeReceiptToken(new Uint8Array(16).map((_, at) => at * 16))
		expect(token).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/u)
		expect(hashReceiptToken(token.toLowerCase().replaceAll('-', ' '))).toBe(hashReceiptToken(token))
	})
})

describe('writeNotice()', () => {
	test('has the four parts of the law and withholds the name for the offences that allow it', () => {
		for (const language of ['ar', 'fr', 'en'] as const) {
			const notice = writeNotice(about, sender, paper.notice, language)
			const text = notice.ok ? notice.value : ''
			for (const part of ['locations', 'explanation', 'notifier-withheld', 'good-faith'] as const)
				expect(text, `${language} ${part}`).toContain(paper.notice[language][part])
			expect(text).not.toContain(sender.email)
		}
	})

	test('names the desk for other offences, and on wish', () => {
		const named = [
			writeNotice({ ...about, category: 'bullying' }, sender, paper.notice, 'fr'),
			writeNotice(about, sender, paper.notice, 'fr', true),
		]
		for (const notice of named) expect(notice.ok && notice.value).toContain('desk@example.org')
	})

	test('is not written without reasons or a place', () => {
		expect(writeNotice({ ...about, urls: [], explanation: '' }, sender, paper.notice, 'en')).toMatchObject({
			ok: false,
		})
	})
})

describe('other desks', () => {
	test('get a XARF report for each address, text only', () => {
		const ids = [id, '16fd2706-8baf-433b-82eb-8c7fada847da']
		const reports = toXarfReports(about, sender, dossier.made, ids)
		expect(reports).toMatchObject({
			value: [
				{ category: 'content', type: 'csam', url: 'https://host.example/a;b' },
				{ type: 'csam', url: 'https://host.example/c' },
			],
		})
		expect(JSON.stringify(reports)).not.toContain('payload')
		expect(toXarfReports({ ...about, category: 'scam' }, sender, dossier.made, ids)).toMatchObject({
			issues: [{ message: 'notice.category' }],
		})
		expect(toXarfReports(about, sender, dossier.made, [])).toMatchObject({ ok: false })
	})

	test('get lines that a SCART desk reads, with our number and without a word of the reporter', () => {
		const file = toScartUpload(about)
		const rows = parseScartFile(file.ok ? file.value : '')
		expect(rows.map(({ reference }) => reference)).toEqual([toReference(id), toReference(id)])
		const mail = toScartLetter(about)
		expect(mail.ok && parseScartMail(mail.value).map(({ note }) => note)).toEqual([
			toReference(id),
			toReference(id),
		])
	})
})
