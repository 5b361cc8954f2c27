import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { proveTarget } from '../support/proofs.ts'

/**
 * Keys of schema 29 that a filter may set, from the source of AdGuard Home (internal/home/config.go and the files of
 * internal/configmigrate). It is not in Debian: nothing is run here.
 */
const schema = v.strictObject({
	http: v.strictObject({ address: v.pipe(v.string(), v.regex(/^127\.0\.0\.1:\d+$/)) }),
	users: v.pipe(v.array(v.never()), v.maxLength(0)),
	dns: v.strictObject({
		bind_hosts: v.array(v.pipe(v.string(), v.ip())),
		port: v.literal(53),
		upstream_dns: v.pipe(
			v.array(v.pipe(v.string(), v.regex(/^(https|tls):\/\/[a-z0-9.:/-]+$|^[0-9a-f.:]+$/))),
			v.minLength(1),
		),
		bootstrap_dns: v.optional(v.array(v.pipe(v.string(), v.ip()))),
		handle_ddr: v.boolean(),
	}),
	filtering: v.strictObject({
		protection_enabled: v.literal(true),
		filtering_enabled: v.literal(true),
		parental_enabled: v.boolean(),
		safebrowsing_enabled: v.boolean(),
		filters_update_interval: v.picklist([0, 1, 12, 24, 72, 168]),
		safe_search: v.strictObject({
			enabled: v.boolean(),
			bing: v.boolean(),
			duckduckgo: v.boolean(),
			ecosia: v.boolean(),
			google: v.boolean(),
			pixabay: v.boolean(),
			yandex: v.boolean(),
			youtube: v.boolean(),
		}),
	}),
	filters: v.array(
		v.strictObject({
			enabled: v.boolean(),
			url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
			name: v.string(),
			id: v.pipe(v.number(), v.integer()),
		}),
	),
	user_rules: v.array(v.string()),
	schema_version: v.literal(29),
})

const name = '[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+'
/** Lines of the filtering syntax that a filter needs: https://adguard-dns.io/kb/general/dns-filtering-syntax/ */
const rule = new RegExp(
	`^(?:\\|${name}\\^\\$dnsrewrite=NOERROR;CNAME;${name}|\\|\\|${name}\\^(?:\\$important)?|@@\\|\\|${name}\\^(?:\\$important)?|\\|\\|${name}\\^\\$dnsrewrite=NOERROR;;)$`,
)

const getText = (target: string, filter = makeTestFilter('strict')): string =>
	targets.find(({ id }) => id === target)?.make(filter)[0]?.text ?? ''

/** What the rules do with a name, in the order of weight that AdGuard documents. */
const decide = (rules: readonly string[], asked: string): string => {
	const fits = (text: string): boolean => {
		const [, ends = '', host = ''] = /^(?:@@)?(\|{1,2})([^^]+)\^/u.exec(text) ?? []
		return asked === host || (ends === '||' && asked.endsWith(`.${host}`))
	}
	const fitting = rules.filter(fits)
	const rewrite = fitting.find((text) => text.includes('$dnsrewrite='))
	if (rewrite) return rewrite.split('$dnsrewrite=')[1] ?? ''
	const [blocked, allowed] = [false, true].map((is) => fitting.filter((text) => text.startsWith('@@') === is))
	const heavy = (texts: readonly string[] = []) => texts.some((text) => text.endsWith('$important'))
	if (heavy(allowed)) return 'allowed'
	if (heavy(blocked)) return 'blocked'
	if (allowed?.length) return 'allowed'
	return blocked?.length ? 'blocked' : 'as it is'
}

const testRules = (rules: readonly string[]) => {
	for (const text of rules) expect(text).toMatch(rule)
	expect(decide(rules, 'www.google.co.ma')).toBe('NOERROR;CNAME;forcesafesearch.google.com')
	expect(decide(rules, 'www.youtube.com')).toBe('NOERROR;CNAME;restrict.youtube.com')
	expect(decide(rules, 'duckduckgo.com')).toBe('NOERROR;CNAME;safe.duckduckgo.com')
	expect(decide(rules, 'external-content.duckduckgo.com')).toBe('as it is')
	expect(decide(rules, 'www.casino.example.ma')).toBe('blocked')
	expect(decide(rules, 'bad.example.ma')).toBe('blocked')
	expect(decide(rules, 'www.ok.bad.example.ma')).toBe('allowed')
	expect(decide(rules, 'deep.ok.bad.example.ma')).toBe('blocked')
	expect(decide(rules, 'dns.google')).toBe('blocked')
	expect(decide(rules, '_dns.resolver.arpa')).toBe('NOERROR;;')
	expect(decide(rules, 'school.example.ma')).toBe('as it is')
}

const prove = (target: string) =>
	proveTarget({ target, program: 'grammar', getVersion: () => '29', kind: 'grammar' })

describe('adguard-home', () => {
	test('is YAML with the keys of schema 29 and nothing else; a wrong one would be seen', () => {
		const text = getText('adguard-home')
		expect(v.parse(schema, parse(text))).toBeTruthy()
		for (const [from, to] of [
			['upstream_dns', 'upstreams'],
			['parental_enabled: true', 'parental_enabled: yes please'],
			['schema_version: 29', 'schema_version: 25'],
			['    google: true', '  google: true'],
			['127.0.0.1:3000', '0.0.0.0:3000'],
		] as const)
			expect(() => v.parse(schema, parse(text.replace(from, to))), from).toThrow()
	})

	test('asks the resolver over HTTPS and switches on what the filter has', () => {
		const { dns, filtering } = v.parse(schema, parse(getText('adguard-home')))
		expect(dns.upstream_dns).toEqual(['https://family.cloudflare-dns.com/dns-query'])
		expect(filtering.safe_search).toMatchObject({ enabled: true, google: true, bing: true, youtube: true })
		const gentle = v.parse(schema, parse(getText('adguard-home', makeTestFilter('balanced'))))
		expect(gentle.filtering.safe_search.youtube).toBe(false)
		expect(decide(gentle.user_rules, 'm.youtube.com')).toBe('NOERROR;CNAME;restrictmoderate.youtube.com')
	})

	test('decides about names as the filter does', () => {
		testRules(v.parse(schema, parse(getText('adguard-home'))).user_rules)
	})

	test('subscribes to lists with their licence in the name', () => {
		const { filters } = v.parse(schema, parse(getText('adguard-home')))
		const { lists } = makeTestFilter('strict')
		expect(filters).toHaveLength(lists.length)
		for (const [at, { licence }] of lists.entries()) expect(filters[at]?.name).toContain(licence)
	})

	prove('adguard-home')
})

describe('adguard-home-rules', () => {
	test('are the same rules between two remarks, to be found again', () => {
		const lines = getText('adguard-home-rules').trimEnd().split('\n')
		expect([lines.at(0), lines.at(-1)]).toEqual(['! thiqa begin', '! thiqa end'])
		testRules(lines.slice(1, -1))
	})
	prove('adguard-home-rules')
})
