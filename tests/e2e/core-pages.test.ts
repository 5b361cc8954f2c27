/** The pages that most people meet, judged as a phone shows them; the long run judges all of them, in all languages. */
import { expect, test } from 'vitest'
import type { Locale } from '../../src/lib/base/index.ts'
import { allRules, bringAxe, findViolations } from '../support/axe.ts'
import { asVisitor, phone } from '../support/browser.ts'
import { findBrokenWords, findSideways, findTurnedNumbers, setFolds } from '../support/page-measures.ts'
import { templates, type Template } from '../support/templates.ts'

const core: readonly Template[] = [
	'front door',
	'door for children',
	'door for teens',
	'topic for teens',
	'topic with a long word in its title',
	'first step of help',
	'help in danger',
	'help today',
	'search with results',
	'contacts',
	'report, before the first question',
	'mailbox, before the code',
	'article that raises help',
	'situation for adults',
	'situation for teens',
	'family plan',
	'quiz that raises help',
	'step of a story for teens',
	'what was promised and done',
	'work with other countries',
	'page that is not there',
]

/** Rules of axe are asked where colours and directions of writing differ; letters are wide in every script. */
const cases: readonly { locale: Locale; axe: boolean }[] = [
	{ locale: 'ar', axe: true },
	{ locale: 'fr', axe: true },
	{ locale: 'zgh', axe: false },
]

test.each(cases)(
	'core pages in $locale keep nobody out, and must not be pushed sideways on a phone or break a word, with their folds shut and open',
	async ({ locale, axe }) => {
		const found = await asVisitor(
			async (page) => {
				const all: string[] = []
				for (const name of core) {
					const answer = await page.goto(`/${locale}${templates[name]}`)
					const wanted = name === 'page that is not there' ? 404 : 200
					if (answer?.status() !== wanted) all.push(`${name}: answered with ${answer?.status() ?? 'nothing'}`)
					const lines: string[] = []
					if (axe) {
						await bringAxe(page)
						lines.push(...(await findViolations(page, allRules)))
					}
					for (const isOpen of [false, true]) {
						await setFolds(page, isOpen)
						for (const width of [320, 360]) {
							await page.setViewportSize({ width, height: 740 })
							lines.push(...(await findSideways(page)), ...(await findBrokenWords(page)))
						}
					}
					if (locale === 'ar') lines.push(...(await findTurnedNumbers(page)))
					all.push(...new Set(lines.map((line) => `${name}: ${line}`)))
				}
				return all
			},
			{ ...phone, reducedMotion: 'reduce' },
		)
		expect(found).toEqual([])
	},
)
