import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRoot } from '#domains/people/keys'
import { isInstalled, readPdf } from '../tests/support/pdf.ts'

let folder: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thiqa-poster-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(!isInstalled('pdfinfo'))(
	'posters hold the root, the address and the numbers of the content, and what is none is refused',
	async () => {
		const root = (await makeRoot()).verifierKey
		const [key, other, posters] = [
			join(folder, 'root.pub'),
			join(folder, 'other.pub'),
			join(folder, 'posters'),
		]
		writeFileSync(key, `${root}\n`)
		writeFileSync(other, root.slice(0, -4))
		const make = (file: string, address: string) =>
			spawnSync('node', ['scripts/keys-poster.ts', file, address, posters]).status
		expect(make(other, 'https://thiqa.example')).toBe(1)
		expect(make(key, 'http://thiqa.example')).toBe(1)
		expect(make(key, 'https://thiqa.example/fr')).toBe(1)
		expect(existsSync(posters)).toBe(false)
		expect(make(key, 'https://thiqa.example')).toBe(0)
		for (const language of ['ar', 'fr', 'zgh', 'en']) {
			const { info, text, code } = readPdf(readFileSync(join(posters, `poster-${language}.pdf`)), folder)
			expect(info).toMatch(/Tagged: +yes/u)
			expect(info).toMatch(/Pages: +1\n/u)
			// The program marks where the direction of reading turns.
			const plain = text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
			expect(plain.replace(/\s/gu, '')).toContain(root)
			for (const told of ['2511', '08:30', '18:00', '19', '177', '15'])
				expect(plain).toMatch(new RegExp(`\\b${told}\\b`, 'u'))
			expect([`https://thiqa.example/${language}/report`, root]).toContain(code)
		}
	},
)
