import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	findPreservationMove,
	isOnlyDraft,
	isRequestOver,
	listPreservationEvents,
	preservationEvents,
	preservationStates,
	type PreservationState,
} from './moves.ts'

const walk = (events: readonly (typeof preservationEvents)[number][]): PreservationState[] =>
	events.reduce<PreservationState[]>(
		(way, event) => {
			const to = findPreservationMove(way.at(-1) ?? 'draft', event)?.to
			return to === undefined ? way : [...way, to]
		},
		['draft'],
	)

const events = fc.array(fc.constantFrom(...preservationEvents), { maxLength: 30 })

test('whatever happens, nothing is sent without an authority, kept without being sent, or moved once it is over', () => {
	fc.assert(
		fc.property(events, (all) => {
			const way = walk(all)
			const sent = way.indexOf('transmitted')
			for (const [place, state] of way.entries()) {
				if (!isOnlyDraft(state) && state !== 'withdrawn') expect(sent).toBeLessThanOrEqual(place)
				if (!isOnlyDraft(state) && state !== 'withdrawn') expect(sent).toBeGreaterThan(0)
				if (state === 'transmitted') expect(way[place - 1]).toBe('authority-review')
				if (isRequestOver(state)) expect(place).toBe(way.length - 1)
				if (state === 'extended') expect(way.slice(0, place)).toContain('preserved')
				if (sent >= 0 && place > sent) expect(isOnlyDraft(state)).toBe(false)
			}
		}),
		{ numRuns: 2000 },
	)
})

test('a request can come to every state', () => {
	const seen = new Set(['draft'])
	for (let before = 0; before < seen.size;) {
		before = seen.size
		for (const from of preservationStates.filter((state) => seen.has(state)))
			for (const event of preservationEvents) seen.add(findPreservationMove(from, event)?.to ?? 'draft')
	}
	expect([...seen].sort()).toEqual([...preservationStates].sort())
	expect(preservationStates.filter(isRequestOver)).toEqual(['disclosed', 'lapsed', 'refused', 'withdrawn'])
})

test('the hotline never transmits, extends or asks for assistance; an authority never drafts; nobody lets lapse by hand', () => {
	const hotline = { isHotline: true, isAuthority: false }
	const authority = { isHotline: false, isAuthority: true }
	const all = (as: typeof hotline) => preservationStates.flatMap((state) => listPreservationEvents(state, as))
	expect([...new Set(all(hotline))].sort()).toEqual([
		'acknowledge',
		'ask-review',
		'disclose',
		'preserve',
		'refuse',
		'withdraw',
	])
	expect([...new Set(all(authority))]).not.toContain('ask-review')
	expect(all(authority)).toContain('transmit')
	expect([...all(hotline), ...all(authority)]).not.toContain('lapse')
	expect(all({ isHotline: false, isAuthority: false })).toEqual([])
	expect(listPreservationEvents('transmitted', hotline)).not.toContain('withdraw')
})
