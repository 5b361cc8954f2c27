import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { describeProgram, findProgram } from '../../../../tests/support/programs.ts'
import { buildLaw } from '../law/index.ts'
import { buildDeskContent } from '../cases/answers/desk-content.ts'
import { custody } from '../../../../tests/support/custody-steps.ts'
import { makeDossier, makeDraftPages } from './server/make-dossier.ts'
import {
	hashReceiptToken,
	isManifestOf,
	makeManifest,
	makeReceiptToken,
	toDossierJson,
	toNamesDigest,
	type Dossier,
} from './dossier.ts'

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
	attachments: [],
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
	custody,
}
/** Bytes that stand for a sealed voice note. */
const sealedFile = 'age-encryption.org/v1\nsealed'
const attached = {
	...({ kind: 'voice', bytes: sealedFile.length } as const),
	sha256: createHash('sha256').update(sealedFile).digest('hex'),
}
const account = { app: 'Instagram', nickname: 'حساب.x', inside: 'الرسائل' }
const make = (what: Dossier = dossier) => {
	const made = makeDossier(what, frame)
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

	test('holds addresses exact and inert, and no character that reorders text', () => {
		const json = toDossierJson(dossier)
		const data = JSON.parse(json.ok ? json.value : '{}') as { places: object[]; quotes: string[] }
		expect(data.places).toEqual([
			{ url: 'https://example.org/u/x?a=1', defanged: 'hxxps://example[.]org/u/x?a=1', inside: 'ثاني رسالة' },
		])
		expect(data.quotes[0]).not.toContain('\u202e')
	})

	test('names accounts beside addresses, several persons, and files by their digests', () => {
		const persons = [
			{ role: 'suspected', name: 'X', how: 'named by the reporter' },
			{ role: 'witness', name: 'Y', how: 'has seen it' },
		] as const
		const whole = {
			...dossier,
			places: [...dossier.places, account],
			attachments: [attached],
			persons,
			naming: id,
		}
		const json = toDossierJson(whole)
		expect(JSON.parse(json.ok ? json.value : '{}')).toMatchObject({
			v: 2,
			places: [{ url: 'https://example.org/u/x?a=1' }, account],
			attachments: [{ name: 'attachment-1.age', ...attached }],
			persons,
		})
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
				expect(isManifestOf(text, [...rest, { ...first, name: `0${first.name}` }])).toBe(false)
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
		const check = (list = 'manifest.sha256') =>
			spawnSync(program, ['-c', '--quiet', list], { cwd: folder }).status
		expect(check()).toBe(0)
		expect(manifest.files.map(({ name }) => name)).toEqual([
			'custody.jsonld',
			'dossier-ar.pdf',
			'dossier-fr.pdf',
			'dossier.json',
		])
		writeFileSync(join(folder, 'dossier.json'), '{}')
		expect(check()).not.toBe(0)
	})

	test('a draft of before there was a chain of custody is set as it was agreed to', () => {
		const made = makeDossier(dossier, { ...frame, custody: undefined })
		expect(made.ok && made.value.manifest.files.map(({ name }) => name)).not.toContain('custody.jsonld')
	})

	test('knows a sealed file that came with the report again, and one that was changed', () => {
		const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
		onTestFinished(() => rmSync(folder, { recursive: true }))
		const { files: made, manifest } = make({ ...dossier, attachments: [attached] })
		for (const { name, bytes } of made) writeFileSync(join(folder, name), bytes)
		expect(manifest.files.map(({ name }) => name)).toContain('attachments.sha256')
		const check = (list: string) => spawnSync(program, ['-c', '--quiet', list], { cwd: folder }).status
		expect(check('manifest.sha256')).toBe(0)
		writeFileSync(join(folder, 'attachment-1.age'), sealedFile)
		expect(check('attachments.sha256')).toBe(0)
		writeFileSync(join(folder, 'attachment-1.age'), `${sealedFile}.`)
		expect(check('attachments.sha256')).not.toBe(0)
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
				expect(text, name).toContain('custody.jsonld')
				expect(text.replace(/\s/gu, ''), name).toContain('hxxps://example[.]org/u/x?a=1')
				expect(text, name).not.toContain('https://evil')
				expect(info, name).toMatch(/Tagged:\s+yes/u)
			}
		})

		test('reads the account, the digest of a file and what each person is', () => {
			const whole: Dossier = {
				...dossier,
				places: [account, { app: 'Game', nickname: 'some.one.7' }],
				attachments: [attached],
				naming: id,
				persons: [
					{ role: 'victim', name: 'Xxx', how: 'h' },
					{ role: 'witness', name: 'Yyy', how: 'h' },
				],
			}
			const page = make(whole).files.find(({ name }) => name === 'dossier-fr.pdf')
			const text = execFileSync(program, ['-', '-'], { input: page?.bytes })
				.toString()
				.replaceAll('\u200b', '')
			expect(text).toContain('Instagram')
			expect(text, 'an account exactly as its app writes it').toContain('Game · some.one.7')
			expect(text).toMatch(/Xxx · Victime/u)
			expect(text).toMatch(/Yyy · Témoin/u)
			expect(text).toContain('Message vocal')
			expect(text.replace(/\s/gu, '')).toContain(attached.sha256)
		})

		test('is told by a page when the dossier was made, in the hour of the world, who answers for it, and nothing of the machine', () => {
			const ofMachine = [process.cwd(), homedir(), hostname(), userInfo().username]
			const made = { ...dossier, made: new Date('2026-11-26T23:45:12Z') }
			const zones = ['Africa/Casablanca', 'Pacific/Auckland'].map((zone) => {
				const before = process.env['TZ']
				process.env['TZ'] = zone
				try {
					return make(made).files.filter((file) => file.name.endsWith('.pdf'))
				} finally {
					if (before === undefined) delete process.env['TZ']
					else process.env['TZ'] = before
				}
			})
			expect(zones[0], 'the same bytes wherever the machine stands').toEqual(zones[1])
			for (const { name, bytes } of zones[0] ?? []) {
				const ask = (...options: string[]) =>
					execFileSync(findProgram('pdfinfo') ?? '', [...options, '-'], { input: bytes }).toString()
				const info = ask('-rawdates')
				const dates = info.match(/D:\d+.*/gu) ?? []
				expect(dates.length, info).toBeGreaterThan(0)
				for (const date of dates) expect(date, name).toMatch(/^D:20261126234512(?:Z|\+00'00'?)?$/u)
				expect(info, name).toMatch(/^Author:\s+Thiqa$/mu)
				expect(info, name).not.toMatch(/^Producer:.*(?:\/|@|\d{4,})/mu)
				const said = `${info}${ask('-meta')}`
				for (const stamp of said.match(/20\d\d-\d\d-\d\dT[^<]+/gu) ?? [])
					expect(stamp, name).toMatch(/^2026-11-26T23:45:12(?:Z|\+00:00)$/u)
				const all = Buffer.from(bytes).toString('latin1') + said
				for (const hidden of ofMachine.filter((one) => one.length > 4))
					expect(all.includes(hidden), `${name}: ${hidden}`).toBe(false)
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
