/**
 * Version 1 stands on pages of others, who will not look at it again. When one of these fails, it is not the test that is to be changed:
 * the change is a version 2 under `/w/2` (docs/programme/widget.md).
 */
import { readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { languages, toBase64, type Language } from '#base'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { framedHeaders } from '../../../platform/server/for-pages-of-others.ts'
import { chooseDoors, getWidgetAddress, getWidgetPolicy, keptUntil, mostBytes, sandbox } from './index.ts'
import { makeWidgetPage, makeWidgetScript } from './ui/index.ts'

type Contract = {
	addresses: string[]
	keptUntil: string
	mostBytes: Record<string, number>
	policy: string
	sandbox: string
	headers: Record<string, string>
	help: Record<Language, string>
	otherAddresses: string[]
	everyLink: Record<string, string>
	scriptReads: string[]
}
const contract = JSON.parse(readFileSync(new URL('version-1.json', import.meta.url), 'utf8')) as Contract

test('version 1 keeps its addresses, its years, its weight, its rights and its headers', () => {
	const addresses = languages.flatMap((language) => [
		getWidgetAddress(language, 'html'),
		getWidgetAddress(language, 'js'),
	])
	expect(addresses.toSorted()).toEqual(contract.addresses.toSorted())
	expect({ ...mostBytes }).toEqual(contract.mostBytes)
	expect(keptUntil >= contract.keptUntil).toBe(true)
	expect(sandbox).toBe(contract.sandbox)
	expect(getWidgetPolicy('<hash of its one style>')).toBe(contract.policy)
	expect(Object.fromEntries(framedHeaders)).toEqual(contract.headers)
})

describe.each(languages)('in %s', (language) => {
	const html = makeWidgetPage(chooseDoors(readLibrary()), language)
	const script = makeWidgetScript(readLibrary(), language)
	const { document } = parseHTML(html)

	test('page and script keep their weight', () => {
		expect(Buffer.byteLength(html)).toBeLessThanOrEqual(contract.mostBytes['page'] ?? 0)
		expect(Buffer.byteLength(script)).toBeLessThanOrEqual(contract.mostBytes['script'] ?? 0)
	})

	test('the policy allows the one style of the page and nothing else', () => {
		const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent)
		expect(styles).toHaveLength(1)
		const hash = `sha256-${toBase64(sha256(new TextEncoder().encode(styles[0])))}`
		const policy = document.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content')
		expect(policy).toBe(contract.policy.replace('<hash of its one style>', hash))
		expect(html).not.toMatch(
			/<[^>]+\s(?:style|on[a-z]+)=|<(?:script|img|link|iframe|form|object|embed)|url\(|@import/u,
		)
	})

	test('each press leads out of the frame: to the help finder first, then to doors of the guide', () => {
		const links = [...document.querySelectorAll('a')]
		const hrefs = links.map((link) => link.getAttribute('href') ?? '')
		expect(hrefs[0]).toBe(contract.help[language])
		const allowed = contract.otherAddresses.map((pattern) => new RegExp(pattern, 'u'))
		expect(hrefs.length).toBeGreaterThan(3)
		for (const href of hrefs.slice(1))
			expect(
				allowed.some((pattern) => pattern.test(href)),
				href,
			).toBe(true)
		for (const link of links)
			for (const [name, value] of Object.entries(contract.everyLink))
				expect(link.getAttribute(name)).toBe(value)
	})

	test('the script touches nothing of the page but its own place, and asks for nothing', () => {
		const touched = [...script.matchAll(/\b(?:document|window|globalThis|self|parent|top)\.\w+/gu)].map(
			String,
		)
		expect([...new Set(touched)].toSorted()).toEqual(contract.scriptReads.toSorted())
		expect(script).not.toMatch(
			/fetch|XMLHttp|sendBeacon|cookie|localStorage|sessionStorage|indexedDB|innerHTML|insertAdjacent|\beval\b|Function\(|import\(|location|\breferrer|setAttribute|\.style\b|new Image/u,
		)
	})
})
