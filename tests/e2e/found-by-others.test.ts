/** Sensitive pages: a neutral name on the screen and in the history, their own for search engines and in a link that is sent. */
import type { Page } from 'playwright-core'
import { inject, expect, test } from 'vitest'
import { asVisitor, withAndWithoutScript } from '../support/browser.ts'

const sensitive = ['teens/sexual-extortion', 'teens/bullying', 'teens/self-harm', 'help'] as const
const neutral = { ar: 'صفحة', fr: 'Page', en: 'Page' } as const

const readHistory = async (page: Page): Promise<{ url: string; title: string }[]> => {
	const session = await page.context().newCDPSession(page)
	const { entries } = await session.send('Page.getNavigationHistory')
	return entries.map(({ url, title }) => ({ url: new URL(url).pathname, title }))
}

test.each(withAndWithoutScript)(
	'$script the history knows sensitive pages by a neutral title',
	async ({ javaScriptEnabled }) => {
		await asVisitor(
			async (page) => {
				for (const [locale, title] of Object.entries(neutral))
					for (const place of sensitive) {
						await page.goto(`/${locale}/${place}`)
						expect(await page.title(), place).toBe(title)
						expect((await readHistory(page)).at(-1)).toEqual({ url: `/${locale}/${place}`, title })
					}
			},
			{ javaScriptEnabled },
		)
	},
)

test('search engines and messengers are told what a sensitive page is about', async () => {
	await asVisitor(async (page) => {
		for (const locale of ['ar', 'fr', 'zgh', 'en'])
			for (const place of sensitive) {
				await page.goto(`/${locale}/${place}`)
				const heading = (await page.locator('h1').first().innerText()).trim()
				const read = (selector: string): Promise<string | null> =>
					page.locator(`head > ${selector}`).getAttribute('content')
				const told = await read('meta[property="og:title"]')
				expect(told?.replaceAll(/\s/gu, ' '), `${locale}/${place}`).toBe(heading.replaceAll(/\s/gu, ' '))
				expect((await read('meta[property="og:description"]'))?.length).toBeGreaterThan(20)
				expect(await read('meta[name=description]')).toBe(await read('meta[property="og:description"]'))
				expect(new URL((await read('meta[property="og:url"]')) ?? '').pathname).toBe(`/${locale}/${place}`)
				expect(await read('meta[property="og:image"]')).toMatch(/\/og\/home-/u)
				expect(await read('meta[name=robots]')).toBe('noarchive')
				expect(await page.locator('head > link[rel=manifest]').count()).toBe(0)
				expect(await page.locator('head > meta[name=description]').count()).toBe(1)
			}
	})
})

/** Sensitive pages that are nobody's way in: their heads say nothing of what was searched for, chosen or answered. */
const nameless = [
	'help/threatened',
	'help/threatened/teen',
	'help/threatened/teen/now',
	'search',
	'search?q=menace',
	'law/search?q=menace',
	'teens/sexual-extortion/print',
	'skills/told',
	'skills/quiz/sexual-extortion/a',
]

test('a sensitive page that is nobody’s way in is described by one neutral word', async () => {
	await asVisitor(async (page) => {
		for (const [locale, title] of Object.entries(neutral))
			for (const place of nameless) {
				const answer = await page.goto(`/${locale}/${place}`)
				expect(answer?.status(), place).toBe(200)
				const told = page.locator('head > meta[name=description]')
				expect(await told.count(), `${locale}/${place}`).toBe(1)
				expect(await told.getAttribute('content'), `${locale}/${place}`).toBe(title)
				expect(await page.locator('head > meta[property^="og:"]').count(), place).toBe(0)
			}
	})
})

test('every page names its own address, and where to begin in no language', async () => {
	await asVisitor(async (page) => {
		for (const path of ['/fr', '/ar/contacts', '/zgh/law', '/en/teens/bullying']) {
			await page.goto(path)
			const canonical = await page.locator('head > link[rel=canonical]').getAttribute('href')
			expect(new URL(canonical ?? '').pathname).toBe(path)
			const first = await page.locator('head > link[hreflang=x-default]').getAttribute('href')
			expect(new URL(first ?? '').pathname).toBe(path === '/fr' ? '/' : path.replace(/^\/[^/]+/u, '/ar'))
		}
	})
})

test('the site map dates pages by their content', async () => {
	const text = await (await fetch(`${inject('origin')}/sitemap.xml`)).text()
	const dates = [...text.matchAll(/<lastmod>([^<]+)<\/lastmod>/gu)].map(([, day]) => day)
	expect(dates.length).toBeGreaterThan(100)
	for (const day of new Set(dates)) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/u)
	expect(/<loc>[^<]*\/fr\/teens\/sexual-extortion<\/loc><lastmod>/u.test(text)).toBe(true)
	expect(/<loc>[^<]*\/fr\/privacy<\/loc><lastmod>/u.test(text)).toBe(false)
})

test('a phone finds a manifest in its language, icons of the size they are said to have, and no trace in the address', async () => {
	const origin = inject('origin')
	for (const [locale, name, dir] of [
		['ar', 'ثقة', 'rtl'],
		['fr', 'Thiqa', 'ltr'],
		['zgh', 'ⵜⵉⵇⴰ', 'ltr'],
	] as const) {
		const answer = await fetch(`${origin}/${locale}/manifest.webmanifest`)
		expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/u)
		const manifest = (await answer.json()) as { icons: { src: string; sizes: string; type: string }[] }
		expect(manifest).toMatchObject({ name, dir, lang: locale, start_url: `/${locale}`, scope: '/' })
		for (const { src, sizes, type } of manifest.icons) {
			const icon = await fetch(`${origin}${src}`)
			expect([icon.status, icon.headers.get('content-type')], src).toEqual([200, type])
			const body = Buffer.from(await icon.arrayBuffer())
			if (type === 'image/png') expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(sizes)
		}
	}
	const ico = Buffer.from(await (await fetch(`${origin}/favicon.ico`)).arrayBuffer())
	expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0])
	expect(ico.subarray(ico.readUInt32LE(18)).subarray(1, 4).toString()).toBe('PNG')
})
