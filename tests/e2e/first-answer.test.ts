/** Five people ask for help on a small phone, without script: three taps, a screen and a half, and the right door. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor } from '../support/browser.ts'

const screen = 640

/** Taps a link of what is shown, by where it leads. */
const tap = async (page: Page, path: string): Promise<void> => {
	await page.locator(`main a[href="${path}"]`).first().click()
	await page.waitForURL(`**${path}`)
}

const topOf = async (page: Page, selector: string): Promise<number> =>
	(await page.locator(selector).first().boundingBox())?.y ?? Infinity

type Journey = {
	who: string
	locale: string
	taps: readonly [situation: string, asker: string, urgency: string]
	doors: readonly string[]
	says: RegExp
}

const journeys: Journey[] = [
	{
		who: 'a boy of 15, threatened with pictures at night,',
		locale: 'ar',
		taps: ['threatened', 'teen', 'today'],
		doors: ['emc-helpline', 'onde-2511'],
		says: /لا (أ|ن)دفع/u,
	},
	{
		who: 'a girl of 9 whom a stranger asks for pictures',
		locale: 'ar',
		taps: ['stranger', 'child', 'today'],
		doors: ['emc-helpline', 'onde-2511'],
		says: /./u,
	},
	{
		who: 'a woman of 22 whose pictures go round',
		locale: 'fr',
		taps: ['images-shared', 'adult', 'today'],
		doors: ['stopncii'],
		says: /./u,
	},
	{
		who: 'a child of 13 who is hurt at home',
		locale: 'fr',
		taps: ['hurt-at-home', 'teen', 'today'],
		doors: ['onde-2511'],
		says: /hors de la maison/u,
	},
	{
		who: 'a citizen with a link to abuse',
		locale: 'fr',
		taps: ['abuse-seen', 'witness', 'today'],
		doors: ['iwf-morocco'],
		says: /enregistrez rien/u,
	},
]

test.each(journeys)(
	'$who stands at the right door after three taps',
	async ({ locale, taps, doors, says }) => {
		const [situation, asker, urgency] = taps
		await asVisitor(
			async (page) => {
				await page.goto(`/${locale}`)
				const step = `/${locale}/help/${situation}`
				await tap(page, step)
				await tap(page, `${step}/${asker}`)
				await tap(page, `${step}/${asker}/${urgency}`)
				const first = page.locator('[data-first]')
				expect(doors).toContain(await first.getAttribute('data-first'))
				expect(await topOf(page, '[data-first] .button')).toBeLessThan(screen * 1.5)
				expect(await topOf(page, 'main a[href^="tel:"]')).toBeLessThan(screen)
				expect(await page.locator('#now + div').innerText()).toMatch(says)
				// The bar calls; nothing on the page begins again.
				expect(await page.locator('[data-call]').getAttribute('href')).toMatch(/^tel:\d+$/u)
				expect(await page.locator(`a[href="/${locale}/help"]:visible`).count()).toBe(0)
			},
			{ viewport: { width: 360, height: screen }, isMobile: true, hasTouch: true, javaScriptEnabled: false },
		)
	},
)
