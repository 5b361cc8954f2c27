import { expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { asVisitor, onPage, phone } from '../support/browser.ts'
import { countReachable, pressTab, tabTo, walk } from '../support/focus.ts'
import { templateList, templates } from '../support/templates.ts'

/** Opens every template in one context and gathers what goes wrong, by name. */
const findOnAll = (
	locale: string,
	list: readonly (readonly [string, string])[],
	find: (page: Page, name: string) => Promise<unknown[]>,
	options: BrowserContextOptions = {},
): Promise<string[]> =>
	asVisitor(async (page) => {
		const found: string[] = []
		for (const [name, path] of list) {
			await page.goto(`/${locale}${path}`)
			found.push(...(await find(page, name)).map((wrong) => `${name}: ${JSON.stringify(wrong)}`))
		}
		return found
	}, options)

/** Takes the skip link, and says whether the next stop is the first one of the content. */
const isSkipped = async (page: Page): Promise<boolean> => {
	await page.locator('a[href="#content"]').first().focus()
	await page.keyboard.press('Enter')
	await page.keyboard.press('Tab')
	return page.evaluate(() => {
		const all = document.querySelectorAll(
			'#content :is(a[href], button:not([hidden]), input:not([type="hidden"]), textarea, select, summary, iframe)',
		)
		const first = [...all].find((one) => one.checkVisibility())
		return location.hash === '#content' && (first === undefined || document.activeElement === first)
	})
}

test('every page begins with the skip link, the name, the menu, the language, help and the way out, and the skip link leads to the first link of the content', async () => {
	const menu = ['Menu', 'Aide', 'Apprendre', 'Se protéger', 'Loi et signalement']
	const find = async (page: Page, template: string): Promise<string[]> => {
		// On pages of help the way to help would begin again: a number to call stands in its place.
		const help = (await page.locator('[data-call]').count()) > 0 ? 'Appeler le 19' : 'J’ai besoin d’aide'
		// Where somebody writes what happened, nothing leads away besides the exits.
		const groups = template.startsWith('report') || template.startsWith('mailbox') ? [] : menu
		const wanted = ['Aller au contenu', 'Thiqa', ...groups, 'Français', help, 'Quitter vite']
		const names: string[] = []
		const stops = template.endsWith(' to print') ? 0 : wanted.length
		while (names.length < stops) names.push((await pressTab(page)).name)
		const wrong = names.filter(
			(name, index) => name !== wanted[index] && !(name.startsWith('Appeler le') && help === 'Appeler le 19'),
		)
		return (await isSkipped(page)) ? wrong : [...wrong, 'the skip link leads elsewhere']
	}
	expect(await findOnAll('fr', templateList, find)).toEqual([])
})

test('on no page is there anything that Tab does not reach, anything without a ring or under the bar of a phone, or a trap', async () => {
	const find = async (page: Page): Promise<unknown[]> => {
		const stops = await walk(page)
		const missed = (await countReachable(page)) - stops.length
		const wrong = stops.filter(
			({ index, hasRing, isCovered }, place) => index !== place || !hasRing || isCovered,
		)
		return [...wrong, ...(missed === 0 ? [] : [{ missed }])]
	}
	expect(await findOnAll('ar', templateList, find, { ...phone, reducedMotion: 'reduce' })).toEqual([])
})

test('the help finder can be gone through to the doors with the keyboard alone', async () => {
	await onPage('/fr', async (page) => {
		for (const path of [
			'/help',
			'/help/threatened',
			'/help/threatened/teen',
			'/help/threatened/teen/today',
		]) {
			await tabTo(page, (stop) => stop.path === `/fr${path}`)
			await page.keyboard.press('Enter')
			await page.waitForURL(`**/fr${path}`)
		}
		await tabTo(page, (stop) => stop.path.startsWith('tel:'))
		expect(await page.locator('article.door').count()).toBeGreaterThan(3)
	})
})

test('Enter in the search field searches', async () => {
	await onPage('/ar', async (page) => {
		await tabTo(page, (stop) => stop.name === 'q')
		await page.keyboard.type('tsawri')
		await page.keyboard.press('Enter')
		await page.waitForURL('**/ar/search?q=tsawri')
	})
})

test('the sources of a page open with the keyboard', async () => {
	await onPage(`/fr${templates['topic for teens']}`, async (page) => {
		await tabTo(page, (stop) => stop.name === 'Sources de cette page')
		await page.keyboard.press('Enter')
		expect(await page.locator('main details').getAttribute('open')).not.toBeNull()
	})
})
