/** Pages of apps on a phone: short, and nothing of them leaves the screen. */
import { expect, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { buildProtection } from '../../src/lib/domains/protect/index.ts'
import { asVisitor } from '../support/browser.ts'
import { readContent, readLibrary } from '../support/content.ts'

const { apps } = buildProtection(readContent(), readLibrary())
/** As far as one scrolls with a shaking hand, to the end of what the page says. */
const mostPixels = 2250

test.each(locales)('in %s the page of each app is short', async (locale) => {
	await asVisitor(
		async (page) => {
			const long: string[] = []
			for (const { id } of apps) {
				await page.goto(`/${locale}/tools/apps/${id}`)
				const { end, width } = await page.evaluate(() => ({
					end: (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + scrollY,
					width: document.documentElement.scrollWidth,
				}))
				if (end === 0 || end > mostPixels || width > 360) long.push(`${id}: ${end} by ${width}`)
			}
			expect(long).toEqual([])
		},
		{ viewport: { width: 360, height: 640 }, isMobile: true, javaScriptEnabled: false },
	)
})
