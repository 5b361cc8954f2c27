/** The menu: every pillar two presses away, and most of a small screen left for reading. */
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { menu } from '../../src/lib/ui/page-frame/menu.ts'
import { asVisitor, phone, withAndWithoutScript } from '../support/browser.ts'
import { templateList } from '../support/templates.ts'

const paths = [...new Set(menu.flatMap(({ home, links }) => [home, ...links.map(([path]) => path)]))]

test('every link of the menu leads to a page, in every language', async () => {
	const wrong: string[] = []
	for (const locale of locales) {
		for (const path of paths) {
			const { status } = await fetch(`${inject('origin')}/${locale}/${path}`)
			if (status !== 200) wrong.push(`${locale}/${path}: ${status}`)
		}
	}
	expect(wrong).toEqual([])
})

test.each(withAndWithoutScript)(
	'a thumb opens the menu of a phone and is with the pages for parents, then with the law: $script',
	async ({ javaScriptEnabled }) => {
		await asVisitor(
			async (page) => {
				await page.goto('/ar/children/bullying')
				await page.locator('.bar summary', { hasText: 'القائمة' }).tap()
				await page.locator('.bar a[href="/ar/parents"]:visible').tap()
				await page.waitForURL('**/ar/parents')
				await page.locator('.bar summary', { hasText: 'القائمة' }).tap()
				// Of what opens from the bar one stands open.
				await page.locator('.bar .languages summary').tap()
				expect(await page.locator('.bar details[open]').count()).toBe(1)
				await page.locator('.bar summary', { hasText: 'القائمة' }).tap()
				await page.locator('.bar a[href="/ar/law"]:visible').tap()
				await page.waitForURL('**/ar/law')
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test('where there is room the four groups are written out beside the menu', async () => {
	await asVisitor(
		async (page) => {
			await page.goto('/fr/law')
			expect(await page.locator('.bar summary:visible').allInnerTexts()).toEqual(['Menu', 'Français'])
			expect(await page.locator('.bar a.wide').allInnerTexts()).toEqual([
				'Aide',
				'Apprendre',
				'Se protéger',
				'Loi et signalement',
			])
			await page.locator('.bar a.wide', { hasText: 'Se protéger' }).click()
			await page.waitForURL('**/fr/tools')
		},
		{ viewport: { width: 1280, height: 800 } },
	)
})

/** Height of what stays of a screen between the bar above and the exits below, in CSS pixels. */
const measureLeft = (page: Page): Promise<{ bar: number; left: number }> =>
	page.evaluate(() => {
		const box = (selector: string): DOMRect =>
			document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
		const [bar, exits] = [box('.bar').height, box('.exits').height]
		return { bar, left: innerHeight - bar - exits }
	})

test.each(locales)(
	'in %s the bar is one line on every page, and text twice as big leaves half of a phone',
	async (locale) => {
		await asVisitor(async (page) => {
			const wrong: string[] = []
			for (const [name, path] of templateList.filter((one) => !one[1].endsWith('/print'))) {
				await page.goto(`/${locale}${path}`)
				await page.setViewportSize({ width: 360, height: 640 })
				const { bar } = await measureLeft(page)
				if (bar > 64) wrong.push(`${name}: a bar of ${bar}`)
				await page.evaluate(() => {
					const root = document.documentElement
					root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`
				})
				const { left } = await measureLeft(page)
				if (left < 320) wrong.push(`${name}: ${left} of 640 left`)
			}
			expect(wrong).toEqual([])
		}, phone)
	},
)
