import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { skills } from '../support/skills-content.ts'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../support/browser.ts'

const languages = ['ar', 'fr', 'en'] as const

/** Plays a story to an end by the links of its pages; the number of the choice taken turns with the step. */
const play = async (page: Page, path: string, first: number): Promise<number> => {
	await page.goto(path)
	await page.locator('main a.button').click()
	for (let step = 0; step < 12; step++) {
		await page.locator('[data-choice], .end').first().waitFor()
		if (await page.locator('.end').count()) return step
		const choices = page.locator('[data-choice]')
		const before = page.url()
		await choices.nth((first + step) % (await choices.count())).click()
		await page.waitForURL((url) => url.href !== before)
	}
	throw new Error(`playing ${path}: no end within 12 steps`)
}

test.each(languages.flatMap((lang) => withAndWithoutScript.map((way) => ({ lang, ...way }))))(
	'every story can be played to an end in $lang, $script',
	async ({ lang, javaScriptEnabled }) => {
		expect(skills.scenarios.length).toBeGreaterThanOrEqual(18)
		await asVisitor(
			async (page) => {
				for (const [index, { id }] of skills.scenarios.entries()) {
					await play(page, `/${lang}/skills/play/${id}`, index)
					const end = await page.locator('.end dl dd').allInnerTexts()
					expect(end, id).toHaveLength(3)
					expect(end.every((text) => text.length > 0)).toBe(true)
				}
			},
			{ ...phone, javaScriptEnabled },
		)
	},
	180_000,
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
			await page.getByRole('link', { name: 'ارجع إلى آخر اختيار' }).click()
			await page.locator('[data-choice]').first().waitFor()
		},
		{ ...phone, javaScriptEnabled: false },
	)
})

test('a story in a language that does not have it yet is shown in the nearest one, and says so', async () => {
	const borrowed = skills.scenarios.find(({ words }) => !words.zgh)
	if (!borrowed) return
	await onPage(`/zgh/skills/play/${borrowed.id}`, async (page) => {
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
