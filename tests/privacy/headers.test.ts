import { expect, inject, test } from 'vitest'
import { locales } from '../../src/lib/base/index.ts'
import { ask, getRaw, sendRaw } from '../support/raw-request.ts'
import { addressOf, templateList } from '../support/templates.ts'

/** The content policies of an answer: those of its header and the one that stands in the page. */
const getPolicies = (answer: Response, html: string): string[] => [
	...(answer.headers.get('content-security-policy') ?? '').split(','),
	...[...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/gu)].map(
		(match) => match[1] ?? '',
	),
]

test.each(templateList)('%s is sent with headers that protect its reader', async (name) => {
	for (const locale of locales) {
		const answer = await fetch(addressOf(locale, name))
		const html = await answer.text()
		const { headers } = answer
		// Every sweep over the templates would find nothing wrong with a page of faults.
		expect(answer.status).toBe(name === 'page that is not there' ? 404 : 200)
		expect(headers.get('x-content-type-options')).toBe('nosniff')
		expect(headers.get('referrer-policy')).toBe('same-origin')
		expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
		expect(headers.get('permissions-policy')).toContain('geolocation=()')
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
		for (const telltale of ['server', 'x-powered-by', 'x-sveltekit-page', 'set-cookie'])
			expect(headers.get(telltale), telltale).toBeNull()
		const policies = getPolicies(answer, html).join(';')
		expect(policies).toContain("frame-ancestors 'none'")
		expect(policies).toContain("default-src 'none'")
		expect(policies).toContain("base-uri 'none'")
		expect(policies).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/u)
	}
})

test('a page has no style attribute and no handler attribute, which a content policy would have to allow', async () => {
	for (const [name] of templateList) {
		const html = await (await fetch(addressOf('ar', name))).text()
		expect(html, name).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)="/u)
	}
})

test.each([
	'/icon.svg',
	'/contacts.json',
	'/search-index/fr.json',
	'/search-index/danger.json',
	'/sitemap.xml',
	'/robots.txt',
	'/health',
	'/',
])('%s is sent with nosniff and without a word about the machinery', async (path) => {
	const { headers } = await fetch(inject('origin') + path, { redirect: 'manual' })
	expect(headers.get('x-content-type-options')).toBe('nosniff')
	for (const telltale of ['server', 'x-powered-by', 'set-cookie']) expect(headers.get(telltale)).toBeNull()
})

test('refusals are sent with headers that protect their reader, too', async () => {
	const refusals = [
		await ask('PUT', '/fr/help'),
		await getRaw('/fr/%E0%A4%A'),
		await sendRaw('hello\r\n\r\n'),
	]
	for (const { head } of refusals) {
		expect(head).toContain('x-content-type-options: nosniff')
		expect(head).toContain("frame-ancestors 'none'")
		expect(head).toContain('cache-control: no-store')
		expect(head).not.toMatch(/\r\n(?:server|x-powered-by):/u)
	}
})
