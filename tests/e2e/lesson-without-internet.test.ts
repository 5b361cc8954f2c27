import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { expect, inject, onTestFinished, test } from 'vitest'
import { asVisitor, onPage, phone } from '../support/browser.ts'
import { longTest } from '../support/patience.ts'

const unpack = async (pack: string): Promise<{ folder: string; names: string[] }> => {
	const answer = await fetch(`${inject('origin')}/packs/${pack}.zip`)
	expect(answer.headers.get('content-type')).toBe('application/zip')
	const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-pack-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	for (const [name, body] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true })
		writeFileSync(join(folder, name), body)
	}
	return { folder: join(folder, pack), names: Object.keys(files) }
}

test.each(['class-group-without-harm-ar', 'secrets-and-gifts-fr', 'true-or-trap-en'])(
	'a teacher runs the whole lesson %s from one file, with the network cable out',
	async (pack) => {
		const { folder, names } = await unpack(pack)
		expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(5)
		await asVisitor(
			async (page) => {
				await page.context().setOffline(true)
				const broken: string[] = []
				page.on('requestfailed', (request) => broken.push(request.url()))
				await page.goto(pathToFileURL(join(folder, 'index.html')).href)
				const lang = await page.locator('html').getAttribute('lang')
				expect(pack.endsWith(`-${lang}`)).toBe(true)
				// the card for disclosures comes first
				await page.locator('.first a').click()
				expect(await page.locator('blockquote').count()).toBeGreaterThanOrEqual(4)
				await page.goBack()
				// questions before
				await page.locator('a[href*="-a.html"]').click()
				await page.locator('input[name="q1"]').first().check()
				expect(await page.locator('.because:visible').count()).toBe(1)
				expect(await page.locator('form button').count()).toBe(0)
				await page.goBack()
				// the story
				await page.locator('a[href^="skills-play-"]').first().click()
				await page.locator('main a.button').click()
				for (let step = 0; step < 12 && (await page.locator('.end').count()) === 0; step++)
					await page.locator('[data-choice]').first().click()
				expect(await page.locator('.end dd').count()).toBe(3)
				expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(0)
				expect(broken).toEqual([])
			},
			{ ...phone, javaScriptEnabled: false },
		)
	},
)

test('no page of a pack asks for anything outside its folder', async () => {
	const { folder, names } = await unpack('class-group-without-harm-fr')
	for (const name of names.filter((file) => file.endsWith('.html'))) {
		const html = readFileSync(join(folder, '..', name), 'utf8')
		expect(html, name).not.toMatch(/<script|(?:href|src|action)="\/|https?:\/\/127/u)
		for (const [, target = ''] of html.matchAll(/href="([^"#:]+)(?:#[^"]*)?"/gu))
			expect(names, `${name} links to ${target}`).toContain(`class-group-without-harm-fr/${target}`)
	}
})

test('the page of a lesson says how heavy its file is', async () => {
	await onPage('/fr/skills/lessons/class-group-without-harm', async (page) => {
		const shown = Number(/(\d+)\s*Ko/u.exec(await page.locator('.carry').innerText())?.[1])
		const link = await page.locator('.carry a').getAttribute('href')
		const size = (await (await fetch(`${inject('origin')}${link}`)).arrayBuffer()).byteLength
		expect(shown).toBe(Math.ceil(size / 1024))
		expect(size).toBeLessThan(5_000_000)
	})
})

test(
	'everything that is practised can be kept on a phone and played without a network',
	async () => {
		await asVisitor(async (page) => {
			await page.goto('/fr/offline')
			const shelf = page.locator('[data-offline^="thiqa-skills"]')
			await shelf.locator('[data-keep]').click()
			await shelf.locator('[data-state]').filter({ hasText: /\d/u }).waitFor()
			await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
			await page.context().setOffline(true)
			await page.goto('/fr/skills/play/gift-in-game')
			await page.locator('main a.button').click()
			for (let step = 0; step < 12 && (await page.locator('.end').count()) === 0; step++) {
				const before = page.url()
				await page.locator('[data-choice]').first().click()
				await page.waitForURL((url) => url.href !== before)
				await page.locator('[data-choice], .end').first().waitFor()
			}
			expect(await page.locator('.end').count()).toBe(1)
			await page.goto('/fr/skills/told')
			await page.getByText('Souss-Massa', { exact: true }).click()
			expect(await page.getByText('Taroudannt').isVisible()).toBe(true)
			expect(await page.locator('details[open] a[href="tel:177"]').first().isVisible()).toBe(true)
		}, phone)
	},
	longTest,
)
