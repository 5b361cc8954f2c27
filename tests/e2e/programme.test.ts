/** Promises of the country: a citizen finds them for a region, a journalist takes the table away and finds how each number was made. */
import { expect, inject, test } from 'vitest'
import { parseCsv } from '../../src/lib/tools/open-data/csv/index.ts'
import { asVisitor, phone } from '../support/browser.ts'

const withoutScript = { ...phone, javaScriptEnabled: false }
const names = { ar: 'درعة - تافيلالت', fr: 'Drâa-Tafilalet', en: 'Drâa-Tafilalet', zgh: '' } as const

test.each(['ar', 'fr', 'en', 'zgh'] as const)(
	'in %s a citizen without script is three taps from what was promised for Drâa-Tafilalet, and what happened',
	async (lang) => {
		await asVisitor(async (page) => {
			await page.goto(`/${lang}`)
			await page.locator(`main a[href="/${lang}/programme"]`).tap()
			await page.waitForURL(`**/${lang}/programme`)
			expect(await page.locator('main p.first').innerText()).toMatch(/6/u)
			await page.locator('#region').selectOption('MA-08')
			await page.locator('form[action$="/programme/regions"] button').tap()
			await page.waitForURL(`**/${lang}/programme/regions/MA-08`)
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(names[lang])
			for (const province of ['Errachidia', 'Midelt', 'Ouarzazate', 'Tinghir', 'Zagora'])
				expect(await page.locator('main table').first().innerText()).toContain(province)
			expect(await page.locator(`main a[href^="/${lang}/programme#i"]`).count()).toBe(6)
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
		}, withoutScript)
	},
)

test('each state has its word and its shape, each promise its owner, its date and its evidence', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/programme')
		const cards = page.locator('main article')
		expect(await cards.count()).toBe(6)
		for (const card of await cards.all()) {
			const text = await card.innerText()
			for (const word of ['commencé', 'personne n’est nommé', 'aucune date donnée', 'Preuve'])
				expect(text).toContain(word)
			expect(await card.locator('svg path').count()).toBeGreaterThan(0)
		}
		await page.locator('#i1-a1 summary').tap()
		expect(await page.locator('#i1-a1-r4').innerText()).toContain('selon le responsable')
		await page.locator('#i1-a1-r1 a').first().tap()
		await page.waitForURL('**/fr/law/instruments/ma-law-07-03')
	}, withoutScript)
})

test('the drawing leads to the lines of the table, and says that it shows no boundary', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/programme/regions')
		const cells = page.locator('main svg a')
		expect(await cells.count()).toBe(75)
		expect(await page.locator('main').innerText()).toContain('Ce dessin ne montre aucune frontière')
		await page.goto(
			`${inject('origin')}${await page.locator('main svg a[href$="#MA-TAT"]').getAttribute('href')}`,
		)
		expect(await page.locator('#MA-TAT').innerText()).toContain('Tata')
	}, withoutScript)
})

test('a journalist takes the table away, with the way of counting, the version and the errata', async () => {
	const origin = inject('origin')
	const read = async (path: string): Promise<string> => {
		const answer = await fetch(`${origin}${path}`)
		expect(answer.status, path).toBe(200)
		expect(answer.headers.get('access-control-allow-origin'), path).toBe('*')
		return answer.text()
	}
	await asVisitor(async (page) => {
		await page.goto('/fr/programme/data')
		const links = await page.locator('main a[href^="/programme/"]').all()
		const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
		expect(paths.length).toBeGreaterThan(12)
		for (const path of paths) if (path?.includes('/tile/') === false) await read(path)
		const text = await page.locator('main').innerText()
		for (const word of ['dans l’intervalle 95 fois sur 100', 'Version']) expect(text).toContain(word)
	}, withoutScript)
	const described = JSON.parse(await read('/programme/datapackage.json')) as { version: string }
	expect(await read('/programme/iati.xml')).toContain(described.version)
	const [heads, ...actions] = parseCsv(await read('/programme/actions.csv'))
	expect(heads).toContain('late_days')
	expect(actions).toHaveLength(6)
	const asked = await fetch(`${origin}/programme/figures.csv`)
	const again = await fetch(`${origin}/programme/figures.csv`, {
		headers: { 'if-none-match': asked.headers.get('etag') ?? '' },
	})
	expect(again.status).toBe(304)
	expect((await fetch(`${origin}/programme/nothing.csv`)).status).toBe(404)
})

test('the tile may stand on any page, brings no script and no cookie, and says the same version', async () => {
	const answer = await fetch(`${inject('origin')}/programme/tile/ar`)
	const text = await answer.text()
	expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*$/u)
	expect(answer.headers.get('set-cookie')).toBeNull()
	expect(text).not.toContain('<script')
	expect(new TextEncoder().encode(text).length).toBeLessThan(4000)
	const { version } = JSON.parse(
		await (await fetch(`${inject('origin')}/programme/datapackage.json`)).text(),
	) as {
		version: string
	}
	expect(text).toContain(version)
})
