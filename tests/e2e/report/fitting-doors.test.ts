import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { pickDoors } from '../../../src/lib/domains/reports/index.ts'
import { onPage, phone, withAndWithoutScript } from '../../support/browser.ts'
import { fillReport, sendReport, waitForSteps } from '../../support/report-form.ts'

const getShown = (page: Page): Promise<(string | undefined)[]> =>
	page.locator('[data-door]:visible').evaluateAll((items) => items.map((item) => item.dataset['door']))

/** What the help finder says at this hour to the young person of the story; which door comes first depends on who is at the phone. */
const findFitting = async (page: Page): Promise<string[]> => {
	const table = await page.locator('[data-other-doors]').getAttribute('data-table')
	return pickDoors(table ?? '', { what: ['sexual-extortion'], who: 'teen', danger: 'no' })
}

test.each(withAndWithoutScript)(
	'beside the receipt stand the three doors that fit best, the others behind one press, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar/report',
			async (page) => {
				const fitting = await findFitting(page)
				if (javaScriptEnabled) await waitForSteps(page)
				await fillReport(page)
				// Without script the server wants to see that a person has taken some time.
				if (!javaScriptEnabled) await wait(10_500)
				await sendReport(page, javaScriptEnabled)
				expect(await page.locator('.receipt [data-fits~="sexual-extortion.teen"] li').count()).toBe(3)
				const best = await getShown(page)
				expect(best).toEqual(fitting.slice(0, 3))
				await page.getByText('كل الأبواب', { exact: true }).click()
				const all = await getShown(page)
				expect(all).toEqual(fitting)
				expect(all.slice(3)).toEqual(expect.arrayContaining(['police', 'gendarmerie', 'civil-protection']))
				expect(all).not.toContain('iwf-morocco')
				expect(await page.getByRole('link', { name: 'كل الأبواب وأوقاتها' }).isVisible()).toBe(true)
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test.each([
	['ar', 'كل الأبواب'],
	['fr', 'Toutes les portes'],
	['zgh', 'ⵜⵉⴳⴳⵓⵔⴰ ⴽⵓⵍⵍⵓ'],
	['en', 'All doors'],
])('before the report in %s three doors stand open, the others behind one press', async (locale, words) => {
	await onPage(
		`/${locale}/report`,
		async (page) => {
			expect(await getShown(page)).toHaveLength(3)
			await page.getByText(words, { exact: true }).click()
			const all = await getShown(page)
			expect(all.length).toBeGreaterThan(3)
			expect(all).toEqual(expect.arrayContaining(['onde-2511', 'e-blagh', 'iwf-morocco']))
		},
		{ ...phone, javaScriptEnabled: false },
	)
})
