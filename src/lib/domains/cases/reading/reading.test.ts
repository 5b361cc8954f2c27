import { base64 } from '@scure/base'
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAnswer, reportSizes, letterSizes, formatMessage, type Report } from '#domains/reports'
import { makeIdentity, openText, seal, toRecipient, type Identity } from '#tools/seal/sealed'
import { findOpened } from './find-opened.ts'
import { formatDraft, parseDraft } from './draft.ts'
import { openReport, type SealedReport } from './open-report.ts'
import { sealAnswers } from './seal-answers.ts'
import { toInertLine, toInertText } from './inert.ts'

const getRecipient = async (identity: string): Promise<string> => {
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('no recipient')
	return recipient.value
}
const [epoch, receipt] = [await makeIdentity(), await makeIdentity()]
const report: Report = {
	v: 1,
	form: 'report',
	epoch: '2026-11',
	nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
	part: 1,
	parts: 1,
	locale: 'ar',
	sealedBy: 'browser',
	box: await getRecipient(receipt),
	sentHour: '2026-11-26T09:00:00Z',
	answers: {
		danger: 'no',
		who: 'teen',
		what: ['sexual-extortion'],
		wants: ['stop'],
		police: false,
		where: [{ kind: 'link', link: 'https://a.example/x' }],
		words: 'واحد الحساب كيهددني',
	},
}

const closeText = async (text: string, sizes: readonly number[]): Promise<string> => {
	const sealed = await seal(text, await getRecipient(epoch), sizes)
	if (!sealed.ok) throw new Error('not sealed')
	return base64.encode(sealed.value)
}
const closed = async (
	change: Partial<Report> = {},
	more: Partial<SealedReport> = {},
): Promise<SealedReport> => ({
	id: 'r',
	epoch: '2026-11',
	sealedBy: 'browser',
	hour: '2026-11-26T09:00:00.000Z',
	letters: [],
	answered: 0,
	sealed: await closeText(JSON.stringify({ ...report, ...change }), reportSizes),
	...more,
})
const holds = (identity?: Identity) => () => Promise.resolve(identity)

describe('openReport()', () => {
	test('gives what the reporter said, and the letters that belong to it', async () => {
		const letter = (nonce: string) => {
			const text = formatMessage({ epoch: '2026-11', nonce, n: 1, text: 'واش كاين جواب؟' })
			return text.ok ? closeText(text.value, letterSizes) : ''
		}
		const letters = [
			{ n: 1, epoch: '2026-11', hour: 'h', sealed: await letter(report.nonce) },
			{ n: 2, epoch: '2026-11', hour: 'h', sealed: await letter('BAAAAAAAAAAAAAAAAAAAAA') },
		]
		const opened = await openReport(await closed({}, { letters }), holds(epoch))
		expect(opened).toMatchObject({
			ok: true,
			value: { report, sealedBy: 'browser', unread: 1, letters: [{ n: 1, text: 'واش كاين جواب؟' }] },
		})
	})

	test('says that nobody here holds the key, and opens nothing', async () => {
		expect(await openReport(await closed(), holds(undefined))).toMatchObject({
			code: 'report.no-key',
		})
	})

	test('refuses a report of another epoch, another key, another form, and bytes that are none', async () => {
		const wrong = [
			await closed({ epoch: '2026-10' }),
			await closed({}, { sealed: await closeText('{}', reportSizes) }),
			await closed({}, { sealed: 'no base64!' }),
			await closed({}, { sealed: base64.encode(new Uint8Array(40)) }),
			await closed({}, { sealed: await closeText('{}', [512]) }),
		]
		for (const one of wrong)
			expect(await openReport(one, holds(epoch))).toMatchObject({ code: 'report.damaged' })
		expect(await openReport(await closed(), holds(receipt))).toMatchObject({ ok: false })
	})

	test('believes the weaker of two words about where it was sealed', async () => {
		const opened = await openReport(await closed({}, { sealedBy: 'server' }), holds(epoch))
		expect(opened).toMatchObject({ value: { sealedBy: 'server' } })
	})
})

describe('sealAnswers()', () => {
	const seed = new Uint8Array(32).fill(5)
	const sign = (message: Uint8Array): Promise<Uint8Array> => signAsync(message, seed)
	const now = new Date('2026-11-26T09:40:00Z')

	test('writes an answer that only this reporter opens, and that the desk has signed', async () => {
		const to = { opened: { id: 'r', answered: 1, report }, sign }
		const answers = await sealAnswers({ text: ' قرينا رسالتك ', language: 'ar', now }, [to])
		if (!answers.ok) throw new Error('not answered')
		const [one] = answers.value
		const text = await openText(base64.decode(one?.sealed ?? ''), receipt)
		if (!text.ok) throw new Error('not opened')
		const answer = await openAnswer(text.value, [await getPublicKeyAsync(seed)], report.nonce)
		expect(answer).toMatchObject({
			value: { n: 2, hour: '2026-11-26T09:00:00Z', text: 'قرينا رسالتك', language: 'ar' },
		})
		expect((await openText(base64.decode(one?.sealed ?? ''), epoch)).ok).toBe(false)
	})

	test('sends nothing that is empty or too long for its one size', async () => {
		const to = [{ opened: { id: 'r', answered: 0, report }, sign }]
		for (const text of [' \n', 'x'.repeat(1501)])
			expect((await sealAnswers({ text, language: 'fr', now }, to)).ok).toBe(false)
		const longest = await sealAnswers({ text: '\u0650'.repeat(1500), language: 'ar', now }, to)
		expect(longest.ok).toBe(true)
	})
})

