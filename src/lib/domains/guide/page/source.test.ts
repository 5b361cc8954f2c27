import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readContent } from '../../../../../tests/support/content.ts'
import { freshDays, isStale, partialDate, sourcesFile } from './source.ts'

test.each([
	['2025-11-25', '2026-11-25T00:00:00Z', false],
	['2025-11-25', '2026-11-25T00:00:01Z', true],
	['2026-11-25', '2026-11-25T12:00:00Z', false],
	['2027-01-01', '2026-11-25T12:00:00Z', false],
])('isStale() of %s seen from %s is %s', (seen, at, wanted) => {
	expect(freshDays).toBe(365)
	expect(isStale(seen, new Date(at))).toBe(wanted)
})

test.each(['2022', 2022, '2025-04', '2026-11-24'])('partialDate takes %j and gives text', (date) => {
	expect(v.parse(partialDate, date)).toBe(String(date))
})

test.each(['', '22', '2025-13', '2025-4', '2026-11-32', '24.11.2026', '2025 or so', null])(
	'partialDate refuses %j',
	(date) => {
		expect(v.safeParse(partialDate, date).success).toBe(false)
	},
)

const source = { title: 'T', publisher: 'P', date: 2022, seen: '2026-11-24', confidence: 'sure' }

test('sourcesFile takes a source without an address, as a book has none', () => {
	expect(v.safeParse(sourcesFile, { 'who-2022': source }).success).toBe(true)
})

test.each([
	['an id with spaces', { 'who 2022': source }],
	['a source without the day it was seen', { who: { ...source, seen: undefined } }],
	['a source seen in a month only', { who: { ...source, seen: '2026-11' } }],
	['an address that is none', { who: { ...source, url: 'who.int' } }],
	['a confidence of our own making', { who: { ...source, confidence: 'quite sure' } }],
	['a field that nobody reads', { who: { ...source, note: 'x' } }],
])('sourcesFile refuses %s', (_, file) => {
	expect(v.safeParse(sourcesFile, file).success).toBe(false)
})

test('a source that does not say how it is known counts as known from others', () => {
	expect(v.parse(sourcesFile, { who: source })['who']?.how).toBe('known')
})

test('what was not read is not called read: every source of ours says how it is known, and what of it was read', () => {
	const raw = parse(readContent().get('content/sources.yaml') ?? '') as Record<
		string,
		{ how?: string; extent?: string }
	>
	for (const [id, { how, extent }] of Object.entries(raw)) {
		expect(['read', 'seen', 'known'], id).toContain(how)
		if (how === 'read') expect(extent, id).toBeTruthy()
	}
})
