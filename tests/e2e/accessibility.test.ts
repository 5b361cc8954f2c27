import type { RunOptions } from 'axe-core'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { locales } from '../../src/lib/base/index.ts'
import { allRules, bringAxe, findViolations } from '../support/axe.ts'
import { asVisitor, phone } from '../support/browser.ts'
import { templateList } from '../support/templates.ts'

const desk = { viewport: { width: 1280, height: 800 } }

const colourNames = ['color-contrast', 'link-in-text-block']

/** Rules that judge colours; all others say the same in any scheme. */
const colourRules: RunOptions = {
	resultTypes: ['violations'],
	runOnly: { type: 'rule', values: colourNames },
}

/** All but colours, which are the same in every language. */
const otherRules: RunOptions = {
	...allRules,
	rules: { ...allRules.rules, ...Object.fromEntries(colourNames.map((name) => [name, { enabled: false }])) },
}

/** Colours are judged once for each direction of writing. */
const looksOf = (locale: string) =>
	locale === 'ar' || locale === 'fr'
		? ([
				{ colorScheme: 'light', rules: allRules },
				{ colorScheme: 'dark', rules: colourRules },
			] as const)
		: ([{ colorScheme: 'light', rules: otherRules }] as const)

const visitAll = async (page: Page, locale: string): Promise<string[]> => {
	const looks = looksOf(locale)
	const found: string[] = []
	for (const [name, path] of templateList) {
		await page.goto(`/${locale}${path}`)
		await bringAxe(page)
		for (const { colorScheme, rules } of looks) {
			await page.emulateMedia({ colorScheme })
			const lines = await findViolations(page, rules)
			found.push(...lines.map((line) => `${name} (${colorScheme}): ${line}`))
		}
	}
	return found
}

const sizes = { ar: phone, fr: phone, zgh: phone, 'zgh-latn': desk, en: desk } as const

test.each(locales)(
	'no page in %s keeps anyone out by all rules of axe; colours are judged in Arabic and French, in light and dark',
	async (locale) => {
		const options = { ...sizes[locale], reducedMotion: 'reduce' } as const
		expect(await asVisitor((page) => visitAll(page, locale), options)).toEqual([])
	},
)

test('the page that works when all else fails keeps nobody out', async () => {
	await asVisitor(async (page) => {
		for (const locale of locales) {
			await page.goto(`/${locale}/%E0%A4%A`)
			await bringAxe(page)
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme })
				expect(await findViolations(page, allRules), `${locale}, ${colorScheme}`).toEqual([])
			}
		}
	}, phone)
})
