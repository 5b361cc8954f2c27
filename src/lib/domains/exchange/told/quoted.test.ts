import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findContact, findQuote, findTold } from './quoted.ts'

describe('words of a reporter', () => {
	const told = ['He wrote to me that he would send the pictures to my whole class if I do not pay.']

	test('are found in what is to leave, whatever stands between them and however they are written', () => {
		const text = 'The reporter says: “he WOULD send — the pictures, to my whole class”.'
		expect(findQuote(text, told)).toBe('he would send the pictures to')
	})

	test('a few words that are the same by chance are not', () => {
		expect(findQuote('A man threatens to send the pictures to others.', told)).toBeUndefined()
		expect(findQuote('', told)).toBeUndefined()
	})

	test('a short message is found whole, and one or two words that anybody writes are not', () => {
		expect(findQuote('She writes: he has my pictures. Please act.', ['He has my pictures'])).toBe(
			'he has my pictures',
		)
		expect(findQuote('Please help me to take this down.', ['help me'])).toBeUndefined()
	})

	test('a way to reach the reporter is found however it is written, and other numbers are not', () => {
		const phone = ['WhatsApp 06 12 34 56 78, after six']
		for (const text of ['Call +212612345678.', 'tel: 0612-34-56-78', 'الرقم ٠٦١٢٣٤٥٦٧٨'])
			expect(findContact(text, phone), text).toBe(true)
		expect(findContact('Reference 0612340000 of 2026-12-02, 12 345 678 views', phone)).toBe(false)
		expect(findContact('Write to Lina.B @ example.org', ['lina.b@example.org'])).toBe(true)
		expect(findContact('An account on example.org', ['lina.b@example.org'])).toBe(false)
		expect(findContact('A text about anything', ['', ' '])).toBe(false)
		for (const contact of ['insta: lina_05', '@lina_05', 'Lina_05'])
			expect(findContact('It names (LINA_05).', [contact]), contact).toBe(true)
		expect(findContact('It came on insta, after six.', ['insta: lina_05, after six'])).toBe(false)
	})

	test('any six words in a row of what was told are found in any text around them', () => {
		const word = fc.stringMatching(/^[a-z]{2,8}$/u)
		fc.assert(
			fc.property(fc.array(word, { minLength: 6, maxLength: 40 }), fc.nat(), (words, seed) => {
				const from = seed % (words.length - 5)
				const text = `Before. ${words.slice(from, from + 6).join(', ')} after.`
				expect(findQuote(text, [words.join(' ')])).toBeDefined()
			}),
		)
	})
})

test('what leaves is held against words, letters and contacts of all reporters', () => {
	const report = { answers: { words: 'he wrote to me every night', contact: 'lina_05' } }
	const reports = [{ report, letters: [{ text: 'now he has sent me the picture again' }] }]
	expect(findTold('She says: "he wrote to me every night".', reports)).toBe('referral.quote')
	expect(findTold('now he has sent me the picture', reports)).toBe('referral.quote')
	expect(findTold('The account of lina_05.', reports)).toBe('referral.contact')
	expect(findTold('An adult writes to a minor.', reports)).toBeUndefined()
})
