import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeCertificates } from '../../../../../tests/support/certificates.ts'
import { checkDkim } from '../../../../../tests/support/dkim-check.ts'
import { startSmtpSink, type SinkAnswers } from '../../../../../tests/support/smtp-sink.ts'
import type { MailSettings } from '../operator-mail.ts'
import { createMailer, openMailer, type OutgoingMail } from './mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const dkimKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const to = (port: number, change: Partial<MailSettings> = {}): MailSettings => ({
	host: '127.0.0.1',
	port,
	secure: false,
	from: 'notices@desk.example',
	dkim: { domain: 'desk.example', selector: 's1' },
	...change,
})
const body = 'secret words\r\n.\r\n..dots\r\n  and  spaces \r\n\r\n'
const mail: OutgoingMail = {
	envelope: { from: 'notices@desk.example', to: 'abuse@host.example' },
	raw: Buffer.from(
		[
			'From: notices@desk.example',
			'To: abuse@host.example',
			'Subject: x',
			'Message-ID: <a@desk.example>',
			'',
			body,
		].join('\r\n'),
	),
}
const makeFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-mail-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	return folder
}

test('a mail arrives as it was written, with a signature that another reader finds good', async () => {
	const { port, mails } = await startSmtpSink()
	expect(await createMailer(to(port), { dkimKey, password: undefined }).send(mail)).toEqual({
		kind: 'sent',
		code: undefined,
	})
	const [arrived] = mails
	expect(arrived?.from).toBe('FROM:<notices@desk.example>')
	expect(arrived?.to).toBe('TO:<abuse@host.example>')
	expect(arrived?.raw.endsWith(`\r\n\r\n${body}`)).toBe(true)
	const { tags, isGood } = checkDkim(arrived?.raw ?? '', publicKey)
	expect([tags['d'], tags['s'], tags['a'], isGood]).toEqual(['desk.example', 's1', 'rsa-sha256', true])
	expect(tags['h']?.toLowerCase().split(':')).toEqual(
		expect.arrayContaining(['from', 'to', 'subject', 'message-id']),
	)
	for (const [was, is] of [
		['secret', 'sacred'],
		['Subject: x', 'Subject: y'],
	] as const)
		expect(checkDkim((arrived?.raw ?? '').replace(was, is), publicKey).isGood).toBe(false)
})

test('nothing of this machine and this program goes along', async () => {
	const { port, mails } = await startSmtpSink()
	await createMailer(to(port), { dkimKey, password: undefined }).send(mail)
	expect(mails[0]?.greeted).toBe('desk.example')
	const head = (mails[0]?.raw ?? '').split('\r\n\r\n')[0] ?? ''
	expect(head.split(/\r\n(?![ \t])/u).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
		'DKIM-Signature',
		'From',
		'To',
		'Subject',
		'Message-ID',
	])
	// A signature and a digest are letters by chance, among them any short name; all else is looked at.
	const said = head.replace(/\r\n[ \t]+/gu, '').replace(/\bbh?=[^;\r\n]*/gu, '')
	expect(said).toContain('d=desk.example')
	expect(said).not.toContain(hostname())
	expect(head).not.toMatch(/x-mailer|received|nodemailer/iu)
})

test.each<[string, SinkAnswers, object]>([
	['not now', { DATA: '451 4.3.0 secret words' }, { kind: 'later', code: 451 }],
	['not now, at the end', { END: '452 4.3.1 full' }, { kind: 'later', code: 452 }],
	['come back', { MAIL: '421 4.7.0 too fast' }, { kind: 'later', code: 421 }],
	['grey', { RCPT: '450 4.2.0 later' }, { kind: 'later', code: 450 }],
	['nobody there', { RCPT: '550 5.1.1 <abuse@host.example> unknown' }, { kind: 'rejected', code: 550 }],
	['not this', { END: '554 5.7.1 secret words refused' }, { kind: 'rejected', code: 554 }],
	['lost the thread', { END: '503 5.5.1 what' }, { kind: 'later', code: 503 }],
	['hung up', { DATA: 'cut' }, { kind: 'later', code: undefined }],
	['nothing without an account', { MAIL: '530 5.7.0 who are you' }, { kind: 'settings', code: 530 }],
	['go away', { HELLO: '554 5.3.2 no' }, { kind: 'settings', code: 554 }],
	['not at home', { HELLO: '421 4.3.2 down' }, { kind: 'later', code: 421 }],
])('a server that says "%s" is understood, and its words are let go of', async (_, answers, outcome) => {
	const { port, mails } = await startSmtpSink(answers)
	expect(await createMailer(to(port), { dkimKey, password: undefined }).send(mail)).toEqual(outcome)
	expect(mails).toHaveLength(answers.END ? 1 : 0)
})

test('nobody listens: later', async () => {
	const { port } = await startSmtpSink()
	// The port above is taken, so the one that is asked is another; nobody has it on this address.
	const mailer = createMailer(to(port, { host: '127.77.77.77' }), { dkimKey, password: undefined })
	expect(await mailer.send(mail)).toEqual({ kind: 'later', code: undefined })
})

