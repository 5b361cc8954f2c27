import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { getDirection, getLangTag, locales } from '../../src/lib/base/index.ts'
import { asVisitor, onPage } from '../support/browser.ts'
import { addressOf, templateList } from '../support/templates.ts'

const tifinagh = /\p{Script=Tifinagh}/u
/** Every language, and for whoever asks for none of them. */
const hreflangs = [...locales.map(getLangTag), 'x-default'].sort()

const getHtml = async (address: string): Promise<string> => (await fetch(address)).text()

const getAlternates = (html: string): [tag: string, path: string][] =>
	[...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/gu)].map((match) => [
		match[1] ?? '',
		new URL(match[2] ?? '').pathname,
	])

test.each(locales)('every page in %s says its language and direction', async (locale) => {
	for (const [name] of templateList) {
		const html = await getHtml(addressOf(locale, name))
		expect(html, name).toContain(`<html lang="${getLangTag(locale)}" dir="${getDirection(locale)}"`)
	}
})

test.each(templateList)('%s names itself in all five languages for search engines', async (name, path) => {
	const alternates = getAlternates(await getHtml(addressOf('ar', name)))
	expect(alternates.map(([tag]) => tag).sort()).toEqual(hreflangs)
	const pathname = path.split('?')[0] ?? ''
	for (const locale of locales)
		expect(alternates).toContainEqual([getLangTag(locale), `/${locale}${pathname}`])
})

/** Opens the list of languages and takes one. */
const choose = async (page: Page, name: string): Promise<void> => {
	await page.locator('.languages summary').click()
	await page.locator('.languages').getByRole('link', { name, exact: true }).click()
}

test('changing the language stays on the same page', async () => {
	const changing = templateList.filter((one) => !one[1].endsWith('/print'))
	for (const [name, path] of changing) {
		const links =
			/<details class="drop languages[^]*?<\/details>/u.exec(await getHtml(addressOf('ar', name)))?.[0] ?? ''
		const hrefs = [...links.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href.split('?')[0])
		expect(hrefs, name).toContain(`/fr${path.split('?')[0]}`)
	}
	await asVisitor(async (page) => {
		for (const [name, path] of changing.filter((_, index) => index % 8 === 0)) {
			const pathname = path.split('?')[0] ?? ''
			await page.goto(`/ar${path}`)
			await choose(page, 'Français')
			await page.waitForURL((url) => url.pathname === `/fr${pathname}`)
			expect(await page.locator('html').getAttribute('lang'), name).toBe('fr')
			expect(await page.locator('.languages [aria-current]').textContent(), name).toBe('Français')
			expect(await page.locator('.languages summary').innerText(), name).toBe('Français')
		}
	})
})

test('changing the language of a search keeps what was searched', async () => {
	await onPage('/ar/search?q=tsawri', async (page) => {
		await choose(page, 'Français')
		await page.waitForURL('**/fr/search?q=tsawri')
	})
})

test('Tamazight in Latin letters shows no Tifinagh besides the name of the language', async () => {
	const found: string[] = []
	for (const [name] of templateList) {
		const html = await getHtml(addressOf('zgh-latn', name))
		const shown = html
			.replace(/<details class="drop languages[^]*?<\/details>/u, '')
			.replace(/<script[^]*?<\/script>/gu, '')
		const match = /.{0,40}\p{Script=Tifinagh}.{0,40}/u.exec(shown)
		if (match) found.push(`${name}: ${match[0]}`)
	}
	expect(found).toEqual([])
})

test('Tamazight in Tifinagh has the same page as in Latin letters', async () => {
	await onPage('/zgh/help', async (page) => {
		expect(await page.locator('h1').innerText()).toMatch(tifinagh)
		await choose(page, 'Tamaziɣt')
		await page.waitForURL('**/zgh-latn/help')
		expect(await page.locator('h1').innerText()).toMatch(/^[\p{Script=Latin}\s?!.,’'-]+$/u)
	})
})

test.each(['zgh', 'zgh-latn'])(
	'a page that %s does not have yet is shown in Arabic, and says so',
	async (locale) => {
		await onPage(`/${locale}/parents/games`, async (page) => {
			const notice = page.getByRole('note').first()
			expect(await notice.isVisible()).toBe(true)
			expect(await notice.getAttribute('lang')).toBeNull()
			for (const block of ['.head', '.now > div', '.body']) {
				const texts = page.locator(block).first()
				expect([await texts.getAttribute('lang'), await texts.getAttribute('dir')]).toEqual(['ar', 'rtl'])
				expect(await texts.innerText()).toMatch(/\p{Script=Arabic}/u)
			}
			expect(await page.locator('.page-grid h1').evaluate((title) => getComputedStyle(title).direction)).toBe(
				'rtl',
			)
			const law = page.locator('.law .more')
			expect(await law.getAttribute('lang')).toBe(locale === 'zgh' ? 'zgh' : 'zgh-Latn')
			expect(await law.getAttribute('dir')).toBe('ltr')
		})
	},
)

test.each([
	[undefined, 'ar'],
	['ar-MA,ar;q=0.9', 'ar'],
	['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
	['en-US,en;q=0.5', 'en'],
	['zgh', 'zgh'],
	['tzm-MA,fr;q=0.8', 'zgh'],
	['ber', 'zgh'],
	['de-DE,de;q=0.9,fr;q=0.4', 'fr'],
	['es', 'ar'],
	['en;q=0.3,fr;q=0.9', 'fr'],
	['*', 'ar'],
	[';;;,,,q=', 'ar'],
])('the bare address, asked for in %s, leads to %s', async (wanted, locale) => {
	const answer = await fetch(`${inject('origin')}/`, {
		redirect: 'manual',
		headers: wanted === undefined ? { 'accept-language': '' } : { 'accept-language': wanted },
	})
	expect(answer.status).toBe(302)
	expect(answer.headers.get('location')).toBe(`/${locale}`)
	expect(answer.headers.get('vary')).toContain('accept-language')
})
