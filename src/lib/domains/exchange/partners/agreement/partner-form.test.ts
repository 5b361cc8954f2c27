import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partnerForm } from '../../../../../../tests/support/partners.ts'
import { findCountry } from './country.ts'
import { partnerFields, readPartner, toFields } from './partner-form.ts'

test('a form that is filled in is read, in one way of writing', () => {
	expect(readPartner(partnerForm)).toEqual({
		ok: true,
		value: {
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
			isPublic: true,
			note: '',
		},
	})
})

test('a draft needs no agreement, no hours and no languages', () => {
	const draft = { ...partnerForm, agreement: '', agreedFrom: '', agreedTo: '', hours: '', languages: '' }
	expect(readPartner(draft)).toMatchObject({
		ok: true,
		value: { agreement: '', agreedFrom: undefined, agreedTo: undefined, hours: '', languages: [] },
	})
})

test.each([
	['partner.name', { nameAr: '' }],
	['partner.name', { nameFr: 'x' }],
	['partner.name', { nameEn: 'x'.repeat(121) }],
	['partner.name', { nameFr: 'Ligne \u202Egnol' }],
	['partner.name', { nameZgh: 'ⵣ' }],
	['partner.kind', { kind: 'friend' }],
	['partner.country', { country: 'F' }],
	['partner.country', { country: 'QQ' }],
	['partner.zone', { zone: 'Paris' }],
	['partner.hours', { hours: 'week days' }],
	['partner.languages', { languages: 'français' }],
	['partner.agreement', { agreement: '' }],
	['partner.agreement', { agreedFrom: '' }],
	['partner.agreement', { agreement: 'x'.repeat(201) }],
	['partner.dates', { agreedFrom: '2026-02-30' }],
	['partner.dates', { agreedTo: '2025-12-31' }],
	['partner.dates', { agreement: '', agreedFrom: '' }],
	['partner.dates', { agreedFrom: '01/01/2026' }],
	['partner.tlp', { tlpMost: 'white' }],
	['partner.note', { note: 'x'.repeat(2001) }],
	['partner.personal', { takesPersonal: 'yes', agreement: '', agreedFrom: '', agreedTo: '' }],
] as const)('%s refuses %o', (code, wrong) => {
	expect(readPartner({ ...partnerForm, ...wrong })).toEqual({ ok: false, code })
})

test('what was read shows the same fields again, and is read alike', () => {
	const name = fc.stringMatching(/^[a-zéأ-ي][a-z é]{1,20}[a-zé]$/u)
	const box = fc.constantFrom('yes', '')
	fc.assert(
		fc.property(
			name,
			box,
			box,
			box,
			fc.constantFrom('MA', 'FR', 'BR'),
			(fr, flow, personal, open, country) => {
				const typed = {
					...partnerForm,
					nameFr: fr,
					'flow-hashes': flow,
					takesPersonal: personal,
					isPublic: open,
					country,
				}
				const first = readPartner(typed)
				if (!first.ok) expect.fail(first.code)
				expect(readPartner(toFields(first.value))).toEqual(first)
			},
		),
	)
})

test('whatever is typed is read or refused, and never a fault', () => {
	const any = fc.record(
		Object.fromEntries(
			partnerFields.map((field) => [field, fc.oneof(fc.string(), fc.constant(partnerForm[field]))]),
		),
	)
	fc.assert(fc.property(any, (typed) => typeof readPartner(typed as typeof partnerForm).ok === 'boolean'))
})

test('countries have names in every language', () => {
	expect((['ar', 'fr', 'zgh', 'en'] as const).map((language) => findCountry('FR', language))).toEqual([
		'فرنسا',
		'France',
		'ⴼⵔⴰⵏⵙⴰ',
		'France',
	])
	expect(findCountry('QQ', 'en')).toBeUndefined()
	expect(findCountry('fr', 'en')).toBeUndefined()
})
