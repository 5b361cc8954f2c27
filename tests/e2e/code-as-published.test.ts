/** What a visitor is sent is what the build wrote down, and the program that looks from outside says so. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, inject, test } from 'vitest'
import { parseManifest } from '../../src/lib/tools/seal/code-manifest/index.ts'
import { onPage } from '../support/browser.ts'
import { makeFolder } from '../support/child.ts'

const file = resolve('build/client/code-manifest.txt')

test('every file of the list is there with its bytes, as sha256sum finds, and no other client file is', () => {
	const { status, stderr } = spawnSync('sha256sum', ['--quiet', '-c', file], {
		cwd: resolve('build/client'),
		encoding: 'utf8',
	})
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
	expect(parseManifest(readFileSync(file, 'utf8'))?.size).toBeGreaterThan(300)
})

test('the program that looks from outside finds nothing foreign, and finds what is changed', () => {
	const look = (manifest: string): { status: number | null; said: string } => {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['scripts/canary-code.ts', inject('origin'), '--manifest', manifest],
			{ encoding: 'utf8' },
		)
		return { status, said: stdout + stderr }
	}
	const right = look(file)
	expect(right, right.said).toMatchObject({ status: 0 })
	const other = join(makeFolder(), 'manifest.txt')
	const written = readFileSync(file, 'utf8')
	const [, name = ''] = /^[0-9a-f]{64} {2}(\S*\/report-[^/]+\.js)$/mu.exec(written) ?? []
	writeFileSync(other, written.replace(new RegExp(`^[0-9a-f]{64}(?= {2}${name}$)`, 'mu'), 'a'.repeat(64)))
	const changed = look(other)
	expect(changed.status).toBe(1)
	expect(changed.said).toContain(`/${name}: other bytes than were published`)
	expect(changed.said).toContain(`/fr/report: a script whose bytes the page does not name: /${name}`)
})

test.each(['/fr', '/ar/report', '/zgh/mailbox', '/fr/help/threatened/teen/today'])(
	'each script of %s names its bytes, and runs',
	async (path) => {
		await onPage(path, async (page) => {
			const scripts = await page
				.locator('script[src]')
				.evaluateAll((all) => all.map((one) => one.getAttribute('integrity') ?? ''))
			expect(scripts.length).toBeGreaterThan(0)
			for (const one of scripts) expect(one).toMatch(/^sha256-[\w+/]{43}=$/u)
		})
	},
)
