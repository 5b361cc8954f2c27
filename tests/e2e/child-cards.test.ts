/** A child swipes through six pictures on the phones that families have, and reaches a grown-up or a number without reading. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { locales } from '../../src/lib/base/index.ts'
import { cardCount } from '../../src/lib/domains/guide/index.ts'
import { asVisitor, onPage, withAndWithoutScript } from '../support/browser.ts'
import { readLibrary } from '../support/content.ts'

const topics = readLibrary().cards.map(({ topic }) => topic)
const sizes = [
	{ width: 360, height: 640 },
	{ width: 320, height: 568 },
]

/** Brings a card to the top, as a swipe does, and measures how it stands above the bar; the first stands below the head. */
const measure = (page: Page, index: number) =>
	page.evaluate(async (at) => {
		const card = document.querySelectorAll('.cards > li')[at]
		const image = card?.querySelector('img')
		const bar = document.querySelector('.exits')?.getBoundingClientRect()
		if (!card || !image || !bar) throw new Error('reading a card: it is not there')
		if (at === 0) scrollTo(0, 0)
		else card.scrollIntoView()
		await image.decode()
		const box = image.getBoundingClientRect()
		const end = card.lastElementChild?.getBoundingClientRect().bottom ?? 0
		return {
			isAbove: end <= bar.top + 0.5,
			isWithin: box.top >= 0 && document.documentElement.scrollWidth <= innerWidth,
			isLazy: image.loading === 'lazy',
			share: box.height / innerHeight,
			isLarge: Number.parseFloat(getComputedStyle(card.querySelector('.say') ?? card).fontSize) >= 26,
		}
	}, index)

test.each(sizes)(
	'every card of every topic stands on one screen of $width by $height',
	async ({ width, height }) => {
		for (const locale of locales)
			await asVisitor(
				async (page) => {
					for (const topic of topics) {
						await page.goto(`/${locale}/children/${topic}`)
						await page.evaluate(() => document.fonts.ready)
						expect(await page.locator('.cards > li').count()).toBe(cardCount)
						for (let index = 0; index < cardCount; index++) {
							const { share, ...seen } = await measure(page, index)
							const place = `${locale} ${topic} card ${index + 1}`
							expect(seen, place).toEqual({ isAbove: true, isWithin: true, isLazy: index > 0, isLarge: true })
							expect(share, place).toBeGreaterThan(0.25)
						}
						const call = page.locator('.cards > li:last-child a[href="tel:2511"]')
						const box = await call.boundingBox()
						expect(box && box.y >= 0 && box.y + box.height <= height && box.height >= 44, topic).toBe(true)
					}
				},
				{
					viewport: { width, height },
					hasTouch: true,
					isMobile: true,
					javaScriptEnabled: true,
					reducedMotion: 'reduce',
				},
			)
	},
)

test.each(withAndWithoutScript)(
	'a girl of nine who does not read gets to a grown-up by pictures alone, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr',
			async (page) => {
				// A door, a picture, five taps on the round arrow: nothing of it needs a word.
				await page.locator('main a[href="/fr/children"]').first().tap()
				await page.waitForURL('**/fr/children')
				await page.locator('a[href="/fr/children/grooming"]').tap()
				await page.waitForURL('**/fr/children/grooming')
				const bar = page.locator('.exits a[href="tel:2511"]')
				expect(await bar.isVisible()).toBe(true)
				for (let card = 2; card <= cardCount; card++) {
					await page.locator(`#card-${card - 1} .next`).tap()
					await page.waitForURL(`**#card-${card}`)
				}
				const box = await page.locator('#card-6 a[href="tel:2511"]').boundingBox()
				expect(box?.y).toBeGreaterThan(0)
				expect(box?.width).toBeGreaterThan(250)
			},
			{
				viewport: { width: 360, height: 640 },
				hasTouch: true,
				isMobile: true,
				javaScriptEnabled,
				reducedMotion: 'reduce',
			},
		)
	},
)

test('the fold for the grown-up keeps all of the article, and a sheet of paper has the six cards', async () => {
	await onPage('/fr/children/bullying', async (page) => {
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
		await page.getByText('Pour le grand à côté de toi').click()
		for (const id of ['what', 'do', 'say', 'not', 'law'])
			expect(await page.locator(`#${id}`).isVisible()).toBe(true)
		await page.getByRole('link', { name: 'Version à imprimer' }).click()
		await page.waitForURL('**/print')
		expect(await page.locator('main li img').count()).toBe(cardCount)
		expect(await page.locator('a[href="tel:2511"]').count()).toBe(1)
	})
})
