/** A phone of 360 by 640: what a story says and what can be done about it, and the first question of a quiz, stand on its first screen. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { asVisitor } from '../support/browser.ts'
import { skills } from '../support/skills-content.ts'

const small = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }

/** Lower edges of what matches, and the upper edge of the bar that lies over the page. */
const measure = async (page: Page, path: string, what: string): Promise<{ ends: number[]; bar: number }> => {
	await page.goto(path)
	return page.evaluate((selector) => {
		const ends = [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().bottom)
		return { ends, bar: document.querySelector('.exits')?.getBoundingClientRect().top ?? 0 }
	}, what)
}

test.each(locales)(
	'the first choice of question 1 of every quiz stands on the first screen in %s',
	async (lang) => {
		await asVisitor(async (page) => {
			for (const { topic } of skills.quizzes)
				for (const form of ['a', 'b']) {
					const path = `/${lang}/skills/quiz/${topic}/${form}`
					const { ends, bar } = await measure(page, path, 'main .choice label')
					expect(bar, path).toBeGreaterThan(500)
					expect(ends[0], path).toBeLessThan(bar)
				}
		}, small)
	},
	180_000,
)

test.each(['ar', 'fr'] as const)(
	'steps of stories in %s show what is said and the first choice, and nine of ten show every choice, above the bar',
	async (lang) => {
		await asVisitor(async (page) => {
			const cut: string[] = []
			const hidden: string[] = []
			let count = 0
			for (const { id, steps } of skills.scenarios)
				for (const step of Object.keys(steps)) {
					const { ends, bar } = await measure(page, `/${lang}/skills/play/${id}/${step}`, '[data-choice]')
					count += 1
					if ((ends[0] ?? Infinity) > bar) hidden.push(`${id}/${step}`)
					else if ((ends.at(-1) ?? Infinity) > bar) cut.push(`${id}/${step}`)
				}
			console.info(`${lang}: ${count} steps, ${cut.length} of them with a choice below: ${cut.join(' ')}`)
			expect(hidden).toEqual([])
			expect(cut.length / count).toBeLessThan(0.1)
		}, small)
	},
	300_000,
)

test.each(locales)('the three answers of a scale stand in one line at 320 pixels in %s', async (lang) => {
	await asVisitor(
		async (page) => {
			await page.goto(`/${lang}/skills/quiz/bullying/a`)
			const rows = await page
				.locator('.levels')
				.evaluateAll((scales) =>
					scales.map(({ children }) => [
						...new Set([...children].map((label) => Math.round(label.getBoundingClientRect().top))),
					]),
				)
			expect(rows).toHaveLength(3)
			for (const tops of rows) expect(tops).toHaveLength(1)
		},
		{ ...small, viewport: { width: 320, height: 640 } },
	)
})
