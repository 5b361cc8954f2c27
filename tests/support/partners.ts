/** Partners for tests: one that everything is agreed with, and a key of it that two persons have compared. */
import type { Partner, PartnerKey } from '#domains/exchange/partners'

const ids = {
	partner: '0a0b0c0d-1111-4222-8333-444455556666',
	key: '0a0b0c0d-1111-4222-8333-777788889999',
	first: '0a0b0c0d-2222-4222-8333-000000000001',
	second: '0a0b0c0d-2222-4222-8333-000000000002',
} as const

/** The public half of the key of RFC 8037, appendix A.1, and its thumbprint, A.3. */
export const rfcKey = {
	kty: 'OKP',
	crv: 'Ed25519',
	x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const
export const rfcThumbprint = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'

export const makePartner = (more: Partial<Partner> = {}): Partner => ({
	id: ids.partner,
	names: { ar: 'خط مثال', fr: 'Ligne exemple', zgh: undefined, en: 'Example line' },
	kind: 'hotline',
	country: 'FR',
	zone: 'Europe/Paris',
	hours: 'mo-fr 08:30-17:00',
	languages: ['fr', 'en'],
	agreement: 'Convention 1',
	agreedFrom: '2026-01-01',
	agreedTo: '2027-12-31',
	flows: ['referral-out', 'referral-in'],
	tlpMost: 'amber',
	takesPersonal: false,
	isPublic: false,
	state: 'active',
	note: '',
	channels: [],
	...more,
})

export const makePartnerKey = (more: Partial<PartnerKey> = {}): PartnerKey => ({
	id: ids.key,
	partner: ids.partner,
	use: 'sign',
	kid: rfcThumbprint,
	public: JSON.stringify(rfcKey),
	validFrom: new Date('2026-01-01T00:00:00Z'),
	validTo: undefined,
	broughtBy: ids.first,
	verifiedBy: ids.second,
	revokedAt: undefined,
	revokedWhy: undefined,
	...more,
})

/** Fields of the form of a partner, as a liaison fills them in. */
export const partnerForm = {
	nameAr: 'خط مثال',
	nameFr: 'Ligne exemple',
	nameZgh: '',
	nameEn: 'Example line',
	kind: 'hotline',
	country: 'fr',
	zone: 'Europe/Paris',
	hours: 'Mo-Fr 08:30-17:00',
	languages: 'FR, en',
	agreement: 'Convention 1',
	agreedFrom: '2026-01-01',
	agreedTo: '2027-12-31',
	tlpMost: 'amber',
	takesPersonal: '',
	isPublic: 'yes',
	note: '',
	'flow-referral-out': 'yes',
	'flow-referral-in': 'yes',
	'flow-indicators': '',
	'flow-hashes': '',
	'flow-preservation': '',
} as const

/** The version of every seeded partner: when it was last changed, as its page sends it along. */
export const seededVersion = '2026-11-01T08:00:00.000Z'
