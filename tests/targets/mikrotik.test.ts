import { describe, expect, test } from 'vitest'
import { toMikrotikFiles } from '../../src/lib/tools/dns-filter/mikrotik/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { proveTarget } from '../support/proofs.ts'

/**
 * The part of the RouterOS 7 language that a filter needs (https://help.mikrotik.com/docs/spaces/ROS/pages/37748767/DNS).
 * RouterOS is not in Debian: nothing is run here.
 */
const value = String.raw`(?:"(?:[^"\\$?\n]|\\["\\$?])*"|[\w.:,/-]+)`
const pairs = `(?: [a-z-]+=${value})+`
const find = String.raw`\[find(?: [a-z]+=${value})?\]`
const menu =
	'/(?:ip dns|ip dns static|ip dns adlist|ip dns cache|ip dhcp-client|interface pppoe-client|ip firewall nat|ip firewall filter)'
const command = `(?:${menu} )?(?:add${pairs}|set(?: ${find})?${pairs}|remove ${find}|flush)`
const line = new RegExp(`^(?:#.*|${menu}|${command}|:do \\{ ${command} \\} on-error=\\{ \\})$`)

type Entry = Record<string, string>
const known: Readonly<Record<string, readonly string[]>> = {
	'/ip dns static': ['name', 'type', 'cname', 'forward-to', 'match-subdomain', 'comment'],
	'/ip firewall nat': ['chain', 'in-interface-list', 'protocol', 'dst-port', 'action', 'to-ports', 'comment'],
	'/ip firewall filter': [
		'chain',
		'in-interface-list',
		'protocol',
		'dst-port',
		'action',
		'reject-with',
		'comment',
	],
}

/** Entries that a script adds, by the menu it stands in. */
const readAdds = (text: string): Record<string, Entry[]> => {
	const adds: Record<string, Entry[]> = {}
	let at = ''
	for (const each of text.split('\n')) {
		if (/^\/[a-z -]+$/u.test(each)) at = each
		const entry = /^add (.*)$/u.exec(each)?.[1]
		if (!entry) continue
		const words = [...entry.matchAll(/([a-z-]+)=("[^"]*"|\S+)/gu)].map(([, key = '', word = '']) => [
			key,
			word,
		])
		;(adds[at] ??= []).push(Object.fromEntries(words) as Entry)
	}
	return adds
}

const [use, undo] = toMikrotikFiles(makeTestFilter('strict')).map(({ text }) => text)

/** What the router answers: an exact name first, then the first entry whose name or a parent of it fits. */
const decide = (entries: readonly Entry[], asked: string): string => {
	const exact = entries.find(({ name, type }) => type === 'CNAME' && name === asked)
	if (exact) return exact['cname'] ?? ''
	const within = entries.find(
		({ name = '', ...entry }) =>
			entry['match-subdomain'] === 'yes' && (asked === name || asked.endsWith(`.${name}`)),
	)
	return within?.['type'] ?? 'as it is'
}

describe('mikrotik', () => {
	test('is lines of the language and nothing else; a wrong one would be seen', () => {
		for (const text of [use, undo])
			for (const each of (text ?? '').trimEnd().split('\n')) expect(each).toMatch(line)
		for (const wrong of [
			'add name=a.example type=CNAME cname="x',
			'/ip dns set servers=1.1.1.3;/system reset',
			'/system reboot',
			'add name=$x type=NXDOMAIN',
			'/ip dns static remove [find comment="a" or 1]',
		])
			expect(wrong).not.toMatch(line)
	})

	test('uses properties that the menus have', () => {
		const adds = readAdds(use ?? '')
		expect(Object.keys(adds)).toEqual(Object.keys(known))
		for (const [menuPath, entries] of Object.entries(adds))
			for (const entry of entries) {
				expect(known[menuPath]).toEqual(expect.arrayContaining(Object.keys(entry)))
				expect(entry['comment']).toBe('"thiqa"')
			}
	})

	test('decides about names as the filter does', () => {
		const entries = readAdds(use ?? '')['/ip dns static'] ?? []
		expect(decide(entries, 'www.google.co.ma')).toBe('forcesafesearch.google.com')
		expect(decide(entries, 'duckduckgo.com')).toBe('safe.duckduckgo.com')
		expect(decide(entries, 'external-content.duckduckgo.com')).toBe('as it is')
		for (const name of ['www.casino.example.ma', 'bad.example.ma', 'deep.ok.bad.example.ma', 'dns.google'])
			expect(decide(entries, name), name).toBe('NXDOMAIN')
		expect(decide(entries, 'www.ok.bad.example.ma')).toBe('FWD')
		expect(decide(entries, '_dns.resolver.arpa')).toBe('NXDOMAIN')
		expect(decide(entries, 'school.example.ma')).toBe('as it is')
	})

	test('undo removes by the mark that everything carries, and nothing else', () => {
		for (const menuPath of Object.keys(known))
			expect(undo).toContain(`${menuPath} remove [find comment="thiqa"]\n`)
		expect(undo).not.toMatch(/\[find\] *\n|remove \[find\]/u)
		for (const url of (use ?? '').matchAll(/adlist add url=("[^"]+")/gu))
			expect(undo).toContain(`/ip dns adlist remove [find url=${url[1] ?? ''}]`)
	})

	test('keeps a hostile label in its remark', () => {
		const filter = makeTestFilter('strict')
		const name = 'x\n/system reset-configuration\r\n"; :execute'
		const [{ text } = { text: '' }] = toMikrotikFiles({ ...filter, resolver: { ...filter.resolver, name } })
		for (const each of text.trimEnd().split('\n')) expect(each).toMatch(line)
		expect(
			text.split('\n').filter((each) => each.includes('reset-configuration') && !each.startsWith('# ')),
		).toEqual([])
	})

	proveTarget({ target: 'mikrotik', program: 'grammar', getVersion: () => '7', kind: 'grammar' })
})
