import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePartner, makePartnerKey, rfcThumbprint } from '../../../../../../tests/support/partners.ts'
import type { Channel } from '../partner.ts'
import { findFingerprint, isHeard, toGroups } from './fingerprint.ts'
import { findFirstEnd } from './first-end.ts'
import { getKeyState, getOverlapEnd, judgeKeys } from './key-state.ts'

const now = new Date('2026-11-29T10:00:00Z')
const on = (day: string): Date => new Date(`${day}T00:00:00Z`)
const digest = '90facafea9b1556698540f70c0117a22ea37bd5cf3ed3c47093c1707282b4b89'

test('the fingerprint of a JWK is the thumbprint of RFC 8037 A.3, in groups that can be read out', () => {
	const none = { public: '' }
	expect(findFingerprint({ ...none, use: 'sign', kid: rfcThumbprint })).toBe(digest)
	expect(toGroups(digest)).toBe(
		'90FA CAFE A9B1 5566 9854 0F70 C011 7A22 EA37 BD5C F3ED 3C47 093C 1707 282B 4B89',
	)
	expect(findFingerprint({ ...none, use: 'token', kid: digest })).toBe(digest)
	expect(findFingerprint({ ...none, use: 'tsig', kid: 'zone-1' })).toBeUndefined()
	expect(findFingerprint({ public: digest, use: 'tsig', kid: 'zone-1' })).toBe(digest)
	expect(findFingerprint({ ...none, use: 'seal', kid: 'short' })).toBeUndefined()
})

test.each([
	['F3ED 3C47 093C 1707 282B 4B89', true],
	['f3:ed:3c:47:09:3c:17:07:28:2b:4b:89', true],
	[digest, true],
	['3C47 093C 1707 282B 4B89', false],
	['F3ED 3C47 093C 1707 282B 4B88', false],
	[`${digest} 0000`, false],
	['', false],
	['zzzz zzzz zzzz zzzz zzzz zzzz', false],
])('typed "%s" was heard: %s', (typed, isRight) => {
	expect(isHeard(digest, typed)).toBe(isRight)
})

test('one digit that was misheard is enough to refuse', () => {
	const groups = toGroups(digest).split(' ').slice(-6).join('')
	fc.assert(
		fc.property(
			fc.nat(groups.length - 1),
			fc.constantFrom(...Array.from('0123456789ABCDEF')),
			(place, digit) => {
				const typed = groups.slice(0, place) + digit + groups.slice(place + 1)
				expect(isHeard(digest, typed)).toBe(typed === groups)
			},
		),
	)
})

test.each([
	['good', {}],
	['waiting', { verifiedBy: undefined }],
	['early', { validFrom: on('2026-12-01') }],
	['over', { validTo: on('2026-11-29') }],
	['over', { validTo: on('2026-11-29'), verifiedBy: undefined }],
	['revoked', { revokedAt: on('2026-11-28') }],
	['good', { revokedAt: on('2026-11-30') }],
] as const)('a key is %s: %o', (state, more) => {
	expect(getKeyState(makePartnerKey(more), now)).toBe(state)
})

test('a key that is replaced stays good for two weeks, and no longer than it had', () => {
	expect(getOverlapEnd({ validTo: undefined }, now)).toEqual(new Date('2026-12-13T10:00:00Z'))
	expect(getOverlapEnd({ validTo: on('2026-12-01') }, now)).toEqual(on('2026-12-01'))
})

const by = (kind: Channel['kind']): Channel => ({ id: kind, kind, address: 'x', place: 1 })

test('a partner is ready when the keys that its channels ask for are good', () => {
	const sign = makePartnerKey()
	const seal = makePartnerKey({ id: 'seal', use: 'seal' })
	const partner = { channels: [by('http-sig'), by('paper')] }
	expect(judgeKeys(partner, [sign, seal], now)).toBe('good')
	expect(judgeKeys(partner, [sign, { ...seal, verifiedBy: undefined }], now)).toBe('waiting')
	expect(judgeKeys(partner, [sign], now)).toBe('lacking')
	expect(judgeKeys(partner, [sign, { ...seal, revokedAt: on('2026-11-01') }], now)).toBe('lacking')
	expect(judgeKeys({ channels: [by('paper')] }, [], now)).toBe('not-needed')
	expect(judgeKeys({ channels: [by('mail-pgp')] }, [makePartnerKey({ use: 'pgp' })], now)).toBe('good')
	expect(judgeKeys({ channels: [] }, [makePartnerKey({ use: 'token' })], now)).toBe('good')
	const token = makePartnerKey({ use: 'token', verifiedBy: undefined })
	expect(judgeKeys({ channels: [by('taxii')] }, [token], now), 'a secret by which they fetch').toBe('waiting')
})

const ends = (agreedTo: string | undefined, ...keys: ReturnType<typeof makePartnerKey>[]) =>
	findFirstEnd(makePartner({ agreedTo }), keys, { today: '2026-11-29', now })

test('what runs out within thirty days is found, the first of it', () => {
	const key = makePartnerKey({ validTo: on('2026-12-20') })
	expect(ends(undefined)).toBeUndefined()
	expect(ends('2026-12-30')).toBeUndefined()
	expect(ends('2026-12-29')).toEqual({ what: 'agreement', day: '2026-12-29' })
	expect(ends('2026-12-29', key)).toEqual({ what: 'key', day: '2026-12-20' })
	expect(ends('2026-11-01', key)).toEqual({ what: 'agreement', day: '2026-11-01' })
	expect(
		findFirstEnd(makePartner({ state: 'ended', agreedTo: '2026-11-30' }), [], { today: '2026-11-29', now }),
	).toBeUndefined()
})

test('a key that another outlives is not said to run out', () => {
	const old = makePartnerKey({ validTo: on('2026-12-10') })
	const next = makePartnerKey({ id: 'next', validTo: on('2027-12-10') })
	expect(ends(undefined, old, next)).toBeUndefined()
	expect(ends(undefined, old, { ...next, verifiedBy: undefined })).toMatchObject({ what: 'key' })
	expect(ends(undefined, old, { ...next, use: 'seal' })).toMatchObject({ day: '2026-12-10' })
})
