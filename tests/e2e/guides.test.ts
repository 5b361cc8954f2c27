/** Guides on a small phone: a step stands on about one screen, and a page does not go on for ever. */
import { expect, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { buildProtection } from '../../src/lib/domains/protect/index.ts'
import { asVisitor } from '../support/browser.ts'
import { readContent, readLibrary } from '../support/content.ts'

const { guides } = buildProtection(readContent(), readLibrary())
/** A screen of 640 pixels, and what stands above and below it. */
const mostOfStep = 720
const mostOfPage = 4800

test.each(locales)(
	'in %s each step of a guide is about one screen long, and has a phone on it',
	async (locale) => {
		await asVisitor(
			async (page) => {
				const wrong: string[] = []
				for (const { id, screens } of guides) {
					await page.goto(`/${locale}/tools/guides/${id}`)
					const { end, width, steps, phones } = await page.evaluate(() => ({
						end: (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + scrollY,
						width: document.documentElement.scrollWidth,
						steps: [...document.querySelectorAll('[data-step]')].map(
							(step) => step.getBoundingClientRect().height,
						),
						phones: document.querySelectorAll('[data-step] svg[role="img"] title').length,
					}))
					if (end === 0 || end > mostOfPage || width > 360) wrong.push(`${id}: ${end} by ${width}`)
					if (steps.length !== screens.length || phones !== screens.length)
						wrong.push(`${id}: ${steps.length} steps, ${phones} phones, wanted ${screens.length}`)
					const longest = Math.max(...steps)
					if (longest > mostOfStep) wrong.push(`${id}: a step of ${longest}`)
				}
				expect(wrong).toEqual([])
			},
			{ viewport: { width: 360, height: 640 }, isMobile: true, javaScriptEnabled: false },
		)
	},
)
