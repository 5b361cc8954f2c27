import { describe, expect, test } from 'vitest'
import { categories } from '../../../cases/category.ts'
import { getLetterWords } from '../../../../../../tests/support/letter-words.ts'
import { describeStandard } from '../../../../../../tests/support/standards.ts'
import { readXarfSchemas } from '../../../../../../tests/support/xarf-schemas.ts'
import { readReferralPayload, toReferralPayload, type ReferralParts } from '../payload.ts'
import { chooseLetterLanguage, toXarfPart, writeLetter } from './letter.ts'

const make = (change: Partial<ReferralParts> = {}) => {
	const made = toReferralPayload({
		ref: 'MA-2026-000007',
		at: new Date('2026-11-29T10:00:00Z'),
		urgency: 'normal',
		tlp: 'amber',
		pap: 'amber',
		country: 'FR',
		category: 'abuse-material',
		urls: ['https://a.example/1', 'https://a.example/2'],
		accounts: [],
		explanation: 'Illegal by article 503-2.',
		inside: 'Third picture',
		sender: { name: 'Desk', email: 'desk@desk.example', domain: 'desk.example' },
		reportId: '9b2f0b0e-2b0a-4c39-9a54-2d6a8f0f2a11',
		...change,
	})
	const read = made.ok ? readReferralPayload(made.value) : made
	if (!read.ok) throw new Error(read.code)
	return read.value
}

test('a letter is written in the first language of the partner that we write, or in English', () => {
	expect(['de,fr,en', 'ar', 'de', ''].map((all) => chooseLetterLanguage(all.split(',')))).toEqual([
		'fr',
		'ar',
		'en',
		'en',
	])
})

describe.each(['ar', 'fr', 'en'] as const)('a letter in %s', (language) => {
	test('has its number, every address, the reasons and the link, and names us only where the law wants it', async () => {
		const words = await getLetterWords(language)
		const link = 'https://desk.example/coop/answer/x'
		const written = writeLetter(make(), words, link)
		const { subject, letter } = written.ok ? written.value : { subject: '', letter: '' }
		expect(subject).toContain('MA-2026-000007')
		for (const part of [
			'MA-2026-000007',
			'https://a.example/1',
			'https://a.example/2',
			'503-2',
			'Third picture',
		])
			expect(letter).toContain(part)
		expect(letter.trimEnd().split('\n').slice(-2)).toEqual([words.answer, link])
		expect(letter).not.toContain('desk@desk.example')
		const other = writeLetter(make({ category: 'hate' }), words, link)
		expect(other.ok && other.value.letter).toContain('desk@desk.example')
	})
})

test('a report has no part that is ours, and there is none without a type of XARF or without an address', () => {
	expect(Object.keys(toXarfPart(make()) ?? {})).not.toEqual(expect.arrayContaining(['notice']))
	expect(toXarfPart(make({ category: 'scam' }))).toBeUndefined()
	expect(
		toXarfPart(make({ urls: [], accounts: [{ app: 'Some app', nickname: 'somebody' }] })),
	).toBeUndefined()
})

describeStandard('xarf', (shared) => {
	test('every report that goes by mail is one of XARF', () => {
		const findErrors = readXarfSchemas(shared)
		const reports = categories.flatMap((category) => toXarfPart(make({ category })) ?? [])
		expect(reports.flatMap(findErrors)).toEqual([])
		expect(reports).toHaveLength(5)
	})
})
