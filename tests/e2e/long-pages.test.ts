/** Pages that were lists without an end: as long as a thumb is willing to go on a small phone, and whole on paper. */
import { expect, test } from 'vitest'
import { onPage, phone } from '../support/browser.ts'

const small = { ...phone, viewport: { width: 360, height: 640 }, javaScriptEnabled: false }

/** Most pixels at 360, by address, with whatever fonts the machine has: Arabic is up to 6 % longer where Noto is missing. */
const most: Readonly<Record<string, number>> = {
	'/law/gaps': 6_000,
	'/law/gaps/partly': 6_000,
	'/law/gaps/about/evidence': 6_000,
	'/law/gaps/gap': 6_000,
	// The longest tile of the map.
	'/law/gaps/about/cooperation/coe-185': 6_400,
	'/law/compare': 6_000,
	'/contacts': 4_700,
	'/tools': 4_500,
	'/skills': 4_500,
}

test.each(Object.entries(most))(
	'%s is at most %i pixels long on a phone, in every script',
	async (path, limit) => {
		const lengths: Record<string, number> = {}
		for (const lang of ['ar', 'fr', 'zgh'])
			await onPage(
				`/${lang}${path}`,
				async (page) => {
					lengths[lang] = await page.evaluate(() => document.documentElement.scrollHeight)
				},
				small,
			)
		console.info(`${path}: ${JSON.stringify(lengths)}`)
		for (const [lang, length] of Object.entries(lengths)) expect(length, lang).toBeLessThanOrEqual(limit)
	},
)

test('the study is printed whole: no row of it stays folded on paper', async () => {
	await onPage(
		'/fr/law/gaps',
		async (page) => {
			const countShown = () =>
				page.evaluate(
					() =>
						[...document.querySelectorAll('details tbody tr')].filter((row) => row.checkVisibility()).length,
				)
			expect(await countShown()).toBe(0)
			await page.emulateMedia({ media: 'print' })
			expect(await countShown()).toBe(114)
		},
		small,
	)
})
