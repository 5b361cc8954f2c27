import { expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { asVisitor, onPage, phone } from '../support/browser.ts'
import { walk } from '../support/focus.ts'
import {
	findCutTexts,
	findPaleTexts,
	findSideways,
	findSmallTargets,
	findTurnedNumbers,
} from '../support/page-measures.ts'
import { templateList } from '../support/templates.ts'

const locales = ['ar', 'fr', 'zgh'] as const
const widths = [320, 360, 768, 1280] as const

/** Opens every template in one context and gathers what `find` says of each. */
const findOnAll = (
	locale: string,
	find: (page: Page) => Promise<string[]>,
	options: BrowserContextOptions = {},
): Promise<string[]> =>
	asVisitor(async (page) => {
		const found: string[] = []
		for (const [name, path] of templateList) {
			await page.goto(`/${locale}${path}`)
			found.push(...(await find(page)).map((line) => `${name}: ${line}`))
		}
		return found
	}, options)

test.each(locales)(
	'no page in %s must be pushed sideways, from 320 pixels (a zoom of 400 %) to 1280',
	async (locale) => {
		const find = async (page: Page): Promise<string[]> => {
			const found: string[] = []
			for (const width of widths) {
				await page.setViewportSize({ width, height: 740 })
				found.push(...(await findSideways(page)).map((line) => `${width}: ${line}`))
			}
			return found
		}
		expect(await findOnAll(locale, find)).toEqual([])
	},
)

test.each(locales)(
	'every button and every link that stands alone in %s is at least 44 pixels',
	async (locale) => {
		expect(await findOnAll(locale, findSmallTargets, phone)).toEqual([])
	},
)

test.each(['light', 'dark'] as const)(
	'in a %s high-contrast mode every text stands out',
	async (colorScheme) => {
		expect(await findOnAll('fr', findPaleTexts, { forcedColors: 'active', colorScheme })).toEqual([])
	},
)

test('in a high-contrast mode buttons keep an edge', async () => {
	const look = async (page: Page): Promise<void> => {
		const edges = await page
			.locator('.button:visible')
			.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth)))
		expect(Math.min(...edges)).toBeGreaterThanOrEqual(1)
	}
	await onPage('/fr', look, { forcedColors: 'active' })
})

test.each(locales)(
	'wider spacing of letters, words and lines loses nothing in %s (WCAG 1.4.12)',
	async (locale) => {
		const find = async (page: Page): Promise<string[]> => {
			await page.evaluate(() => {
				const sheet = new CSSStyleSheet()
				sheet.replaceSync(
					'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
				)
				document.adoptedStyleSheets.push(sheet)
			})
			return [...(await findSideways(page)), ...(await findCutTexts(page))]
		}
		expect(await findOnAll(locale, find, { viewport: { width: 320, height: 740 } })).toEqual([])
	},
)

test('on a phone the bar at the bottom never lies over what has the focus', async () => {
	const find = async (page: Page): Promise<string[]> =>
		(await walk(page)).filter(({ isCovered }) => isCovered).map(({ name }) => name)
	expect(await findOnAll('fr', find, { ...phone, reducedMotion: 'reduce' })).toEqual([])
})

test('who wants no motion sees none', async () => {
	const find = (page: Page): Promise<string[]> =>
		page.evaluate(() => document.getAnimations().map((animation) => animation.constructor.name))
	expect(await findOnAll('ar', find, { reducedMotion: 'reduce' })).toEqual([])
})

test('numbers like 503-2 and 10:00-16:00 stand in reading order on Arabic pages', async () => {
	expect(await findOnAll('ar', findTurnedNumbers)).toEqual([])
	await onPage('/ar/contacts', async (page) => {
		expect(await page.getByText('10:00-16:00').count()).toBeGreaterThan(0)
		await page.evaluate(() => document.querySelector('h1')?.append(' المادة 503-2 و503-1'))
		expect(await findTurnedNumbers(page)).not.toEqual([])
	})
})
