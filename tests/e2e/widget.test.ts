/** The widget on a page of a partner with a strict content policy: it shows, leads out on top, and leaves the page as it was. */
import { expect, inject, test } from 'vitest'
import { languages } from '../../src/lib/base/index.ts'
import { frameSize, getWidgetAddress, sandbox } from '../../src/lib/domains/programme/widget/contract.ts'
import { asVisitor, onPage, withAndWithoutScript } from '../support/browser.ts'
import { serve } from '../support/loopback.ts'

const { width, height } = frameSize
const frame = (origin: string, language: (typeof languages)[number]): string =>
	`<iframe src="${origin}${getWidgetAddress(language, 'html')}" title="Aide" width="${width}" height="${height}" frameborder="0" referrerpolicy="no-referrer" sandbox="${sandbox}"></iframe>`

/** A school's site under a name of its own: its policy allows what our page says, and no style at all. */
const startPartner = async (body: string): Promise<string> => {
	const ours = inject('origin')
	const policy = `default-src 'none'; frame-src ${ours}; script-src ${ours}; style-src 'none'; require-trusted-types-for 'script'`
	const { port } = await serve((_, response) =>
		response
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
			.end(
				`<!doctype html><html lang="fr"><title>Collège</title><main><h1>Collège</h1>${body}</main></html>`,
			),
	)
	return `http://localhost:${port}/`
}

test.each(withAndWithoutScript)(
	'$script a partner shows the frame, and its button opens the site on top',
	async ({ javaScriptEnabled }) => {
		const ours = inject('origin')
		for (const language of languages) {
			const partner = await startPartner(frame(ours, language))
			await asVisitor(
				async (page) => {
					const asked: string[] = []
					page.on('request', (request) => asked.push(request.url()))
					await page.goto(partner)
					const widget = page.frameLocator('iframe')
					expect(await widget.locator('a').count()).toBeGreaterThanOrEqual(5)
					expect(await widget.locator('a[href="tel:19"]').isVisible()).toBe(true)
					expect(asked.filter((url) => url.startsWith(ours))).toEqual([
						ours + getWidgetAddress(language, 'html'),
					])
					const next = page.waitForRequest((request) => request.url().endsWith(`/${language}/help`))
					await widget.locator('a').first().click()
					expect((await next).headers()['referer']).toBeUndefined()
					await page.waitForURL(`${ours}/${language}/help`)
					expect(page.frames()).toHaveLength(1)
				},
				{ javaScriptEnabled },
			)
		}
	},
)

test('a partner shows the script under a policy without styles, and its page stays as it was', async () => {
	const ours = inject('origin')
	const address = ours + getWidgetAddress('fr', 'js')
	const partner = await startPartner(`<script src="${address}" async referrerpolicy="no-referrer"></script>`)
	await asVisitor(async (page) => {
		const faults: string[] = []
		const asked: string[] = []
		page.on('console', (message) => faults.push(message.text()))
		page.on('pageerror', (error) => faults.push(error.message))
		page.on('request', (request) => asked.push(request.url()))
		await page.goto(partner)
		const host = page.locator('script + div')
		await host.waitFor()
		expect(asked.filter((url) => !url.startsWith(partner))).toEqual([address])
		const found = await page.evaluate(() => ({
			attributes: document.querySelector('script + div')?.getAttributeNames().toSorted(),
			inner: document.querySelector('script + div')?.innerHTML,
			styles: document.styleSheets.length,
			cookie: document.cookie,
			kept: localStorage.length + sessionStorage.length,
			globals: 'W' in globalThis || 'N' in globalThis,
		}))
		expect(found).toEqual({
			attributes: ['class', 'lang'],
			inner: '',
			styles: 0,
			cookie: '',
			kept: 0,
			globals: false,
		})
		expect((await host.boundingBox())?.height).toBeGreaterThan(150)
		expect(faults).toEqual([])
		// The shadow root is closed: by keyboard, as anybody reaches it.
		await page.keyboard.press('Tab')
		const next = page.waitForRequest(`${ours}/fr/help`)
		await page.keyboard.press('Enter')
		expect((await next).headers()['referer']).toBeUndefined()
		await page.waitForURL(`${ours}/fr/help`)
	})
})

test('the frame fits in 300 by 200 and at twice the size of letters, in every language and both lights', async () => {
	for (const colorScheme of ['light', 'dark'] as const)
		for (const language of languages)
			for (const size of [
				{ width: 300, height: 200 },
				{ width: 320, height: 250 },
				{ width: 160, height: 200 },
				{ width: 600, height: 250 },
			])
				await asVisitor(
					async (page) => {
						await page.goto(getWidgetAddress(language, 'html'))
						const { inner, outer } = await page.evaluate(() => ({
							inner: document.documentElement.scrollWidth,
							outer: document.documentElement.clientWidth,
						}))
						expect(inner, `${language} ${size.width}`).toBeLessThanOrEqual(outer)
						const button = await page.locator('a').first().boundingBox()
						expect((button?.y ?? 999) + (button?.height ?? 0)).toBeLessThanOrEqual(size.height)
						for (const box of await page.locator('a').all())
							expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44)
					},
					{ viewport: size, colorScheme },
				)
})

test.each(withAndWithoutScript)(
	'$script the page for partners shows the widget and what to copy',
	async (options) => {
		for (const locale of ['ar', 'fr', 'zgh', 'zgh-latn', 'en'])
			await onPage(
				`/${locale}/programme/widget`,
				async (page) => {
					const language = locale === 'zgh-latn' ? 'zgh' : locale
					const lines = (await page.locator('pre').allInnerTexts()).join('\n')
					expect(lines).toContain(`<iframe src="${inject('origin')}/w/1/${language}.html"`)
					expect(lines).toContain(`<script src="${inject('origin')}/w/1/${language}.js" async`)
					expect(lines).toContain(`frame-src ${inject('origin')}`)
					await page.locator('iframe').scrollIntoViewIfNeeded()
					expect(await page.frameLocator('iframe').locator('a').first().isVisible()).toBe(true)
					await page.emulateMedia({ media: 'print' })
					expect(await page.locator('h1').isVisible()).toBe(false)
					expect(await page.locator('svg[role=img]').isVisible()).toBe(true)
				},
				{ javaScriptEnabled: options.javaScriptEnabled },
			)
	},
)
