/** The widget is the one thing of ours that stands in a frame: it sets nothing, tells nothing, and opens nothing else. */
import { expect, inject, test } from 'vitest'
import { languages } from '../../src/lib/base/index.ts'
import { getWidgetAddress } from '../../src/lib/domains/programme/widget/contract.ts'
import { asVisitor } from '../support/browser.ts'
import { serve } from '../support/loopback.ts'
import { addressOf, templateList } from '../support/templates.ts'

const files = languages.flatMap((language) => [
	getWidgetAddress(language, 'html'),
	getWidgetAddress(language, 'js'),
])

test.each(files)('%s may stand anywhere, and leaves nothing behind', async (path) => {
	for (const encoding of ['br', 'gzip', 'identity']) {
		const answer = await fetch(inject('origin') + path, {
			headers: { 'accept-encoding': encoding, cookie: 'a=b', referer: 'https://school.example/page' },
		})
		const body = await answer.text()
		expect(answer.status).toBe(200)
		expect(answer.headers.get('content-security-policy')).toBe('frame-ancestors *')
		expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
		expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
		expect(answer.headers.get('access-control-allow-origin')).toBe('*')
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
		expect(answer.headers.get('content-type')).toBe(
			`text/${path.endsWith('.js') ? 'javascript' : 'html'}; charset=utf-8`,
		)
		for (const telltale of ['set-cookie', 'x-frame-options', 'server', 'access-control-allow-credentials'])
			expect(answer.headers.get(telltale), telltale).toBeNull()
		expect(body).not.toContain('school.example')
		expect(Buffer.byteLength(body)).toBeLessThanOrEqual(path.endsWith('.js') ? 3072 : 8192)
	}
})

test('nothing else of ours may stand in a frame, however its address is spelt', async () => {
	const near = [
		'/w/1/',
		'/w/1',
		'/w/2/fr.html',
		'/w/1/fr',
		'/w/1/xx.html',
		'/w/1/fr.html/',
		'/W/1/fr.html',
		'/w/1/..%2f..%2ffr',
		'/w/1/fr.html%00',
		'/fr/w/1/fr.html',
		'/w/1/%2e%2e/%2e%2e/fr/help',
		'/w//1/fr.html',
	]
	const pages = templateList.map(([name]) => addressOf('fr', name))
	for (const address of [...pages, ...near.map((path) => inject('origin') + path)]) {
		const answer = await fetch(address, { redirect: 'manual' })
		await answer.text()
		const policies = (answer.headers.get('content-security-policy') ?? '').split(/[;,]\s*/u)
		if (answer.status < 300 || answer.status >= 400)
			expect(policies, address).toContain("frame-ancestors 'none'")
		expect(policies, address).not.toContain('frame-ancestors *')
	}
})

test('a browser frames the widget and refuses every other page of ours', async () => {
	const ours = inject('origin')
	const paths = ['/w/1/fr.html', '/fr', '/fr/help', '/fr/report', '/fr/programme/widget', '/desk/sign-in']
	const { port } = await serve((_, response) =>
		response
			.setHeader('content-type', 'text/html')
			.end(`<!doctype html>${paths.map((path) => `<iframe src="${ours}${path}"></iframe>`).join('')}`),
	)
	await asVisitor(async (page) => {
		await page.goto(`http://localhost:${port}/`)
		const links: number[] = []
		for (const frame of page.frames().slice(1)) links.push(await frame.locator('a[href*=help]').count())
		expect(links).toEqual([1, 0, 0, 0, 0, 0])
		expect(await page.context().cookies()).toEqual([])
	})
})
