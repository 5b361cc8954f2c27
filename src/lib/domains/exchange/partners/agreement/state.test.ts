import { expect, test } from 'vitest'
import { makePartner } from '../../../../../../tests/support/partners.ts'
import type { PartnerState } from '../partner.ts'
import { findMissing, isWider, listMoves } from './state.ts'

const states = ['draft', 'active', 'suspended', 'ended'] as const satisfies readonly PartnerState[]

test('a partner begins as a draft, is active and suspended in turns, and never comes back once it has ended', () => {
	expect(Object.fromEntries(states.map((state) => [state, listMoves(state)]))).toEqual({
		draft: ['active', 'ended'],
		active: ['suspended', 'ended'],
		suspended: ['active', 'ended'],
		ended: [],
	})
})

test('what a partner lacks before anything may flow is named', () => {
	const channels = [{ id: 'c', kind: 'paper', address: 'Bureau 12', place: 1 }] as const
	expect(findMissing(makePartner({ channels }), '2026-06-01')).toEqual([])
	expect(findMissing(makePartner({ channels }), '2028-01-01')).toEqual(['agreement'])
	expect(findMissing(makePartner({ agreement: '', flows: [] }), '2026-06-01')).toEqual([
		'agreement',
		'flows',
		'channels',
	])
})

test.each([
	['nothing', {}, false],
	['one flow less', { flows: ['referral-out'] }, false],
	['one flow more', { flows: ['referral-out', 'referral-in', 'hashes'] }, true],
	['another flow', { flows: ['hashes'] }, true],
	['a closer marking', { tlpMost: 'red' }, true],
	['a more open marking', { tlpMost: 'green' }, false],
	['personal data', { takesPersonal: true }, true],
	['a longer agreement', { agreedTo: '2028-01-01' }, true],
	['an agreement without an end', { agreedTo: undefined }, true],
	['a shorter agreement', { agreedTo: '2026-12-31' }, false],
	['an earlier beginning', { agreedFrom: '2025-12-31' }, true],
	['another agreement', { agreement: 'Convention 2' }, true],
	['another kind', { kind: 'isp' }, true],
] as const)('a change by %s widens what a partner has: %o', (_, change, wider) => {
	expect(isWider(makePartner(), makePartner(change))).toBe(wider)
})
