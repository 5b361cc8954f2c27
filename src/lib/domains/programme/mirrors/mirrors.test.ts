/** A copy leads home with all that is asked or filled in, carries no script of ours, and shows it when a byte was changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPublicKeyAsync } from '@noble/ed25519'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findProgram } from '../../../../../tests/support/running.ts'
import { fromPublicPem, toPublicPem } from './index.ts'
import { parseMirrors } from './known-mirror.ts'
import { isInMirror, rewritePage, toMirrorFile } from './mirror-page.ts'
import { formatMirrorText, formatSums, parseMirrorText, parseSums } from './mirror-text.ts'
import { makeMirror } from './server/make-mirror.ts'
import { findUnsigned, readFolder, verifyMirror } from './server/verify-mirror.ts'

const home = 'https://thiqa.example'
const page = (body: string): string =>
	`<!doctype html><html><head><meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self' 'sha256-x'; form-action 'self'"><link rel="modulepreload" href="/_app/a.js"><link rel="manifest" href="/fr/manifest.webmanifest"><script type="application/ld+json">{"a":1}</script><script type="module" src="/_app/a.js"></script></head><body data-x="1">${body}</body></html>`

const copy = (body: string): string =>
	rewritePage(page(body), {
		address: '/fr/help',
		home,
		day: '2026-11-29',
		banner: { text: 'Copie <du> 29', goHome: 'Origine', old: 'Vieille' },
		has: (path) => ['/', '/fr', '/fr/help', '/fr/help/threatened', '/icon.svg', '/law/a.json'].includes(path),
	})

test.each([
	['<a href="/fr">', '<a href="/fr/">'],
	['<a href="/fr#top">', '<a href="/fr/#top">'],
	['<a href="help/threatened">', '<a href="/fr/help/threatened/">'],
	['<a href="/law/a.json">', '<a href="/law/a.json">'],
	['<a href="/">', '<a href="/">'],
	['<img src="../icon.svg" alt="">', '<img src="/icon.svg" alt="">'],
	['<a href="/fr/report">', `<a href="${home}/fr/report">`],
	['<a class="tap" href="/fr/mailbox#x">', `<a class="tap" href="${home}/fr/mailbox#x">`],
	['<a href="/fr/help?a=1&amp;b=2">', `<a href="${home}/fr/help?a=1&amp;b=2">`],
	['<form action="/fr">', `<form action="${home}/fr">`],
	['<a href="#content">', '<a href="#content">'],
	['<a href="tel:19">', '<a href="tel:19">'],
	['<a href="https://other.example/x">', '<a href="https://other.example/x">'],
	['<a href="//other.example/x">', '<a href="//other.example/x">'],
])('%s becomes %s', (from, to) => {
	expect(copy(from)).toContain(to)
})

test('a page of a copy has its day, no script of ours, and fills in at home only', () => {
	const made = copy('<p>Bonjour</p>')
	expect(made).toContain('<body data-x="1"><p id="mirror" data-day="2026-11-29"')
	expect(made).toContain('Copie &#60;du&#62; 29')
	expect(made).toContain(`href="${home}/fr/help"`)
	expect([...made.matchAll(/<script[^>]*>/gu)].map(String)).toEqual([
		'<script type="application/ld+json">',
		'<script src="/mirror.js" defer>',
	])
	expect(made).not.toMatch(/modulepreload|manifest\.webmanifest/u)
	expect(made).toContain(
		`connect-src 'none'; script-src 'self'; style-src 'self' 'sha256-x'; form-action ${home}`,
	)
	expect(made).toContain('<meta name="referrer" content="no-referrer">')
})

test('fonts are found from one folder deeper, and the policy allows the style that names them', () => {
	const hash = (style: string): string => createHash('sha256').update(style).digest('base64')
	const style = (path: string): string => `@font-face{src:url(${path})}a{b:url("data:x")}`
	const [before, after] = [style('../_app/a.woff2'), style('/_app/a.woff2')]
	const made = copy(`<style>${before}</style>`)
	expect(made).toContain(`<style>${after}</style>`)
	const policed = page(`<style>${before}</style>`).replace("'sha256-x'", `'sha256-${hash(before)}'`)
	const copied = rewritePage(policed, {
		address: '/fr/help',
		home,
		day: '2026-11-29',
		has: () => true,
		banner: { text: 'a', goHome: 'b', old: 'c' },
	})
	expect(copied).toContain(`style-src 'self' 'sha256-${hash(after)}'`)
	expect(copied).not.toContain(hash(before))
})

test('scripts, the widget and what search engines read of the site are no part of a copy', () => {
	const out = [
		'/_app/a.js',
		'/service-worker.js',
		'/fr.html.br',
		'/w/1/fr.html',
		'/search-index/fr.json',
		'/sitemap.xml',
	]
	for (const path of out) expect(isInMirror(path), path).toBe(false)
	for (const path of ['/fr.html', '/contacts.json', '/_app/a.woff2', '/packs/a.zip'])
		expect(isInMirror(path), path).toBe(true)
	expect(toMirrorFile('/fr/help.html')).toBe('/fr/help/index.html')
	expect(toMirrorFile('/index.html')).toBe('/index.html')
})

test('the list of copies names whole host names only', () => {
	expect(parseMirrors(readFileSync('content/programme/mirrors.yaml', 'utf8'))).toEqual([])
	const host = 'host: { ar: a, fr: b, zgh: c, en: d }'
	const row = (address: string): string =>
		`- { address: '${address}', ${host}, since: 2026-12-01, checked: 2026-12-01 }`
	expect(parseMirrors(row('https://copy.example'))).toHaveLength(1)
	for (const wrong of ['http://copy.example', 'https://copy.example/x', 'javascript:alert(1)'])
		expect(() => parseMirrors(row(wrong)), wrong).toThrow(/mirrors\.yaml/u)
})

test('what is signed is read as it was written, and in no other spelling', () => {
	const text = formatMirrorText({ home, day: '2026-11-29', files: 7, sums: 'a'.repeat(64) })
	expect(parseMirrorText(text)).toMatchObject({ ok: true, value: { home, files: 7 } })
	const at = (other: string): string => text.replace(home, other)
	const noAddress = [at('https://%'), at('https://a+b.example'), at('https://[')]
	for (const wrong of [`${text}x`, text.replace('7', '07'), text.replace('\n', '\r\n'), '', ...noAddress])
		expect(parseMirrorText(wrong).ok, wrong).toBe(false)
})

test('a list reads back, and leads nowhere out of its folder', () => {
	const part = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}[a-z]$/u)
	const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
	const hash = fc.stringMatching(/^[0-9a-f]{64}$/u)
	fc.assert(
		fc.property(fc.array(fc.tuple(path, hash)), (rows) => {
			const sums = new Map(rows)
			const read = parseSums(formatSums(sums))
			expect(read.ok && new Map(read.value)).toEqual(sums)
		}),
	)
	for (const wrong of ['../a', '/etc/passwd', 'a/../b', 'a//b', './a', 'a\\b'])
		expect(parseSums(`${'0'.repeat(64)}  ${wrong}\n`).ok, wrong).toBe(false)
	expect(parseSums(`${'0'.repeat(64)}  a\n`.repeat(2)).ok).toBe(false)
})

describe('a copy in its folder', () => {
	const secretKey = new Uint8Array(32).fill(9)
	let folder = ''
	let to = ''
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'thiqa-mirror-'))
		to = join(folder, 'copy')
		mkdirSync(join(folder, 'build/client/_app'), { recursive: true })
		mkdirSync(join(folder, 'build/prerendered/fr'), { recursive: true })
		writeFileSync(join(folder, 'build/client/_app/a.woff2'), Buffer.from([0, 1, 2, 255]))
		writeFileSync(join(folder, 'build/prerendered/fr.html'), page('<a href="/fr/help">Aide</a>'))
		writeFileSync(join(folder, 'build/prerendered/fr/help.html'), page('<a href="/fr/report">x</a>'))
		writeFileSync(join(folder, 'build/prerendered/ar.html'), page('<a href="/fr">x</a>'))
		await makeMirror({
			build: join(folder, 'build'),
			to,
			home,
			day: '2026-11-29',
			secretKey,
			languages: ['fr'],
		})
	})
	afterEach(() => rmSync(folder, { recursive: true, force: true }))
	const verify = async () => verifyMirror(readFolder(to), await getPublicKeyAsync(secretKey))

	test('is whole, and holds the languages that were asked for', async () => {
		expect(await verify()).toMatchObject({ ok: true, value: { home, day: '2026-11-29', files: 7 } })
		expect(findUnsigned(to)).toEqual([])
		expect(readFileSync(join(to, 'fr/index.html'), 'utf8')).toContain('href="/fr/help/"')
		expect(await readFolder(to)('ar/index.html')).toBeUndefined()
	})

	test('one bit changed in any file is found, and so is a file that is gone or was added', async () => {
		const list = parseSums(readFileSync(join(to, 'SHA256SUMS'), 'utf8'))
		const names = [...(list.ok ? list.value.keys() : []), 'SHA256SUMS', 'MIRROR.txt', 'MIRROR.note']
		expect(names).toHaveLength(10)
		for (const name of names) {
			const whole = readFileSync(join(to, name))
			const flipped = Buffer.from(whole)
			flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 1
			writeFileSync(join(to, name), flipped)
			expect((await verify()).ok, name).toBe(false)
			rmSync(join(to, name))
			expect((await verify()).ok, name).toBe(false)
			writeFileSync(join(to, name), whole)
		}
		expect((await verify()).ok).toBe(true)
		writeFileSync(join(to, 'fr/more.html'), 'x')
		expect(findUnsigned(to)).toEqual(['fr/more.html'])
	})

	test('another key has not signed it', async () => {
		const other = await getPublicKeyAsync(new Uint8Array(32).fill(8))
		expect(await verifyMirror(readFolder(to), other)).toMatchObject({ ok: false })
	})

	test('nothing is made over what stands there', async () => {
		const plan = { build: join(folder, 'build'), to, home, day: '2026-11-30', secretKey }
		await expect(makeMirror({ ...plan, languages: ['fr'] })).rejects.toThrow(/not empty/u)
	})

	const openssl = findProgram('openssl') ?? ''
	const sha256sum = findProgram('sha256sum') ?? ''
	test.skipIf(openssl === '' || sha256sum === '')('openssl and sha256sum say the same', async () => {
		const pem = toPublicPem(await getPublicKeyAsync(secretKey))
		expect(fromPublicPem(pem)).toEqual(await getPublicKeyAsync(secretKey))
		writeFileSync(join(folder, 'key.pem'), pem)
		const run = (program: string, args: string[]): number | null =>
			spawnSync(program, args, { cwd: to, encoding: 'utf8' }).status
		const signature = ['pkeyutl', '-verify', '-pubin', '-inkey', '../key.pem', '-rawin', '-in', 'MIRROR.txt']
		const bySignature = (): number | null => run(openssl, [...signature, '-sigfile', 'MIRROR.sig'])
		expect(bySignature()).toBe(0)
		expect(run(sha256sum, ['--quiet', '-c', 'SHA256SUMS'])).toBe(0)
		const text = readFileSync(join(to, 'MIRROR.txt'), 'utf8')
		writeFileSync(join(to, 'MIRROR.txt'), text.replace('29', '28'))
		expect(bySignature()).not.toBe(0)
		writeFileSync(join(to, 'fr/index.html'), 'x')
		expect(run(sha256sum, ['--quiet', '-c', 'SHA256SUMS'])).not.toBe(0)
	})
})
