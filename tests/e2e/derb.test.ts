/** A child of nine walks through the street of Najma by pictures alone; what is won stands in the address and nowhere else. */
import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../support/browser.ts'

const street = (locale: string): string => `${inject('origin')}/${locale}/children/derb`
const all = '1234561234'

const walks = withAndWithoutScript.flatMap((one) =>
	(['ar', 'fr'] as const).map((locale) => ({ ...one, locale })),
)

test.each(walks)(
	'in $locale a wrong turn leads back, then to a grown-up and to a tile, $script',
	async (walk) => {
		const { locale, javaScriptEnabled } = walk
		await onPage(
			`/${locale}/children`,
			async (page) => {
				await page.locator('main a[href$="/children/derb"]').tap()
				await page.waitForURL(`**/${locale}/children/derb`)
				await page.locator('.street > li:nth-child(2) a').tap()
				await page.waitForURL('**/derb/2')
				expect(await page.locator('[data-choices] a').count()).toBe(3)
				await page.locator('[data-choices] a[href$="/derb/2/a"]').tap()
				await page.waitForURL('**/derb/2/a')
				await page.locator('[data-choices] a[href$="/derb/2#now"]').tap()
				await page.waitForURL('**/derb/2#now')
				await page.locator('[data-choices] a[href$="/derb/2/door"]').tap()
				await page.waitForURL('**/derb/2/door')
				expect(await page.locator('main a[href="tel:2511"]').isVisible()).toBe(true)
				await page.locator('[data-colours] li:nth-child(3) a').tap()
				await page.waitForURL('**/derb/zellige?t=0300000000')
				await page.locator(`main a.button[href$="/derb?t=0300000000"]`).tap()
				await page.waitForURL('**/derb?t=0300000000')
				expect(await page.locator('.street .open').count()).toBe(1)
				const kept = await page.context().storageState()
				expect(kept.cookies).toEqual([])
			},
			{ ...phone, javaScriptEnabled, reducedMotion: 'reduce' },
		)
	},
)

const countLaid = (page: Page): Promise<number> =>
	page.locator('main svg[role="img"] > path:not([stroke-dasharray])').count()

test('ten doors, one after another, lay the whole zellige, and it is printed on one sheet', async () => {
	await asVisitor(
		async (page) => {
			await page.goto(street('fr'))
			for (let door = 1; door <= 10; door++) {
				await page.locator(`.street > li:nth-child(${door}) a`).click()
				await page.locator(`[data-choices] a[href*="/derb/${door}/door"]`).click()
				await page.locator(`[data-colours] li:nth-child(${((door - 1) % 6) + 1}) a`).click()
				// The ground of the panel is a path of its own.
				expect(await countLaid(page)).toBe(door + 1)
				await page.locator('main a.button').click()
			}
			expect(new URL(page.url()).search).toBe(`?t=${all}`)
			expect(await page.locator('.street .open').count()).toBe(10)
			await page.locator('main a.button').click()
			const sheet = (await page.pdf({ format: 'A4' })).toString('latin1')
			expect(sheet.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
			await page.emulateMedia({ media: 'print' })
			const box = await page.locator('main svg[role="img"]').first().boundingBox()
			expect(box?.width).toBeGreaterThan(500)
		},
		{ javaScriptEnabled: false },
	)
})

test.each([320, 360])('pictures to choose from are 140 pixels and more on a phone of %i', async (width) => {
	await asVisitor(
		async (page) => {
			for (const path of ['', '/3', '/3/a'])
				for (const locale of ['ar', 'fr', 'zgh']) {
					await page.goto(street(locale) + path)
					const pictures = page.locator('.street img, [data-choices] img')
					expect(await pictures.count()).toBeGreaterThan(1)
					for (const picture of await pictures.all()) {
						const box = await picture.boundingBox()
						const place = `${locale} ${path}`
						expect(Math.min(box?.width ?? 0, box?.height ?? 0), place).toBeGreaterThanOrEqual(139.5)
					}
				}
		},
		{ ...phone, viewport: { width, height: 640 } },
	)
})

test('what an address says wrongly is no tile, and what is no place is a helpful page', async () => {
	const plain = await (await fetch(street('fr'))).text()
	for (const wrong of [
		'<script>alert(1)</script>',
		'9999999999',
		'0000000000',
		'%00',
		'__proto__',
		'x'.repeat(4000),
	]) {
		const answer = await fetch(`${street('fr')}?t=${encodeURIComponent(wrong)}`)
		expect(answer.status, wrong).toBe(200)
		const text = await answer.text()
		expect(text, wrong).not.toContain('alert(1)')
		expect(text.includes('derb/zellige'), wrong).toBe(plain.includes('derb/zellige'))
	}
	for (const path of ['/0', '/11', '/1/d', '/2/then', '/1/door/more'])
		expect((await fetch(street('fr') + path)).status, path).toBe(404)
})

test('another language keeps what was won', async () => {
	await onPage('/fr/children/derb/zellige?t=1002000030', async (page) => {
		const hrefs = await page
			.locator('header a[href^="/ar/"]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
		expect(hrefs).toContain('/ar/children/derb/zellige?t=1002000030')
	})
})
