import { expect, test } from 'vitest'
import type { Partner } from '../partners/index.ts'
import { findHindrances, listBefore, listCandidates, listChannels } from './candidates.ts'

const partner = (id: string, change: Partial<Partner> = {}): Partner => ({
	id,
	kind: 'hotline',
	country: 'FR',
	zone: 'Europe/Paris',
	hours: '',
	languages: ['fr'],
	names: { ar: id, fr: id, zgh: undefined, en: id },
	agreement: 'A-1',
	agreedFrom: '2026-01-01',
	agreedTo: undefined,
	flows: ['referral-out'],
	tlpMost: 'amber',
	takesPersonal: false,
	isPublic: true,
	state: 'active',
	note: '',
	channels: [{ id: `${id}-1`, kind: 'http-sig', address: 'https://peer.example', place: 1 }],
	...change,
})
const wanted = {
	country: 'DE',
	tlp: 'amber',
	isPersonal: false,
	today: '2026-11-29',
	ways: ['http-sig', 'xarf-mail'],
} as const

test('who may have it stands first, then who sits where it is hosted, then by the place of the channel', () => {
	const late = [{ id: 'c', kind: 'xarf-mail', address: 'abuse@host.example', place: 2 } as const]
	const all = [
		partner('ended', { country: 'DE', state: 'ended' }),
		partner('far'),
		partner('late', { country: 'DE', channels: late }),
		partner('near', { country: 'DE' }),
	]
	const listed = listCandidates(all, wanted)
	expect(listed.map(({ partner: { id } }) => id)).toEqual(['near', 'late', 'far', 'ended'])
	expect(listed.map(({ isThere }) => isThere)).toEqual([true, true, false, true])
})

test('every reason against a partner is said', () => {
	const change: Partial<Partner> = {
		state: 'suspended',
		agreedTo: '2026-11-28',
		flows: [],
		tlpMost: 'green',
		channels: [{ id: 'p', kind: 'paper', address: 'Bureau', place: 1 }],
	}
	expect(findHindrances(partner('x', change), { ...wanted, isPersonal: true })).toEqual([
		'not-active',
		'no-agreement',
		'no-flow',
		'tlp',
		'personal',
		'no-channel',
	])
	expect(findHindrances(partner('x'), wanted)).toEqual([])
	expect(findHindrances(partner('x', { agreedTo: wanted.today }), wanted), 'the last day counts').toEqual([])
})

test('channels are tried in their order, those that can be sent by', () => {
	const channels = (['xarf-mail', 'paper', 'http-sig', 'taxii'] as const).map((kind, n) => ({
		id: kind,
		kind,
		address: '',
		place: 4 - n,
	}))
	const listed = listChannels(partner('x', { channels }), wanted.ways)
	expect(listed.map(({ id }) => id)).toEqual(['http-sig', 'xarf-mail'])
})

test('a case that has gone to a partner, or is about to, is shown before it goes there again', () => {
	const one = { partnerId: 'a', direction: 'out', state: 'accepted', wasSent: true } as const
	const referrals = [
		one,
		{ ...one, state: 'review', wasSent: false },
		{ ...one, state: 'closed', wasSent: true },
		{ ...one, state: 'closed', wasSent: false },
		{ ...one, direction: 'in' },
		{ ...one, partnerId: 'b' },
	] as const
	expect(listBefore(referrals, 'a')).toEqual(referrals.slice(0, 3))
	expect(listBefore(referrals, '')).toEqual([])
})
