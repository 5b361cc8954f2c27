import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { locales } from '../../../src/lib/base/index.ts'
import { asVisitor, onPage, phone } from '../../support/browser.ts'

const sizes = [
	{ width: 360, height: 740 },
	{ width: 390, height: 844 },
] as const

const agents = {
	'in a browser': undefined,
	'inside another app':
		'Mozilla/5.0 (Linux; Android 13; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.23',
	'in a browser that saves data':
		'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36 Puffin/9.7',
} as const
type Place = keyof typeof agents

/** What has to be seen before anything is pressed or pushed. */
const wanted = (place: Place): Record<string, string> => ({
	demonstration: '.demo[role="note"]',
	...(place === 'in a browser'
		? { 'numbers for danger': '#start .numbers li:not(.beside)' }
		: { warning: '.guard' }),
	start: '#start .button',
	'a faster door': '#start a[href="#other-doors"]',
})

/** What of it is not wholly above the bar at the bottom of the screen. */
const findOutOfView = async (page: Page, place: Place): Promise<string[]> => {
	const bar = await page.locator('.exits').boundingBox()
	const missing: string[] = []
	for (const [name, selector] of Object.entries(wanted(place))) {
		const all = page.locator(selector)
		expect(await all.count(), name).toBeGreaterThan(0)
		for (const one of await all.all()) {
			const box = await one.boundingBox()
			// A card's own padding may touch the bar where the system has a wider letter; its words may not.
			if (!box || box.y < 0 || box.y + box.height > (bar?.y ?? 0) + 8) missing.push(name)
		}
	}
	return missing
}

test.each(locales)(
	'the first view of a phone in %s shows the start of the report, with the warning and the faster door',
	async (locale) => {
		for (const place of Object.keys(agents) as Place[])
			for (const javaScriptEnabled of [true, false]) {
				const userAgent = agents[place]
				await onPage(
					`/${locale}/report`,
					async (page) => {
						for (const viewport of sizes) {
							await page.setViewportSize(viewport)
							const found = await findOutOfView(page, place)
							expect(found, `${place}, ${viewport.width}, script: ${javaScriptEnabled}`).toEqual([])
						}
					},
					{ ...phone, javaScriptEnabled, ...(userAgent && { userAgent }) },
				)
			}
	},
)

test('inside another app the start says that one stays there', async () => {
	await onPage(
		'/fr/report',
		async (page) => {
			await page.getByText('Ou copie cette adresse', { exact: false }).click()
			expect(await page.locator('.guard code').isVisible()).toBe(true)
			await page.getByRole('link', { name: 'Continuer ici quand même' }).click()
			expect(await page.locator('#ask-danger').isVisible()).toBe(true)
		},
		{ ...phone, javaScriptEnabled: false, userAgent: agents['inside another app'] },
	)
})

test('the numbers stand in the first view also in the wider letters of the system', async () => {
	await asVisitor(async (page) => {
		await page.route('**/*.woff2', (route) => route.abort())
		await page.goto('/fr/report')
		expect(await findOutOfView(page, 'in a browser')).toEqual([])
		const [bar, number] = [page.locator('.exits'), page.locator('#start .numbers li').first()]
		const [below, card] = [await bar.boundingBox(), await number.boundingBox()]
		expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
	}, phone)
})
