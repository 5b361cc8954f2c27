/** The pages behind the five doors: what each reader asks for first, short enough to be seen whole, and every topic two taps away. */
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { audiences } from '../../src/lib/domains/guide/index.ts'
import { menu } from '../../src/lib/ui/page-frame/menu.ts'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../support/browser.ts'
import { readLibrary } from '../support/content.ts'
import { templateList } from '../support/templates.ts'
import { longTest } from '../support/patience.ts'

/** Most pixels of a hub on a phone of 360, folds closed. */
const lengths = { children: 2700, teens: 4000, parents: 4000, teachers: 4000, citizens: 4000 } as const

test.each(locales)('in %s no hub is longer than a reader scrolls', async (locale) => {
	await asVisitor(async (page) => {
		const tooLong: string[] = []
		for (const audience of audiences) {
			await page.goto(`/${locale}/${audience}`)
			const height = await page.evaluate(() => document.documentElement.scrollHeight)
			if (height > lengths[audience]) tooLong.push(`${audience}: ${height}`)
		}
		expect(tooLong).toEqual([])
	}, phone)
})

const getLinks = async (path: string): Promise<{ open: string[]; folded: string[] }> => {
	const html = await (await fetch(inject('origin') + path)).text()
	const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? ''
	const find = (part: string): string[] =>
		[...part.matchAll(/<a\b[^>]*?href="([^"#?]+)/gu)].map(([, href = '']) => href)
	const folds = [...main.matchAll(/<details[\s\S]*?<\/details>/gu)].map(([fold]) => fold).join('')
	return { open: find(main.replaceAll(/<details[\s\S]*?<\/details>/gu, '')), folded: find(folds) }
}

test.each(locales)(
	'in %s every topic is two taps from the front door, a fold that opens counted as one, and every page of it two links',
	async (locale) => {
		const front = await getLinks(`/${locale}`)
		const near = new Set<string>()
		const linked = new Set<string>()
		for (const audience of audiences) {
			expect(front.open).toContain(`/${locale}/${audience}`)
			const { open, folded } = await getLinks(`/${locale}/${audience}`)
			for (const href of open) near.add(href)
			for (const href of [...open, ...folded]) linked.add(href)
		}
		const { topics } = readLibrary()
		const far = topics.filter(({ id, audiences: own }) =>
			own.every((audience) => !near.has(`/${locale}/${audience}/${id}`)),
		)
		const lost = topics.flatMap(({ id, audiences: own }) =>
			own.map((audience) => `/${locale}/${audience}/${id}`).filter((href) => !linked.has(href)),
		)
		expect(lost).toEqual([])
		expect(far.map(({ id }) => id)).toEqual([])
	},
)

test(
	'from any page every pillar is two taps away: the menu, and its name',
	async () => {
		await asVisitor(async (page) => {
			const wrong: string[] = []
			const paths = templateList.map(([, path]) => path).filter((path) => !path.endsWith('/print'))
			for (const path of paths) {
				await page.goto(`/fr${path}`)
				if ((await page.locator('.bar .menu > summary').count()) === 0) {
					wrong.push(path)
					continue
				}
				await page.locator('.bar .menu > summary').tap()
				for (const { links } of menu)
					for (const [to] of links)
						if (!(await page.locator(`.bar .menu a[href="/fr/${to}"]`).isVisible()))
							wrong.push(`${path}: ${to}`)
			}
			// A report asks one thing at a time: nothing leads away from it but the way out.
			expect(wrong).toEqual(['/report', '/mailbox'])
		}, phone)
	},
	longTest,
)

test.each(withAndWithoutScript)(
	'a teacher has the file of a lesson two taps from the front door, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr',
			async (page) => {
				await page.locator('a[href="/fr/teachers"]').last().tap()
				await page.waitForURL('**/fr/teachers')
				const file = page.waitForEvent('download')
				await page.getByRole('link', { name: 'Télécharger' }).first().tap()
				expect((await file).suggestedFilename()).toMatch(/-fr\.zip$/u)
				expect(await (await file).failure()).toBeNull()
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test('each lesson says its level, its minutes, its paper and its weight, and has a picture', async () => {
	await onPage('/fr/teachers', async (page) => {
		const cards = page.locator('.lessons > li')
		expect(await cards.count()).toBe(6)
		for (const card of await cards.all()) {
			expect(await card.innerText()).toMatch(/(?:Primaire|Collège|Lycée)[\s\S]*45 min · [^·]+ · \d+\s*Ko/u)
			expect(await card.locator('img').count()).toBe(1)
		}
		expect(await page.locator('[data-told] a[href="/fr/skills/told"]').isVisible()).toBe(true)
		expect(await page.locator('main').innerText()).not.toMatch(/npm|curl/u)
	})
})

test('a lesson shows what the class will see: its cover, on the list too, and every slide with its title', async () => {
	const list = await (await fetch(`${inject('origin')}/ar/skills/lessons`)).text()
	const covers = new Set<string>()
	for (const [, lesson = ''] of list.matchAll(/href="\/ar\/skills\/lessons\/([a-z-]+)"/gu)) {
		const html = await (await fetch(`${inject('origin')}/ar/skills/lessons/${lesson}`)).text()
		const [, cover = ''] = /<article[\s\S]*?<img[^>]* src="([^"]+)"/u.exec(html) ?? []
		expect(list, lesson).toContain(`src="${cover}"`)
		covers.add(cover)
		const [slides = ''] = /<ol class="slides[\s\S]*?<\/ol>/u.exec(html) ?? []
		const shown = [...slides.matchAll(/<li[\s\S]*?<img[^>]* src="([^"]+)"[\s\S]*?<span[^>]*>([^<]+)</gu)]
		expect(shown.length, lesson).toBe(slides.split('<li').length - 1)
		expect(shown.length, lesson).toBeGreaterThanOrEqual(5)
	}
	expect(covers.size).toBe(6)
})

test('a teacher is told what to do with the file; the command stands behind a fold for technicians', async () => {
	for (const locale of ['ar', 'fr', 'zgh', 'en'] as const)
		await onPage(`/${locale}/skills/lessons`, async (page) => {
			expect(await page.locator('main').innerText()).not.toContain('npm')
			expect(await page.locator('main details code').textContent()).toBe('npm run classroom')
			expect(await page.locator('main').innerText()).toContain('index.html')
		})
})

const boxOf = async (page: Page, selector: string) => {
	const box = await page.locator(selector).first().boundingBox()
	if (!box) throw new Error(`looking at a page: nothing is ${selector}`)
	return box
}

test.each([
	['ar', 320],
	['fr', 320],
	['fr', 360],
	['zgh', 360],
] as const)('a child in %s, %i wide, chooses by pictures of 140 pixels and more', async (locale, width) => {
	await asVisitor(
		async (page) => {
			await page.goto(`/${locale}/children`)
			const doors = page.locator('main li > a[href*="/children/"]')
			expect(await doors.count()).toBeGreaterThanOrEqual(10)
			for (const door of await doors.all()) {
				const box = await door.locator('img').boundingBox()
				expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(139.5)
			}
			// Nothing else stands there but the numbers that a grown-up calls.
			const others = await page.locator('main a:not([href*="/children/"])').all()
			for (const other of others) expect(await other.getAttribute('href')).toMatch(/^tel:/u)
		},
		{ ...phone, viewport: { width, height: 640 } },
	)
})

test.each(['ar', 'fr', 'zgh'] as const)(
	'who saw something reads on the first screen in %s what not to do, and sees three doors',
	async (locale) => {
		await asVisitor(
			async (page) => {
				await page.goto(`/${locale}/citizens`)
				const { y: exits } = await boxOf(page, '.exits')
				const notice = await boxOf(page, 'main .notice.alarming')
				expect(notice.y + notice.height).toBeLessThan(exits)
				for (const situation of ['abuse-seen', 'hurt-at-home', 'stranger']) {
					const door = await boxOf(page, `main a[href="/${locale}/help/${situation}/witness"]`)
					expect(door.y + door.height / 2, situation).toBeLessThan(exits)
				}
			},
			{ ...phone, viewport: { width: 360, height: 640 } },
		)
	},
)

test('a list in Tamazight says once which of its pages are in Arabic so far', async () => {
	await asVisitor(async (page) => {
		for (const audience of audiences) {
			await page.goto(`/zgh/${audience}`)
			for (const fold of await page.locator('main details > summary').all()) await fold.tap()
			for (const note of await page.locator('[data-borrowed]').all())
				expect(await note.innerText()).toContain('ⵜⴰⵄⵔⴰⴱⵜ')
			const lists = await page.locator('main ul').all()
			for (const list of lists) {
				const spoken = await list.evaluate((ul) =>
					[...ul.querySelectorAll('a [lang], a[lang]')].map((one) => one.getAttribute('lang')),
				)
				expect(new Set(spoken).size, audience).toBeLessThan(2)
			}
		}
	}, phone)
})

test('a mother goes from the phone that she holds to its guide, and from what happened to the answer', async () => {
	await asVisitor(async (page) => {
		await page.goto('/ar/parents')
		await page.getByRole('link', { name: 'أندرويد' }).tap()
		await page.waitForURL('**/ar/tools/guides/android-family-link')
		await page.goBack()
		await page.locator('a[href="/ar/help/threatened/parent"]').tap()
		await page.waitForURL('**/ar/help/threatened/parent')
	}, phone)
})
