import { describe, expect, test } from 'vitest'
import { parseScartFile, parseScartMail } from '#tools/notices/scart-import'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { buildDeskContent } from '../cases/answers/desk-content.ts'
import { toReference } from '../cases/reference.ts'
import { toScartLetter, toScartUpload, toXarfReports, writeNotice, type NoticeCase } from './notice.ts'

const { paper } = buildDeskContent(readContent(), readLibrary())
const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const made = new Date('2026-11-26T09:00:00Z')
const sender = { name: 'Example Desk', email: 'desk@example.org', domain: 'example.org' }
const about: NoticeCase = {
	case: id,
	category: 'abuse-material',
	urls: ['https://host.example/a;b', 'https://host.example/c'],
	explanation: 'Material that shows the abuse of a child, article 503-2 of the Moroccan penal code.',
}

describe('writeNotice()', () => {
	test('has the four parts of the law and withholds the name for the offences that allow it', () => {
		for (const language of ['ar', 'fr', 'en'] as const) {
			const notice = writeNotice(about, sender, { words: paper.notice, language })
			const text = notice.ok ? notice.value : ''
			for (const part of ['locations', 'explanation', 'notifier-withheld', 'good-faith'] as const)
				expect(text, `${language} ${part}`).toContain(paper.notice[language][part])
			expect(text).not.toContain(sender.email)
		}
	})

	test('names the desk for other offences, and on wish', () => {
		const named = [
			writeNotice({ ...about, category: 'bullying' }, sender, { words: paper.notice, language: 'fr' }),
			writeNotice(about, sender, { words: paper.notice, language: 'fr', isNamed: true }),
		]
		for (const notice of named) expect(notice.ok && notice.value).toContain('desk@example.org')
	})

	test('says where it is when all that is known is an account', () => {
		const where = { ...about, urls: [], accounts: [{ app: 'Instagram', nickname: 'x.y' }] }
		const text = writeNotice(where, sender, { words: paper.notice, language: 'fr' })
		expect(text.ok && text.value).toContain(`${paper.notice.fr.locations}\n  Instagram: x.y\n`)
		for (const list of [toScartUpload(where), toScartLetter(where)])
			expect(JSON.stringify(list)).not.toContain('x.y')
	})

	test('is not written without reasons or a place', () => {
		expect(
			writeNotice({ ...about, urls: [], explanation: '' }, sender, { words: paper.notice, language: 'en' }),
		).toMatchObject({
			ok: false,
		})
	})
})

describe('other desks', () => {
	test('get a XARF report for each address, text only', () => {
		const ids = [id, '16fd2706-8baf-433b-82eb-8c7fada847da']
		const reports = toXarfReports(about, sender, { seenAt: made, ids })
		expect(reports).toMatchObject({
			value: [
				{ category: 'content', type: 'csam', url: 'https://host.example/a;b' },
				{ type: 'csam', url: 'https://host.example/c' },
			],
		})
		expect(JSON.stringify(reports)).not.toContain('payload')
		expect(toXarfReports({ ...about, category: 'scam' }, sender, { seenAt: made, ids })).toMatchObject({
			issues: [{ message: 'notice.category' }],
		})
		expect(toXarfReports(about, sender, { seenAt: made, ids: [] })).toMatchObject({ ok: false })
	})

	test('get lines that a SCART desk reads, with our number and without a word of the reporter', () => {
		const file = toScartUpload(about)
		const rows = parseScartFile(file.ok ? file.value : '')
		expect(rows.map(({ reference }) => reference)).toEqual([toReference(id), toReference(id)])
		const mail = toScartLetter(about)
		expect(mail.ok && parseScartMail(mail.value).map(({ note }) => note)).toEqual([
			toReference(id),
			toReference(id),
		])
	})
})
