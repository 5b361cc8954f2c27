/** A child sees a film without words, without script: it moves when asked, stands still when asked, and never moves for who wants less motion. */
import { chromium, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { asVisitor, phone } from '../support/browser.ts'
import { allRules, bringAxe, findViolations } from '../support/axe.ts'

const ids = ['chain', 'hook', 'secret']
const still = { ...phone, javaScriptEnabled: false } satisfies BrowserContextOptions

const look = async (seen: Locator): Promise<string> => (await seen.screenshot()).toString('base64')

/** True when pictures that are taken one after the other are all the same. */
const isStill = async (seen: Locator): Promise<boolean> => {
	const looks = new Set<string>()
	for (let moment = 0; moment < 8; moment++) looks.add(await look(seen))
	return looks.size === 1
}

const waitUntilMoved = async (seen: Locator): Promise<void> => {
	const first = await look(seen)
	await expect.poll(() => look(seen)).not.toBe(first)
}

const openFilm = async (page: Page): Promise<Locator> => {
	await page.locator('main summary').tap()
	const moving = page.locator('main picture img')
	await moving.evaluate((image: HTMLImageElement) => image.decode())
	return moving
}

test.each(['ar', 'fr'])(
	'in %s a film moves when asked and stops when asked, two taps from the door',
	async (lang) => {
		await asVisitor(async (page) => {
			await page.goto(`/${lang}/children`)
			await page.locator('main a[href$="/children/loops"]').tap()
			await page.locator('main a[href$="/loops/hook"]').tap()
			await page.waitForURL(`**/${lang}/children/loops/hook`)
			const picture = page.locator('main summary img')
			expect(await picture.isVisible()).toBe(true)
			expect(await picture.getAttribute('alt')).toBe(await page.locator('h1').innerText())
			expect(await isStill(picture)).toBe(true)
			const moving = await openFilm(page)
			expect(await picture.isVisible()).toBe(false)
			expect(await moving.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(
				lang === 'ar' ? /\/moving-hook\.rtl\.svg$/u : /\/moving-hook\.svg$/u,
			)
			await waitUntilMoved(moving)
			await page.locator('main summary').tap()
			expect(await moving.isVisible()).toBe(false)
			expect(await picture.isVisible()).toBe(true)
		}, still)
	},
)

test('who wants less motion sees the still, on the page and in the file itself', async () => {
	await asVisitor(
		async (page) => {
			await page.goto('/fr/children/loops/chain')
			const shown = await openFilm(page)
			expect(await shown.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(
				/\/loop-chain\.svg$/u,
			)
			expect(await isStill(shown)).toBe(true)
			await page.goto('/scenes/moving-chain.svg')
			expect(await page.locator('svg > .move').isVisible()).toBe(false)
			expect(await page.locator('svg > .still').isVisible()).toBe(true)
		},
		{ ...still, reducedMotion: 'reduce' },
	)
})

test('a browser whose device asks for less motion stills the file inside an image too', async () => {
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: ['--no-sandbox', '--force-prefers-reduced-motion'],
	})
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 360 } })
		await page.goto(`${inject('origin')}/fr/children/loops`)
		for (const id of ids) {
			await page.setContent(
				`<img src="${inject('origin')}/scenes/moving-${id}.svg" width="340" height="340">`,
			)
			const image = page.locator('img')
			await image.evaluate((one: HTMLImageElement) => one.decode())
			expect(await isStill(image), id).toBe(true)
		}
	} finally {
		await browser.close()
	}
})

test('a film repeats after twenty seconds, and is where it began', async () => {
	await asVisitor(async (page) => {
		for (const id of ids) {
			await page.goto(`/scenes/moving-${id}.svg`)
			const readAt = (seconds: number): Promise<string[]> =>
				page.evaluate((time) => {
					for (const animation of document.getAnimations()) {
						animation.pause()
						animation.currentTime = time * 1000
					}
					return [...document.querySelectorAll('.move g[class]')].map((part) => {
						const { transform, opacity } = getComputedStyle(part)
						return `${transform} ${opacity}`
					})
				}, seconds)
			const first = await readAt(0)
			expect(first.length, id).toBeGreaterThan(10)
			expect(await readAt(10), id).not.toEqual(first)
			expect(await readAt(20), id).toEqual(first)
		}
	})
})

test.each(['ar', 'fr'])('in %s the strip prints every frame on one sheet', async (lang) => {
	await asVisitor(async (page) => {
		for (const id of ids) {
			await page.goto(`/${lang}/children/loops/${id}/print`)
			const frames = page.locator('main li img')
			expect(await frames.count(), id).toBe(8)
			for (const frame of await frames.all())
				expect(
					await frame.evaluate((image: HTMLImageElement) =>
						image.decode().then(() => image.naturalWidth > 0),
					),
				).toBe(true)
			const sheet = (await page.pdf({ format: 'A4' })).toString('latin1')
			expect(sheet.match(/\/Type\s*\/Page\b/gu), id).toHaveLength(1)
			await page.emulateMedia({ media: 'print' })
			const looks = new Set<string>()
			for (const frame of await frames.all()) looks.add((await frame.screenshot()).toString('base64'))
			expect(looks.size, id).toBe(8)
			await page.emulateMedia({ media: null })
		}
	})
})

test.each(['ar', 'fr'])(
	'in %s pages of films fit 320 pixels, and axe finds nothing, closed and open',
	async (lang) => {
		await asVisitor(
			async (page) => {
				for (const path of ['', '/chain', '/hook', '/secret', '/hook/print']) {
					await page.goto(`/${lang}/children/loops${path}`)
					await bringAxe(page)
					const check = async (): Promise<void> => {
						expect(await findViolations(page, allRules), path).toEqual([])
						expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
							320,
						)
					}
					await check()
					if (path !== '' && !path.endsWith('print')) {
						await openFilm(page)
						await check()
					}
				}
			},
			{ ...phone, viewport: { width: 320, height: 568 } },
		)
	},
)
