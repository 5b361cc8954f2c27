/** Back, in a browser that keeps pages in memory: `no-store` does not reach that memory. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asVisitorWhoGoesBack } from '../../support/browser.ts'
import { story, waitForSteps } from '../../support/report-form.ts'

const goAwayAndBack = async (page: Page): Promise<void> => {
	const path = new URL(page.url()).pathname
	await page.goto('/ar/contacts')
	await page.evaluate(() => history.back()).catch(() => undefined)
	await page.waitForURL(`**${path}*`, { waitUntil: 'commit' })
}

/** All that stands in fields, and whether the page is shown again. */
const read = (page: Page): Promise<{ isShown: boolean; fields: string }> =>
	page
		.evaluate(() => ({
			isShown: document.readyState === 'complete' && !document.body.hidden,
			fields: Array.from(
				document.querySelectorAll<HTMLTextAreaElement>('textarea, input:not([type])'),
				({ value }) => value,
			).join(),
		}))
		.catch(() => ({ isShown: false, fields: '' }))

const waitUntilShown = async (page: Page): Promise<string> => {
	await expect.poll(async () => (await read(page)).isShown).toBe(true)
	return (await read(page)).fields
}

test('words that were typed are gone after another page and Back', async () => {
	await asVisitorWhoGoesBack(async (page) => {
		await page.goto('/ar/report')
		await waitForSteps(page)
		await page
			.locator('textarea[name=words]')
			.evaluate((field: HTMLTextAreaElement, words) => (field.value = words), story.words)
		await goAwayAndBack(page)
		await page.locator('form.live').waitFor()
		expect(await waitUntilShown(page)).not.toContain(story.words)
	})
})

/** Writes into every field there is, and ticks every box; answers how many. Asked in the page: most of them stand on a step that is not shown. */
const fillAll = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const fields = Array.from(
			document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main input, main textarea'),
		).filter(({ type }) => !['hidden', 'file', 'submit', 'button'].includes(type))
		for (const field of fields)
			if (field.type === 'radio' || field.type === 'checkbox') (field as HTMLInputElement).checked = true
			else field.value = 'CANARY-BACK'
		return fields.length
	})

/** Names of fields in which something stands, or that are ticked, though the page as it was made has them empty. */
const listFilled = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		Array.from(document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main input, main textarea'))
			.filter((field) =>
				field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
					? field.checked && !field.defaultChecked
					: field.value.includes('CANARY'),
			)
			.map(({ name, id }) => name || id),
	)

test.each([
	['/ar/report', 25],
	['/fr/mailbox', 2],
])('no field of %s holds anything after another page and Back', async (path, atLeast) => {
	await asVisitorWhoGoesBack(async (page) => {
		await page.goto(path, { waitUntil: 'networkidle' })
		expect(await fillAll(page)).toBeGreaterThanOrEqual(atLeast)
		expect(await listFilled(page)).not.toEqual([])
		await goAwayAndBack(page)
		await waitUntilShown(page)
		expect(await listFilled(page)).toEqual([])
	})
})

test('the number of a mailbox is gone after another page and Back', async () => {
	await asVisitorWhoGoesBack(async (page) => {
		await page.goto('/ar/mailbox')
		await page.locator('#code').fill('1234 5678')
		await goAwayAndBack(page)
		expect(await waitUntilShown(page)).not.toContain('1234')
	})
})

test('without script Back shows the words again, and each page has said so', async () => {
	await asVisitorWhoGoesBack(
		async (page) => {
			for (const locale of ['ar', 'fr', 'zgh', 'en'])
				for (const place of ['report', 'mailbox']) {
					await page.goto(`/${locale}/${place}`)
					const says =
						{ ar: 'زر الرجوع', fr: '« Retour »', zgh: 'ⵎⴽ ⵜⵓⵔⵔⵉⴷ', en: 'Back button' }[locale] ?? ''
					expect(
						(await page.locator('main').textContent())?.replaceAll(/[\u00a0\u202f]/gu, ' '),
						`${locale}/${place}`,
					).toContain(says)
				}
			await page.goto('/ar/mailbox')
			await page.locator('#code').fill('1234 5678')
			await goAwayAndBack(page)
			expect(await waitUntilShown(page), 'the browser of this test keeps pages').toContain('1234')
		},
		{ javaScriptEnabled: false },
	)
})
