import { expect, test } from 'vitest'
import { findEvidenceHref, findPageWord } from './evidence.ts'

test.each([
	['law', 'ma-law-07-03', '/fr/law/instruments/ma-law-07-03'],
	['page', '/law/gaps', '/fr/law/gaps'],
	['page', '/', '/fr'],
	['page', '//elsewhere.example', undefined],
	['page', 'javascript:alert(1)', undefined],
	['address', 'https://example.org/a', 'https://example.org/a'],
	['address', 'javascript:alert(1)', undefined],
	['document', 'A paper', undefined],
	['entry', '12', undefined],
] as const)('%s %s leads to %s', (kind, reference, href) => {
	expect(findEvidenceHref({ kind, reference }, 'fr')).toBe(href)
})

test('pages of ours have names, others are called by their path', () => {
	expect([findPageWord('/law'), findPageWord('/somewhere')]).toEqual(['law.short', undefined])
})
