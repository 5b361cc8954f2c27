import { expect, test } from 'vitest'
import { asVisitor, onPage, phone } from '../support/browser.ts'

const withoutScript = { ...phone, javaScriptEnabled: false }

test('a teen who is threatened is two taps from the law in their words, and one more from the article', async () => {
	await asVisitor(async (page) => {
		await page.goto('/ar/law')
		await page.getByRole('link', { name: 'شي واحد كيهددني بتصاوري' }).tap()
		await page.getByRole('link', { name: 'لشاب أو شابة' }).tap()
		await page.waitForURL('**/ar/law/situations/sit-sextortion/teens')
		expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(4)
		await page.locator('a[href$="/law/provisions/pc-503-2"]').first().tap()
		await page.waitForURL('**/ar/law/provisions/pc-503-2')
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
		expect(await page.locator('main').innerText()).toContain('503-2')
	}, withoutScript)
})

test('from the front of the law a teen reads the way to judgment without script, in each direction', async () => {
	for (const lang of ['ar', 'fr'])
		await asVisitor(async (page) => {
			await page.goto(`/${lang}/law`)
			await page.locator(`a[href="/${lang}/law/path/teens"]`).tap()
			await page.waitForURL(`**/${lang}/law/path/teens`)
			expect(await page.locator('ol.path > li').count()).toBe(6)
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
			await page.locator(`a[href="/${lang}/law/path/children"]`).tap()
			await page.waitForURL(`**/${lang}/law/path/children`)
			expect(await page.locator('ol.path').innerText()).not.toMatch(/\d/u)
		}, withoutScript)
})

test('a topic page leads to the law, and the law back to those who help', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/teens/sexual-extortion')
		await page.locator('a[href*="/fr/law/situations/"]').first().tap()
		await page.waitForURL('**/fr/law/situations/*/teens')
		expect(await page.locator('a[href="tel:19"]').count()).toBeGreaterThan(0)
	}, withoutScript)
})

test('a jurist reads the gaps, filters them without script, and takes them as data and as paper', async () => {
	await asVisitor(
		async (page) => {
			await page.goto('/fr/law/gaps')
			const rows = page.locator('main details tbody tr')
			expect(await rows.count()).toBe(114)
			await page.locator('a[href="/fr/law/gaps/gap"]').first().click()
			const gaps = await rows.count()
			expect(gaps).toBeGreaterThan(0)
			expect(gaps).toBeLessThan(114)
			await page.goto('/fr/law/study')
			for (const language of ['ar', 'fr']) {
				const paper = await page.request.get(`/law/study/thiqa-law-study-${language}.pdf`)
				expect(paper.headers()['content-type']).toBe('application/pdf')
				expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
				expect(await page.locator(`a[href="/law/study/thiqa-law-study-${language}.pdf"]`).count()).toBe(1)
			}
			const answer = await page.request.get('/law/data/mappings.json')
			expect(JSON.stringify(await answer.json())).toContain('"map-arab-31"')
			const table = await page.request.get('/law/data/mappings.csv')
			expect(table.headers()['content-type']).toBe('text/csv; charset=utf-8')
		},
		{ javaScriptEnabled: false },
	)
})

test('law 07-03 is found however its number is typed, and stands in reading order', async () => {
	for (const typed of ['07-03', '٠٧٫٠٣', 'loi 07/03'])
		await onPage(
			`/ar/law/search?q=${encodeURIComponent(typed)}`,
			async (page) => {
				const first = page.locator('main a[href*="/law/instruments/"]').first()
				expect(await first.getAttribute('href')).toBe('/ar/law/instruments/ma-law-07-03')
			},
			withoutScript,
		)
	await onPage('/ar/law/instruments/ma-law-07-03', async (page) => {
		// Where the letters of the number are drawn: 0 7 left of 0 3 also in a line that runs from right to left.
		const [left, right] = await page.evaluate((): [number, number] => {
			const walker = document.createTreeWalker(document.querySelector('h1') ?? document, NodeFilter.SHOW_TEXT)
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = /07[.-]03/u.exec(node.textContent ?? '')?.index
				if (at === undefined) continue
				const place = (from: number): number => {
					const range = new Range()
					range.setStart(node, from)
					range.setEnd(node, from + 2)
					return range.getBoundingClientRect().left
				}
				return [place(at), place(at + 3)]
			}
			return [1, 0]
		})
		expect(left).toBeLessThan(right)
	})
})

test('a day that no calendar has, and a text that is not there, are answered beside the field', async () => {
	await asVisitor(async (page) => {
		for (const asked of ['day=2019-02-30', 'day=2019-02-01&text=__proto__', 'day=%3Cscript%3E']) {
			const answer = await page.goto(`/fr/law/on?${asked}`)
			expect(answer?.status()).toBe(200)
			expect(await page.locator('main input[name="day"]').count()).toBe(1)
			expect(await page.locator('main script').count()).toBe(0)
		}
		await page.goto('/fr/law/on?day=2019-02-01&text=ma-law-103-13')
		await page.locator('.languages summary').tap()
		await page.getByRole('link', { name: 'العربية' }).first().tap()
		await page.waitForURL('**/ar/law/on?day=2019-02-01&text=ma-law-103-13')
	}, withoutScript)
})
