/** Every example of every component of the design system, alone on a page: nobody is kept out, by day and by night. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { getDirection, getLangTag } from '../../src/lib/base/index.ts'
import { allRules, bringAxe, findViolations } from '../support/axe.ts'
import { asVisitor, phone } from '../support/browser.ts'
import { startRendering, type RenderedExample, type Rendering } from '../support/rendered.ts'

const look = ['tokens', 'look', 'lines', 'parts', 'reading', 'press', 'table/ground', 'table/table']
	.map((name) => readFileSync(`src/lib/ui/${name}.css`, 'utf8'))
	.join('\n')

let rendering: Rendering
let examples: RenderedExample[]
beforeAll(async () => {
	rendering = await startRendering()
	;({ examples } = await rendering.renderExamples())
})
afterAll(() => rendering.close())

const toPage = ({ locale, head, body }: RenderedExample): string =>
	`<!doctype html><html lang="${getLangTag(locale)}" dir="${getDirection(locale)}"><head><meta name="viewport" content="width=device-width"><title>-</title><style>:root{--font:sans-serif;--system:sans-serif}${look}</style>${head}</head><body><main>${body}</main></body></html>`

/** A part has no page around it: what only a whole page can have is judged there. */
const rules = {
	...allRules,
	rules: {
		...allRules.rules,
		...Object.fromEntries(
			['page-has-heading-one', 'heading-order', 'region', 'landmark-contentinfo-is-top-level'].map((name) => [
				name,
				{ enabled: false },
			]),
		),
	},
}

const judge = async (page: Page, example: RenderedExample): Promise<string[]> => {
	await page.setContent(toPage(example))
	await bringAxe(page)
	const found: string[] = []
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme })
		found.push(...(await findViolations(page, rules)))
		const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
		if (isWide) found.push('wider than the screen')
	}
	return found.map((line) => `${example.path}, ${example.name}, ${example.locale}: ${line}`)
}

test('no example of a component keeps anyone out by all rules of axe, or is wider than a phone', async () => {
	const found = await asVisitor(async (page) => {
		const all: string[] = []
		for (const example of examples) all.push(...(await judge(page, example)))
		return all
	}, phone)
	expect(examples.length).toBeGreaterThan(80)
	expect(found).toEqual([])
})
