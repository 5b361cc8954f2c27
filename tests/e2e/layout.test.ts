import { expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { locales } from '../../src/lib/base/index.ts'
import { asVisitor, onPage, phone } from '../support/browser.ts'
import {
	findBrokenWords,
	findCutTexts,
	findPaleTexts,
	findSideways,
	findSmallTargets,
	findTurnedNumbers,
} from '../support/page-measures.ts'
import { templateList } from '../support/templates.ts'

const widths = [320, 360, 768, 1280] as const

type Look = (page: Page) => Promise<string[]>

/** Opens every template once in one context and gathers what each look says of it; the last look may change the page. */
const findOnAll = (
	locale: string,
	looks: Readonly<Record<string, Look>>,
	options: BrowserContextOptions = {},
): Promise<string[]> =>
	asVisitor(async (page) => {
		const found: string[] = []
		for (const [name, path] of templateList) {
			await page.goto(`/${locale}${path}`)
			for (const [what, look] of Object.entries(looks))
				found.push(...(await look(page)).map((line) => `${what}, ${name}: ${line}`))
		}
		return found
	}, options)

/** Pushed sideways at any width, or a word broken off on a phone. */
const lookAtWidths: Look = async (page) => {
	const found: string[] = []
	for (const width of widths) {
		await page.setViewportSize({ width, height: 740 })
		found.push(...(await findSideways(page)).map((line) => `sideways at ${width}: ${line}`))
		if (width > 360) continue
		found.push(...(await findBrokenWords(page)).map((line) => `broken word at ${width}: ${line}`))
	}
	return found
}

const lookForSmallTargets: Look = async (page) => {
	await page.setViewportSize({ width: 360, height: 740 })
	return findSmallTargets(page)
}

/** The spacing that WCAG 1.4.12 asks a page to bear, on the narrowest screen. */
const lookSpaced: Look = async (page) => {
	await page.setViewportSize({ width: 320, height: 740 })
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet()
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
		)
		document.adoptedStyleSheets.push(sheet)
	})
	return [...(await findSideways(page)), ...(await findCutTexts(page))]
}

const lookForMotion: Look = (page) =>
	page.evaluate(() => document.getAnimations().map((animation) => animation.constructor.name))

test.each(locales)(
	'no page in %s must be pushed sideways from 320 pixels (a zoom of 400 %) to 1280, breaks a word off, loses words to wider spacing or turns a number round; every button and lone link is at least 44 pixels, and nothing moves for who wants no motion',
	async (locale) => {
		const looks = {
			'small targets': lookForSmallTargets,
			motion: lookForMotion,
			...(locale === 'ar' && { 'turned numbers': findTurnedNumbers }),
			widths: lookAtWidths,
			'wider spacing': lookSpaced,
		}
		expect(await findOnAll(locale, looks, { ...phone, reducedMotion: 'reduce' })).toEqual([])
	},
)

test('in a high-contrast mode, light and dark, every text stands out; with a mouse no page must be pushed sideways', async () => {
	const lookIn =
		(colorScheme: 'light' | 'dark'): Look =>
		async (page) => {
			await page.emulateMedia({ colorScheme })
			return findPaleTexts(page)
		}
	expect(
		await findOnAll(
			'fr',
			{ light: lookIn('light'), dark: lookIn('dark'), sideways: findSideways },
			{ forcedColors: 'active' },
		),
	).toEqual([])
})

test('in a high-contrast mode buttons keep an edge', async () => {
	const look = async (page: Page): Promise<void> => {
		const edges = await page
			.locator('.button:visible')
			.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth)))
		expect(Math.min(...edges)).toBeGreaterThanOrEqual(1)
	}
	await onPage('/fr', look, { forcedColors: 'active' })
})

test('a word that does not fit its card is seen', async () => {
	await onPage(
		'/fr',
		async (page) => {
			expect(await findBrokenWords(page)).toEqual([])
			await page.evaluate(() => {
				for (const name of document.querySelectorAll<HTMLElement>('.numbers span'))
					Object.assign(name.style, { maxInlineSize: '3em', overflowWrap: 'anywhere' })
			})
			expect(await findBrokenWords(page)).toContainEqual(expect.stringContaining('Gendarmerie'))
		},
		phone,
	)
})

test('a number that does turn round on an Arabic page is seen', async () => {
	await onPage('/ar/contacts', async (page) => {
		expect(await page.getByText('10:00-16:00').count()).toBeGreaterThan(0)
		await page.evaluate(() => document.querySelector('h1')?.append(' المادة 503-2 و503-1'))
		expect(await findTurnedNumbers(page)).not.toEqual([])
	})
})
