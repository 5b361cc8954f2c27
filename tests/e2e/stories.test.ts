import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { skills } from '../support/skills-content.ts'
import { asVisitor, onPage, phone } from '../support/browser.ts'
import { longTest } from '../support/patience.ts'

const languages = ['ar', 'fr', 'en'] as const

/** Plays a story to an end by the links of its pages; the number of the choice taken turns with the step. */
const play = async (page: Page, path: string, first: number): Promise<void> => {
	await page.goto(path)
	await page.locator('main a.button').click()
	for (let step = 0; step < 12; step++) {
		await page.locator('[data-choice], .end').first().waitFor()
		if (await page.locator('.end').count()) return
		const choices = page.locator('[data-choice]')
		const before = page.url()
		await choices.nth((first + step) % (await choices.count())).click()
		await page.waitForURL((url) => url.href !== before, { waitUntil: 'domcontentloaded' })
	}
	throw new Error(`playing ${path}: no end within 12 steps`)
}

/** Every story, or every so many of them. */
const playAll = async (page: Page, lang: string, every = 1): Promise<void> => {
	expect(skills.scenarios.length).toBeGreaterThanOrEqual(18)
	for (const [index, { id }] of skills.scenarios.entries()) {
		if (index % every !== 0) continue
		await play(page, `/${lang}/skills/play/${id}`, index)
		const end = await page.locator('.end dl dd').allInnerTexts()
		expect(end, id).toHaveLength(3)
		expect(end.every((text) => text.length > 0)).toBe(true)
	}
}

test(
	'every story can be played to an end in Arabic, with JavaScript, and some in French and English',
	async () => {
		await asVisitor((page) => playAll(page, 'ar'), phone)
		// Their pages differ in words only: that every link of them leads on is tested below.
		for (const lang of ['fr', 'en']) await asVisitor((page) => playAll(page, lang, 6), phone)
	},
	longTest,
)

test(
	'every story can be played to an end in Arabic, without JavaScript',
	async () => {
		await asVisitor((page) => playAll(page, 'ar'), { ...phone, javaScriptEnabled: false })
	},
	longTest,
)

/** Where the links of a page that match lead, as written in its HTML: all that a browser without script has. */
const findLinks = (html: string, what: RegExp): string[] =>
	[...html.matchAll(/<a [^>]*>/gu)]
		.map(([tag]) => tag)
		.filter((tag) => what.test(tag))
		.flatMap((tag) => /href="([^"]+)"/u.exec(tag)?.[1] ?? [])

test.each(languages)(
	'every choice of every story in %s leads to a page, and every page on to an end that says who, how and which words',
	async (lang) => {
		const read = async (path: string): Promise<string> => {
			const answer = await fetch(inject('origin') + path)
			expect(answer.status, path).toBe(200)
			return answer.text()
		}
		const waiting: string[] = []
		for (const { id } of skills.scenarios)
			waiting.push(...findLinks(await read(`/${lang}/skills/play/${id}`), /class="button/u).slice(0, 1))
		const seen = new Set<string>()
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			if (seen.has(path)) continue
			seen.add(path)
			const html = await read(path)
			const choices = findLinks(html, /data-choice/u)
			if (choices.length === 0) expect(html.match(/<dd [^>]*>[^<]/gu), path).toHaveLength(3)
			waiting.push(...choices)
		}
		expect(seen.size).toBeGreaterThan(6 * skills.scenarios.length)
	},
)

test('a story grows below the last step with JavaScript, and its address is that of the step', async () => {
	await onPage('/fr/skills/play/class-group/first', async (page) => {
		const first = await page.locator('[data-step] li').first().innerText()
		const choice = page.locator('[data-choice]').first()
		const [chosen, target] = [await choice.innerText(), await choice.getAttribute('href')]
		await choice.click()
		await page.waitForURL(`**${target}`)
		const thread = await page.locator('.phone').innerText()
		expect(thread).toContain(first)
		expect(thread).toContain(chosen)
		expect(await page.locator('[data-step]').count()).toBe(2)
		expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-step'))).toBe(true)
	})
})

test('a harder end says first that help is still there, and leads back to the last choice', async () => {
	await onPage(
		'/ar/skills/play/photo-against-money/tired',
		async (page) => {
			expect(await page.locator('.end').innerText()).toContain('المساعدة ما زالت هنا')
			expect(await page.locator('a[href="tel:19"]').count()).toBeGreaterThan(0)
			await page.getByRole('link', { name: 'الرجوع إلى آخر اختيار' }).click()
			await page.locator('[data-choice]').first().waitFor()
		},
		{ ...phone, javaScriptEnabled: false },
	)
})

test('a story in a language that does not have it yet is shown in the nearest one, and says so', async ({
	skip,
}) => {
	const borrowed = skills.scenarios.find(({ words }) => !words.zgh)
	skip(!borrowed, 'every story is there in Tamazight')
	await onPage(`/zgh/skills/play/${borrowed?.id ?? ''}`, async (page) => {
		expect(await page.locator('[role="note"]').count()).toBe(1)
		expect(await page.locator('.head').getAttribute('lang')).toBe('ar')
	})
})

test.each([
	'/fr/skills/play/nobody',
	'/fr/skills/play/class-group/nowhere',
	'/fr/skills/play/constructor/toString',
])('%s is a page that helps on', async (path) => {
	const answer = await fetch(inject('origin') + path)
	expect(answer.status).toBe(404)
	expect(await answer.text()).toContain('/fr/help')
})

test('no story has left a word of a visitor in the log', () => {
	expect(readFileSync(inject('logFile'), 'utf8')).not.toContain('photo-against-money')
})
