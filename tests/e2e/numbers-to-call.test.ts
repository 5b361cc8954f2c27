/** Who is in danger presses a number on whatever page they are, without script, and finds the same numbers everywhere. */
import { expect, test } from 'vitest'
import { audiences } from '../../src/lib/domains/guide/index.ts'
import { locales } from '../../src/lib/base/index.ts'
import { firstNumbers } from '../../src/lib/ui/plain-page/index.ts'
import { asVisitor, phone } from '../support/browser.ts'

const paths = [
	'',
	'/help',
	'/help/threatened',
	'/help/threatened/teen',
	'/help/threatened/teen/now',
	'/help/threatened/teen/today',
	'/help/threatened/teen/today/no-name',
	'/help/hurt-at-home/child',
	...audiences.map((audience) => `/${audience}`),
	'/mailbox',
	'/report',
	'/teens/sexual-extortion',
	'/skills/told',
	'/nothing-here',
]

/** The first numbers of each page that are seen, in their order. */
const readCalls = (locale: string): Promise<(readonly [string, string[]])[]> =>
	asVisitor(
		async (page) => {
			const found: (readonly [string, string[]])[] = []
			for (const path of paths) {
				await page.goto(`/${locale}${path}`)
				const calls = await page
					.locator('main a[href^="tel:"]:visible')
					.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.slice(4) ?? ''))
				found.push([path, calls.slice(0, firstNumbers.length)])
			}
			return found
		},
		{ ...phone, javaScriptEnabled: false },
	)

test.each(locales)(
	'every door and every step of help in %s shows the same numbers to press, without script',
	async (locale) => {
		expect(await readCalls(locale)).toEqual(paths.map((path) => [path, [...firstNumbers]]))
	},
)

test.each(locales)(
	'numbers for danger in %s ask for nothing first: no doubt about parents, names or prices',
	async (locale) => {
		await asVisitor(
			async (page) => {
				for (const path of ['/contacts', '/help/threatened/teen/now', '/help/threatened/parent/now']) {
					await page.goto(`/${locale}${path}`)
					const doors = page.locator('#police dt, #gendarmerie dt, #civil-protection dt')
					// Who hears, and in which languages: two facts a door.
					expect(await doors.count(), path).toBe(6)
				}
			},
			{ ...phone, javaScriptEnabled: false },
		)
	},
)
