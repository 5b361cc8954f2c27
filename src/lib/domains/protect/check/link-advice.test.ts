import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspect as arabic } from '../../../../../messages/inspect/ar.ts'
import { inspect as english } from '../../../../../messages/inspect/en.ts'
import { inspect as french } from '../../../../../messages/inspect/fr.ts'
import { inspect as tamazight } from '../../../../../messages/inspect/zgh.ts'
import { severities } from '#tools/inspect/link-inspector'
import { adviseLink, linkProblems, linkSteps } from './link-advice.ts'

test.each([
	['https://www.facebook.com@evil.example', 'trick', 'do-not-open'],
	['tel:*21*0600000000%23', 'trick', 'do-not-call'],
	['https://wa.me/settings/linked_devices#2@abc', 'trick', 'do-not-scan'],
	['https://bit.ly/abc', 'odd', 'ask-long'],
	['https://evil.example/mod.apk', 'odd', 'store-only'],
	['WIFI:T:WPA;S:cafe;;', 'odd', 'ask-owner'],
	['https://www.google.com/url?q=https://evil.example/mod.apk', 'odd', 'store-only'],
	['https://www.2511.ma', 'nothing-odd', 'no-code'],
] as const)('adviseLink() says of %j: %s, and to do: %s', (link, verdict, step) => {
	const advice = adviseLink(link)
	expect(advice.isRead && advice.report.verdict).toBe(verdict)
	expect(advice.isRead && advice.steps).toContain(step)
})

test('after a trick, who has typed something hears what to do', () => {
	const advice = adviseLink('https://faceb00k.com')
	expect(advice.isRead && advice.steps).toContain('if-typed')
})

test.each([
	['', 'empty'],
	['labas', 'no-link'],
	['x'.repeat(10_001), 'too-long'],
] as const)('adviseLink() says of %j: %s', (text, problem) => {
	expect(adviseLink(text)).toEqual({ isRead: false, problem })
})

test('no link is ever called safe', () => {
	fc.assert(
		fc.property(fc.webUrl(), (link) => {
			const advice = adviseLink(link)
			if (advice.isRead) expect(['trick', 'odd', 'nothing-odd']).toContain(advice.report.verdict)
			if (advice.isRead) expect(advice.steps.length).toBeGreaterThan(1)
		}),
	)
	expect(english['inspect.link.says.nothing-odd']).toContain('does not prove it safe')
	expect(french['inspect.link.says.nothing-odd']).toContain('ne prouve pas')
})

test('everything that can be said has words in every language, with a place for the detail where there is one', () => {
	const keys = [
		...Object.keys(severities).map((code) => `finding.${code}`),
		...linkSteps.map((step) => `step.${step}`),
		...linkProblems.map((problem) => `problem.${problem}`),
	].map((key) => `inspect.link.${key}`)
	for (const words of [arabic, french, english, tamazight] as Record<string, string>[]) {
		expect(keys.filter((key) => !(key in words))).toEqual([])
		for (const key of keys)
			expect([key, words[key]?.includes('{detail}')]).toEqual([
				key,
				english[key as keyof typeof english].includes('{detail}'),
			])
	}
})