describe('what a reporter wrote is shown', () => {
	test.each([
		[
			'<img src=x onerror=alert(1)> https://evil.example/a',
			'<img src=x onerror=alert(1)> hxxps://evil[.]example/a',
		],
		['a\u202egpj.exe', 'agpj[.]exe'],
		['x\n\n\n\n\n\n\ny', 'x\n\n\ny'],
		['javascript:alert(1)', 'javascript[:]alert(1)'],
	])('%j as %j', (text, shown) => {
		expect(toInertText(text)).toBe(shown)
	})

	test('without a character that reorders or hides, without an address that opens, without a tower of marks', () => {
		const parts = fc.constantFrom(
			'\u202e',
			'\u2066',
			'\u200b',
			'https://a.example',
			'www.b.example',
			' ',
			'ب',
		)
		fc.assert(
			fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))), (pieces) => {
				const shown = toInertText(pieces.join(''))
				expect(shown).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\t\n]/u)
				expect(shown).not.toMatch(/https?:\/\/|www\.[a-z]/iu)
				expect(toInertLine(shown)).not.toContain('\n')
			}),
		)
		expect(toInertText(`z${'\u0301'.repeat(400)}`)).toHaveLength(5)
	})
})

test('findOpened() finds words of a report and of its letters, however they are written', async () => {
	const opened = await openReport(await closed(), holds(epoch))
	if (!opened.ok) throw new Error('not opened')
	expect(findOpened(opened.value, 'حساب')).toBe(false)
	expect(findOpened(opened.value, 'الحِساب')).toBe(true)
	expect(findOpened(opened.value, 'واحد كيهدد')).toBe(true)
	expect(findOpened(opened.value, '')).toBe(true)
	expect(findOpened(opened.value, 'absent')).toBe(false)
})

const dossier = {
	made: '2026-11-26T10:00:00.000Z',
	token: 'ABCD-EFGH-JKMN-PQRS',
	recipient: 'Un service inventé',
	category: 'other',
	status: 'received',
	isDanger: false,
	reporter: 'teen',
	summary: { ar: 'ملخص', fr: 'Résumé' },
	quotes: [],
	persons: [],
	law: [],
	steps: [],
	places: [{ url: 'https://a.example/x', inside: 'ici' }],
}

test('a dossier sealed before files and accounts stood in one still opens', () => {
	expect(parseDraft(JSON.stringify({ v: 1, kind: 'dossier', dossier }))).toEqual({
		ok: true,
		value: { v: 1, kind: 'dossier', dossier: { ...dossier, attachments: [] } },
	})
})

test('a place is an address, or an account of which something is known, and nothing else', () => {
	const parse = (place: object) =>
		parseDraft(JSON.stringify({ v: 1, kind: 'dossier', dossier: { ...dossier, places: [place] } }))
	expect(parse({ app: '', nickname: 'x' }).ok).toBe(true)
	const wrong = [{}, { app: ' ', nickname: '' }, { app: 'x' }, { url: 'x', app: 'y', nickname: 'z' }]
	for (const place of wrong) expect(parse(place).ok, JSON.stringify(place)).toBe(false)
})

test('a notice comes back letter by letter, and its name leads to no other folder', () => {
	const notice = {
		v: 1,
		kind: 'notice',
		form: 'scart-file',
		name: 'scart-T-3F2504E0.csv',
		text: 'a;b\r\n',
	} as const
	expect(parseDraft(formatDraft(notice))).toEqual({ ok: true, value: notice })
	for (const name of ['../x', '', 'x/y', '.x', 'x\n'])
		expect(parseDraft(JSON.stringify({ ...notice, name })).ok, name).toBe(false)
})

test('a draft comes back as it was sealed; anything else is refused', () => {
	const note = { v: 1, kind: 'note', text: 'à revoir' } as const
	expect(parseDraft(formatDraft(note))).toEqual({ ok: true, value: note })
	for (const text of ['', 'à revoir', '{}', '{"v":1,"kind":"note"}', '{"v":1,"kind":"note","text":"","x":1}'])
		expect(parseDraft(text)).toMatchObject({ code: 'note.damaged' })
})
