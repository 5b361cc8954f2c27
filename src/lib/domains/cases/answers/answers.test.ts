import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { letterLimit } from '../../reports/index.ts'
import { categories } from '../category.ts'
import { getChecklist } from './checklist.ts'
import { buildDeskContent } from './desk-content.ts'
import { fillTemplate, getTemplates } from './template.ts'

const library = readLibrary()
const files = new Map([...readContent()].filter(([file]) => file.startsWith('content/desk/')))
const { templates, checklists } = buildDeskContent(files, library)
const find = (id: string) => {
	const found = templates.find((template) => template.id === id)
	if (!found) throw new Error(`no template ${id}`)
	return found
}

describe('templates', () => {
	test('are at least twelve, each in four languages, and every one can be sent as it is filled', () => {
		expect(templates.length).toBeGreaterThanOrEqual(12)
		for (const template of templates)
			for (const language of languages) {
				const filled = fillTemplate(template, language, library, { question: 'a '.repeat(75) })
				if (!filled.ok) throw new Error(`${template.id} ${language}: ${JSON.stringify(filled.issues)}`)
				expect(filled.value.length, `${template.id} ${language}`).toBeLessThanOrEqual(letterLimit)
				expect(filled.value).not.toMatch(/[{}]/u)
			}
	})

	test('say to every category something of its own, and to all that the report has come', () => {
		for (const category of categories) {
			const ids = getTemplates(templates, category).map(({ id }) => id)
			expect(ids).toContain('received')
			expect(ids).toContain('child-helpline')
			expect(ids.includes('extortion-first-steps')).toBe(
				category === 'sexual-extortion' || category === 'intimate-images',
			)
		}
	})

	test('keep a number in a line of Arabic the right way round', () => {
		const filled = fillTemplate(find('danger-now'), 'ar', library, {})
		expect(filled.ok && filled.value).toContain('\u206819\u2069')
	})

	test('leave out a door that is suspended', () => {
		const contacts = library.contacts.map((contact) =>
			contact.id === 'police' ? { ...contact, status: 'suspended' as const } : contact,
		)
		const filled = fillTemplate(find('danger-now'), 'fr', { ...library, contacts }, {})
		expect(filled.ok && filled.value).not.toContain('\u206819\u2069')
	})

	test('are not sent half filled, with a brace of the analyst, or too long', () => {
		const fill = (question: string) => fillTemplate(find('need-more'), 'fr', library, { question })
		expect(fill(' ')).toMatchObject({ issues: [{ path: 'question', message: 'template.slot' }] })
		expect(fill('{doors}')).toMatchObject({ ok: false })
		expect(fill('x'.repeat(letterLimit))).toMatchObject({ issues: [{ message: 'template.too-long' }] })
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 100 }), (question) => {
				const filled = fill(question)
				return !filled.ok || filled.value.includes(question.trim())
			}),
		)
	})
})

describe('the status that a template brings', () => {
	test('is never that nobody has read it, and says of what is not forbidden that nothing was found', () => {
		expect(templates.filter(({ status }) => status === 'received')).toEqual([])
		expect(find('not-illegal').status).toBe('nothing-found')
	})
})

describe('buildDeskContent()', () => {
	const refusal = (file: string, change: (text: string) => string | undefined): string => {
		const changed = new Map(files)
		const text = change(changed.get(file) ?? '')
		if (text === undefined) changed.delete(file)
		else changed.set(file, text)
		try {
			buildDeskContent(changed, library)
			return 'nothing'
		} catch (error) {
			return (error as Error).message
		}
	}
	const place = 'content/desk/templates/need-more'

	test('refuses a missing language, a lost slot, a phone number in prose, a word that blames, an unknown door', () => {
		expect(refusal(`${place}/zgh.yaml`, () => undefined)).toContain('zgh.yaml:1: is missing')
		expect(refusal(`${place}/fr.yaml`, (text) => text.replace('{question}', ''))).toContain(
			'must have {question}',
		)
		expect(refusal(`${place}/fr.yaml`, (text) => text.replace('Bonjour', 'Appelle le 0522000000'))).toContain(
			'phone',
		)
		expect(refusal(`${place}/fr.yaml`, (text) => text.replace('Bonjour', "Tu n'aurais pas dû"))).toContain(
			'blâme',
		)
		expect(
			refusal(`${place}/template.yaml`, (text) => text.replace('doors: []', 'doors: [nobody]')),
		).toContain('door nobody')
		expect(
			refusal(`${place}/template.yaml`, (text) => text.replace('status: needs-you', 'status: received')),
		).toContain('must not be received')
	})
})

describe('getChecklist()', () => {
	test('begins every category with danger and ends it with the person who wrote', () => {
		for (const category of categories) {
			const points = getChecklist(checklists, category, 'ar')
			expect(points[0]?.id, category).toBe('danger-first')
			expect(points.map(({ id }) => id)).toContain('told-the-end')
			expect(points.length, category).toBeGreaterThan(7)
		}
	})

	test('speaks to an analyst in their language', () => {
		expect(getChecklist(checklists, 'scam', 'fr')[0]?.language).toBe('fr')
		expect(getChecklist(checklists, 'scam', 'zgh')[0]?.language).toBe('zgh')
	})
})
