import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base'
import { makePartner, makePartnerKey } from '../../../../../tests/support/partners.ts'
import { flows, isAgreedOn, isKeyGood, mayFlow, mayShare, tlpLevels } from './partner.ts'

const agreed = { agreement: 'Convention 1', agreedFrom: '2026-01-01', agreedTo: '2026-12-31' }

test.each([
	['2025-12-31', false],
	['2026-01-01', true],
	['2026-12-31', true],
	['2027-01-01', false],
])('an agreement for 2026 on %s: %s', (today, holds) => {
	expect(isAgreedOn(makePartner(agreed), today)).toBe(holds)
})

test('an agreement without an end goes on; without a reference or a first day there is none', () => {
	expect(isAgreedOn(makePartner({ ...agreed, agreedTo: undefined }), '2099-01-01')).toBe(true)
	expect(isAgreedOn(makePartner({ ...agreed, agreement: '' }), '2026-06-01')).toBe(false)
	expect(isAgreedOn(makePartner({ ...agreed, agreedFrom: undefined }), '2026-06-01')).toBe(false)
})

test('nothing flows with a partner that is not active, without an agreement that day, or by a flow that was not agreed', () => {
	const day = fc.integer({ min: -400, max: 800 }).map((n) => addDays('2026-01-01', n))
	const state = fc.constantFrom('draft', 'active', 'suspended', 'ended')
	fc.assert(
		fc.property(
			fc.subarray([...flows]),
			fc.constantFrom(...flows),
			state,
			day,
			(allowed, flow, is, today) => {
				const partner = makePartner({ ...agreed, flows: allowed, state: is })
				const wanted =
					is === 'active' && allowed.includes(flow) && today >= '2026-01-01' && today <= '2026-12-31'
				expect(mayFlow(partner, flow, today)).toBe(wanted)
			},
		),
	)
})

test('what is marked closer than the ceiling of a partner is not shared with it; what is more open is', () => {
	for (const [ceiling, tlpMost] of tlpLevels.entries())
		for (const [mark, tlp] of tlpLevels.entries())
			expect(mayShare({ tlpMost }, tlp), `${tlp} to ${tlpMost}`).toBe(mark <= ceiling)
})

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day))

test.each([
	['two persons, in its time', {}, true],
	['one person only', { verifiedBy: undefined }, false],
	['its time has not come', { validFrom: at(16) }, false],
	['its first moment', { validFrom: at(15) }, true],
	['its time is over', { validTo: at(15) }, false],
	['its last moment', { validTo: new Date(at(15).getTime() + 1) }, true],
	['revoked', { revokedAt: at(15) }, false],
	['revoked afterwards', { revokedAt: at(16) }, true],
] as const)('a key counts: %s', (_, more, isGood) => {
	expect(isKeyGood(makePartnerKey({ validFrom: at(1), validTo: at(31), ...more }), at(15))).toBe(isGood)
})
