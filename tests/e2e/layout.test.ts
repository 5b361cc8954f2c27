import { expect, inject, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { locales, type Locale } from '../../src/lib/base/index.ts'
import { asVisitor, findFontSets, onPage, phone, type FontSet } from '../support/browser.ts'
import { walkHelp, walkPlan, walkQuiz, walkReport, walkStories } from '../support/inner-steps.ts'
import {
	findBrokenWords,
	findCutTexts,
	findPaleTexts,
	findSideways,
	findSidewaysInBigText,
	findSmallTargets,
	findTurnedNumbers,
	setFolds,
} from '../support/page-measures.ts'
import { templateList } from '../support/templates.ts'

const widths = [320, 360, 768, 1280] as const
const phoneWidths = [320, 360] as const

const { shown: fontSets, missing } = findFontSets()
for (const fonts of missing)
	console.warn(
		`skipped: the layout ${fonts}: those fonts are not on this machine (apt install fonts-noto-core)`,
	)
const [usual = 'without Noto', ...others] = fontSets
const cases = [usual, ...others].flatMap((fonts) => locales.map((locale) => ({ locale, fonts })))

type Look = (page: Page) => Promise<string[]>

/** Opens every template once in one context and gathers what each look says of it; the last look may change the page. */
const findOnAll = (
	locale: Locale,
	looks: Readonly<Record<string, Look>>,
	options: BrowserContextOptions = {},
	fonts?: FontSet,
): Promise<string[]> =>
	asVisitor(
		async (page) => {
			const found: string[] = []
			for (const [name, path] of templateList) {
				await page.goto(`/${locale}${path}`)
				for (const [what, look] of Object.entries(looks))
					found.push(...(await look(page)).map((line) => `${what}, ${name}: ${line}`))
			}
			return found
		},
		options,
		fonts,
	)

/** Pushed sideways at any width, or a word broken off on a phone. */
const lookAt =
	(some: readonly number[]): Look =>
	async (page) => {
		const found: string[] = []
		for (const width of some) {
			await page.setViewportSize({ width, height: 740 })
			found.push(...(await findSideways(page)).map((line) => `sideways at ${width}: ${line}`))
			if (width > 360) continue
			found.push(...(await findBrokenWords(page)).map((line) => `broken word at ${width}: ${line}`))
		}
		return found
	}

/** Looks with every fold open, and shuts again what was shut. */
const withFolds =
	(look: Look): Look =>
	async (page) => {
		await setFolds(page, true)
		const found = await look(page)
		await setFolds(page, false)
		return found
	}

const onPhone =
	(look: Look): Look =>
	async (page) => {
		await page.setViewportSize({ width: 360, height: 740 })
		return look(page)
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

/** Text twice as big. Pages with a table are left out: what has rows and columns may be moved in both directions (WCAG 1.4.10). */
const lookBig: Look = async (page) =>
	(await page.locator('main table').count()) > 0 ? [] : onPhone(findSidewaysInBigText)(page)

/** What letters decide is looked at in every font of the machine, on a phone; what space decides, once. */
const getLooks = (locale: Locale, isUsual: boolean): Record<string, Look> => ({
	...(isUsual && { 'small targets': onPhone(findSmallTargets), motion: lookForMotion }),
	...(locale === 'ar' && { 'turned numbers': findTurnedNumbers }),
	widths: lookAt(isUsual ? widths : phoneWidths),
	'open folds': withFolds(lookAt(phoneWidths)),
	...(isUsual && { 'text twice as big': lookBig, 'wider spacing': lookSpaced }),
})

test.each(cases)(
	'no page in $locale must be pushed sideways from 320 pixels (a zoom of 400 %) to 1280 nor by text twice as big, breaks a word off, loses words to wider spacing or turns a number or an address round, $fonts; every button and lone link is at least 44 pixels, and nothing moves for who wants no motion',
	async ({ locale, fonts }) => {
		const looks = getLooks(locale, fonts === usual)
		expect(await findOnAll(locale, looks, { ...phone, reducedMotion: 'reduce' }, fonts)).toEqual([])
	},
)

/** Walks steps inside pages and gathers what does not fit at any of them. */
const findOnSteps = (
	{ locale, fonts, hasScript }: { locale: Locale; fonts: FontSet; hasScript: boolean },
	walk: (page: Page, look: (step: string) => Promise<void>) => Promise<void>,
): Promise<string[]> =>
	asVisitor(
		async (page) => {
			const found: string[] = []
			await walk(page, async (step) => {
				const lines = await lookAt(phoneWidths)(page)
				const turned = locale === 'ar' ? await findTurnedNumbers(page) : []
				found.push(...[...lines, ...turned].map((line) => `${step}: ${line}`))
			})
			return found
		},
		{
			...phone,
			baseURL: `${inject('origin')}/${locale}/`,
			javaScriptEnabled: hasScript,
			reducedMotion: 'reduce',
		},
		fonts,
	)

test.each(cases)(
	'no step inside the report, its mailbox, the help finder, the stories, a quiz or the family plan in $locale must be pushed sideways or breaks a word off on a phone, $fonts',
	async ({ locale, fonts }) => {
		const found = await findOnSteps({ locale, fonts, hasScript: true }, async (page, look) => {
			await walkReport(page, true, look)
			await walkHelp(page, look)
			await walkStories(page, look)
			await walkQuiz(page, look)
			await walkPlan(page, look)
		})
		expect(found).toEqual([])
	},
)

test.each(cases)(
	'no step inside the report and its mailbox in $locale must be pushed sideways or breaks a word off on a phone without script, $fonts',
	async ({ locale, fonts }) => {
		const seen = { locale, fonts, hasScript: false } as const
		expect(await findOnSteps(seen, (page, look) => walkReport(page, false, look))).toEqual([])
	},
)

test('a field wider than the screen in one step of the report is seen', async () => {
	const seen = { locale: 'ar', fonts: usual, hasScript: false } as const
	const found = await findOnSteps(seen, async (page, look) => {
		await page.goto('report#ask-reader')
		await page.evaluate(() => {
			const field = document.querySelector<HTMLElement>('input[name=contact]')
			Object.assign(field?.style ?? {}, { inlineSize: '461px', maxInlineSize: 'none' })
		})
		await look('the last step')
	})
	expect(found).toContainEqual(expect.stringMatching(/^the last step: sideways at 320/u))
})

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

test.each(locales)(
	'on the front door in %s the example in the search field is read whole, beside its button, at 320 pixels',
	async (locale) => {
		await onPage(
			`/${locale}`,
			async (page) => {
				await page.setViewportSize({ width: 320, height: 740 })
				const field = page.getByRole('searchbox')
				const button = page.getByRole('search').getByRole('button')
				expect((await button.boundingBox())?.y).toBe((await field.boundingBox())?.y)
				const isCut = await field.evaluate((input: HTMLInputElement) => {
					input.value = input.placeholder
					return input.scrollWidth > input.clientWidth
				})
				expect(isCut).toBe(false)
			},
			phone,
		)
	},
)

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

test('an address that begins with a digit and does turn round on an Arabic page is seen', async () => {
	await onPage('/ar/contacts', async (page) => {
		expect(await page.getByText('2511.ma').count()).toBeGreaterThan(0)
		await page.evaluate(() => document.querySelector('h1')?.append(' افتح 2511.ma'))
		expect(await findTurnedNumbers(page)).toContainEqual(expect.stringMatching(/^2511\.ma in: /u))
	})
})