describe('an account', () => {
	test('is shown to the server', async () => {
		const { port, mails } = await startSmtpSink()
		await createMailer(to(port, { user: 'desk' }), { dkimKey, password: 'word' }).send(mail)
		expect(mails).toHaveLength(1)
	})

	test('that the server does not take needs a person', async () => {
		const { port } = await startSmtpSink({ AUTH: '535 5.7.8 no' })
		const mailer = createMailer(to(port, { user: 'desk' }), { dkimKey, password: 'word' })
		expect(await mailer.send(mail)).toEqual({ kind: 'settings', code: 535 })
	})
})

test('in clear to this machine only: elsewhere a server without TLS gets nothing', async () => {
	const { port, mails } = await startSmtpSink()
	// Another way to write this machine, which the mailer does not know as such.
	const mailer = createMailer(to(port, { host: '::ffff:127.0.0.1' }), { dkimKey, password: undefined })
	expect(await mailer.send(mail)).toEqual({ kind: 'settings', code: 502 })
	expect(mails).toEqual([])
})

test('over TLS the certificate is checked', async () => {
	const folder = makeFolder()
	makeCertificates(folder, ['mail.test'])
	const read = (name: string) => readFileSync(join(folder, name), 'utf8')
	const { port, mails } = await startSmtpSink({}, { key: read('server.key'), cert: read('server.crt') })
	const secrets = { dkimKey, password: undefined }
	const settings = to(port, { secure: true })
	expect(await createMailer(settings, secrets, read('ca.crt')).send(mail)).toMatchObject({ kind: 'sent' })
	expect(await createMailer(settings, secrets).send(mail)).toEqual({ kind: 'later', code: undefined })
	expect(mails).toHaveLength(1)
})

describe('openMailer()', () => {
	const live = (mail: MailSettings) => ({ state: 'live', mail }) as const
	const place = (files: Record<string, string>): string => {
		const folder = makeFolder()
		mkdirSync(join(folder, 'keys'))
		for (const [name, text] of Object.entries(files))
			writeFileSync(join(folder, 'keys', name), text, { mode: 0o600 })
		return folder
	}

	test('takes its secrets from files of their own', async () => {
		const { port, mails } = await startSmtpSink()
		const folder = place({ 'mail-dkim.pem': dkimKey, 'mail-password': 'word\n' })
		const mailer = await openMailer(folder, live(to(port, { user: 'desk' })))
		expect(await mailer?.send(mail)).toMatchObject({ kind: 'sent' })
		expect(mails).toHaveLength(1)
	})

	test.each([
		['host.example', true],
		['mail.host.test', true],
		['example.org', true],
		['host.ma', false],
		['host.example.ma', false],
		['notexample.com', false],
		['test', true],
		['contest', false],
	])('in a demonstration gives mail for %s to the server: %s', async (name, isGiven) => {
		const { port, mails } = await startSmtpSink()
		const folder = place({ 'mail-dkim.pem': dkimKey })
		const mailer = await openMailer(folder, { state: 'demonstration', mail: to(port) })
		const envelope = { ...mail.envelope, to: `abuse@${name}` }
		expect(await mailer?.send({ ...mail, envelope })).toEqual({
			kind: isGiven ? 'sent' : 'rejected',
			code: undefined,
		})
		expect(mails).toHaveLength(isGiven ? 1 : 0)
	})

	test('is none in a demonstration whose mail server is elsewhere', async () => {
		const folder = place({ 'mail-dkim.pem': dkimKey })
		const elsewhere = to(25, { host: 'mail.host.example' })
		expect(await openMailer(folder, { state: 'demonstration', mail: elsewhere })).toBeUndefined()
		expect(await openMailer(folder, live(elsewhere))).toBeDefined()
	})

	test('is none where the operator has set none', async () => {
		expect(await openMailer(makeFolder(), { state: 'live' })).toBeUndefined()
	})

	test('refuses a key that is missing, weak, of another kind, or open to others', async () => {
		const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
		const other = generateKeyPairSync('ed25519').privateKey
		const keys = [weak, other].map((key) => key.export({ type: 'pkcs8', format: 'pem' }).toString())
		for (const files of [{}, ...['', 'x', ...keys].map((key) => ({ 'mail-dkim.pem': key }))])
			await expect(openMailer(place(files), live(to(25)))).rejects.toMatchObject({ code: 'mail.key-wrong' })
		const folder = place({ 'mail-dkim.pem': dkimKey })
		await expect(openMailer(folder, live(to(25, { user: 'desk' })))).rejects.toMatchObject({
			code: 'mail.no-password',
		})
		chmodSync(join(folder, 'keys', 'mail-dkim.pem'), 0o644)
		await expect(openMailer(folder, live(to(25)))).rejects.toMatchObject({ code: 'key.open-to-others' })
	})
})
