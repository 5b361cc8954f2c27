import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { requestSheetMessages } from '#messages'
import { machineCopySchema, toMachineCopy } from './machine-copy.ts'
import {
	formatRequestForm,
	makeRequestForm,
	parseRequestForm,
	requestLanguages,
	toRequestDigest,
	type RequestForm,
	type RequestLanguage,
} from './request-form.ts'
import { toRequestSheet, type RequestFacts } from './sheet.ts'

const form: RequestForm = {
	...makeRequestForm('fr'),
	salt: 'ab'.repeat(16),
	offence: 'Sollicitation d’un enfant',
	facts: 'Un compte inventé écrit à un enfant.',
	data: 'Données d’abonné du compte some.one.7\u202e',
	relation: 'Le compte a écrit les messages.',
	custodian: 'Example Corp.',
	necessity: 'Les journaux sont effacés après 30 jours.',
	requested: 'Point de contact de l’État requis',
	legalBasis: '',
}
const facts: RequestFacts = {
	reference: 'P-2026-0007',
	state: 'draft',
	instrument: 'budapest-29',
	urgency: 'urgent',
	provider: 'Example Corp',
	country: 'FR',
	after: undefined,
	authority: { ar: 'سلطة مخترعة', fr: 'Autorité inventée', en: 'An invented authority' },
	drafted: '2026-11-29',
	transmitted: undefined,
	clocks: [],
}
const set = (language: RequestLanguage, more: Partial<RequestFacts> = {}) =>
	toRequestSheet({
		form,
		facts: { ...facts, ...more },
		language,
		word: (key) => requestSheetMessages[language][key],
		names: { rule: 'B 29', urgency: 'urgent' },
	})

describe('toRequestSheet()', () => {
	test('has the same blocks in three languages: 1 to 11 of the template and a to f of the article', () => {
		const numbers = [
			'1',
			'2',
			'3',
			'4',
			'5',
			'6',
			'7',
			'8',
			'9',
			'10',
			'11',
			'a',
			'b',
			'c',
			'd',
			'e',
			'f',
		].map((number) => (/[a-f]/u.test(number) ? `29(2) ${number}` : number))
		const rows = set('fr').blocks.map((block) => block.rows.length)
		for (const language of requestLanguages) {
			const sheet = set(language)
			expect(sheet.blocks.map(({ number }) => number)).toEqual(numbers)
			expect(sheet.blocks.map((block) => block.rows.length)).toEqual(rows)
			expect(sheet.direction).toBe(language === 'ar' ? 'rtl' : 'ltr')
			expect(sheet.written).toEqual({ language: 'fr', direction: 'ltr' })
		}
		expect(
			set('fr').blocks.map(
				({ number, title, rows: all }) => `${number} ${title}: ${all.map(({ label }) => label).join(', ')}`,
			),
		).toMatchSnapshot()
		expect(set('ar').blocks.map(({ title }) => title)).toMatchSnapshot()
	})
	test('says in every language that a draft is no request of an authority, until one has transmitted it', () => {
		for (const language of requestLanguages) {
			const { 'draft-notice': notice, 'title.draft': title } = requestSheetMessages[language]
			for (const state of ['draft', 'authority-review'] as const)
				expect(set(language, { state })).toMatchObject({ draftNotice: notice, title })
			expect(set(language, { state: 'transmitted', transmitted: '2026-11-30' }).draftNotice).toBeUndefined()
		}
	})
	test('invents nothing: what was not given is said to be missing, and so are the blocks after 11', () => {
		const sheet = set('en')
		const legal = sheet.blocks.find(({ number }) => number === '11')
		expect(legal?.rows).toEqual([{ label: 'Domestic legal basis', value: 'not given', isWritten: false }])
		expect(sheet.notes.join(' ')).toMatch(/Blocks 12 and after/u)
	})
	test('asks nobody whether the offence is one in both States', () => {
		expect(Object.keys(form).join(' ')).not.toMatch(/dual|double/iu)
		for (const language of requestLanguages) {
			const labels = set(language).blocks.flatMap(({ title, rows }) => [
				title,
				...rows.map(({ label }) => label),
			])
			expect(labels.join(' ')).not.toMatch(/dual crim|double incrim|التجريم المزدوج/iu)
		}
	})
	test('prints no character that reorders text', () => {
		expect(JSON.stringify(set('ar'))).not.toContain('\u202e')
	})
})

describe('the form', () => {
	test('comes back as it was sealed, with a digest that nobody can find by trying', () => {
		const text = formatRequestForm(form)
		expect(parseRequestForm(text)).toEqual({ ok: true, value: form })
		expect(toRequestDigest(text)).toMatch(/^[0-9a-f]{64}$/u)
		expect(makeRequestForm('ar').salt).not.toBe(makeRequestForm('ar').salt)
	})
	test('is refused with a part missing, one too many, or empty where article 29(2) wants words', () => {
		const { data: _, ...less } = form
		for (const wrong of [less, { ...form, victim: 'x' }, { ...form, necessity: '  ' }, 'no json'])
			expect(parseRequestForm(JSON.stringify(wrong))).toEqual({ ok: false, code: 'preservation.damaged' })
	})
})

describe('toMachineCopy()', () => {
	const isValid = new Ajv2020({ strict: false }).compile(machineCopySchema)
	test('keeps its schema, and says whether it is a request of an authority', () => {
		for (const [more, isRequest] of [
			[{}, false],
			[
				{ state: 'preserved', transmitted: '2026-11-30', clocks: [{ clock: 'B29.7', due: '2027-01-30' }] },
				true,
			],
		] as const) {
			const copy = JSON.parse(toMachineCopy(form, { ...facts, ...more })) as Record<string, unknown>
			expect(isValid(copy), JSON.stringify(isValid.errors)).toBe(true)
			expect(copy['isRequestOfAuthority']).toBe(isRequest)
			expect(JSON.stringify(copy)).not.toContain(form.salt)
		}
	})
	test('its schema refuses another word, a missing part and a part too many', () => {
		const copy = JSON.parse(toMachineCopy(form, facts)) as Record<string, unknown>
		const { form: _, ...without } = copy
		for (const wrong of [
			{ ...copy, state: 'sent' },
			without,
			{ ...copy, reporter: 'x' },
			{ ...copy, country: 'fr' },
		])
			expect(isValid(wrong)).toBe(false)
	})
})
