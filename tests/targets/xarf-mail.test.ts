/** C8: a report of XARF goes by mail to a server in Python (aiosmtpd), is read by Python's own reader of mail, and its signature by dkimpy. */
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createMailer } from '../../src/lib/platform/server/outgoing/mail.ts'
import { composeXarfMail } from '../../src/lib/tools/channels/xarf-mail/server/index.ts'
import { findForbidden, parseXarf, toDescription, toXarf } from '../../src/lib/tools/notices/xarf/index.ts'
import { findFreePort } from '../support/free-port.ts'
import { openStage, run } from '../support/programs.ts'

/** The system's Python, for which Debian brings the modules. */
const python = '/usr/bin/python3'
const hasModules = run(python, ['-c', 'import aiosmtpd, dkim']).status === 0

/** Keeps one mail, as Python reads it. Arguments: port, file to write, public key in base64. */
const sink = `
import email, email.policy, json, os, sys, threading
import dkim
from aiosmtpd.controller import Controller

port, out, key = int(sys.argv[1]), sys.argv[2], sys.argv[3]

class Keep:
    async def handle_DATA(self, server, session, envelope):
        raw = envelope.original_content
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        text = ('v=DKIM1; k=rsa; p=' + key).encode()
        verify = lambda data: dkim.verify(data, dnsfunc=lambda name, *_, **__: text if name == b's1._domainkey.desk.example.' else None)
        found = {
            'from': envelope.mail_from, 'to': envelope.rcpt_tos, 'hello': session.host_name,
            'headers': [name for name, _ in mail.items()],
            'type': mail.get_content_type(), 'report': mail.get_param('report-type'),
            'id': mail['message-id'], 'subject': mail['subject'], 'sender': mail['from'].addresses[0].display_name,
            'parts': [part.get_content_type() for part in mail.iter_parts()],
            'defects': [str(one) for part in mail.walk() for one in part.defects],
            'files': [part.get_filename() for part in mail.walk() if part.get_content_disposition() == 'attachment'],
            'letter': list(mail.iter_parts())[0].get_content(),
            'kind': dict(list(mail.iter_parts())[1].get_payload(0).items()),
            'json': list(mail.iter_parts())[2].get_payload(decode=True).decode(),
            'dkim': verify(raw),
            'changed': verify(raw.replace(b'Subject:', b'Subject: x', 1)),
        }
        with open(out + '.part', 'w') as file: json.dump(found, file)
        os.rename(out + '.part', out)
        return '250 taken'

controller = Controller(Keep(), hostname='127.0.0.1', port=port)
controller.start()
threading.Event().wait()
`

type Found = {
	from: string
	to: string[]
	hello: string
	headers: string[]
	type: string
	report: string
	id: string
	subject: string
	sender: string
	parts: string[]
	defects: string[]
	files: string[]
	letter: string
	kind: Record<string, string>
	json: string
	dkim: boolean
	changed: boolean
}

const isListening = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.destroy()
			resolve(true)
		}).on('error', () => resolve(false))
	})

const seenAt = new Date('2026-11-29T10:00:00Z')
const desk = { org: 'مكتب المثال', contact: 'notices@desk.example', domain: 'desk.example' }

describe('aiosmtpd and dkimpy', () => {
	if (!hasModules) {
		test.skip('not installed: apt install python3-aiosmtpd python3-dkim', () => undefined)
		return
	}
	const stage = openStage()

	test('a notice arrives whole, in three parts, with a good signature, and the report in it is read', async () => {
		const folder = stage.makeFolder()
		const [port, out] = [await findFreePort(), join(folder, 'found.json')]
		writeFileSync(join(folder, 'sink.py'), sink)
		const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
		const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
		await stage.startProgram(python, [join(folder, 'sink.py'), String(port), out, key], {
			isReady: () => isListening(port),
		})

		const report = toXarf({
			reportId: '3d1f0c52-4f0e-4f2e-9a55-0d5f6a1c7b11',
			seenAt,
			reporter: desk,
			url: 'https://pictures.example/album/17',
			hostCountry: 'FR',
			tlp: 'amber',
			finding: { type: 'csam', classification: 'baseline', detectionMethod: 'manual_review' },
			description: toDescription({ reasons: 'Article 503-2 : « images ».', goodFaith: 'De bonne foi.' }),
			evidence: [{ text: 'الصورة الثالثة', description: 'Où' }],
		})
		if (!report.ok) throw new Error(JSON.stringify(report.issues))
		const letter = 'Madame, Monsieur,\nvoici l’adresse :\n.\nhttps://pictures.example/album/17\n'
		const mail = await composeXarfMail({
			id: '0190b3c4-1111-7000-8000-000000000001',
			from: { name: 'مكتب المثال', email: 'notices@desk.example' },
			to: 'abuse@host.example',
			date: seenAt,
			subject: 'Signalement MA-2026-000123 — إشعار',
			letter,
			report: report.value,
			findForbidden,
		})
		if (!mail.ok) throw new Error(JSON.stringify(mail.issues))
		const dkimKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
		const mailer = createMailer(
			{
				host: '127.0.0.1',
				port,
				secure: false,
				from: 'notices@desk.example',
				dkim: { domain: 'desk.example', selector: 's1' },
			},
			{ password: undefined, dkimKey },
		)
		expect(await mailer.send(mail.value)).toEqual({ kind: 'sent', code: undefined })

		// The server has written what it read before it said that it takes the mail.
		const found = JSON.parse(readFileSync(out, 'utf8')) as Found
		expect(found).toMatchObject({
			from: 'notices@desk.example',
			to: ['abuse@host.example'],
			hello: 'desk.example',
			type: 'multipart/report',
			report: 'feedback-report',
			sender: 'مكتب المثال',
			id: '<0190b3c4-1111-7000-8000-000000000001@desk.example>',
			subject: 'Signalement MA-2026-000123 — إشعار',
			parts: ['text/plain', 'message/feedback-report', 'application/json'],
			kind: { 'Feedback-Type': 'xarf', 'User-Agent': 'XARF/4', Version: '1' },
			defects: [],
			files: [],
			dkim: true,
			changed: false,
		})
		expect(found.letter.replaceAll('\r\n', '\n')).toBe(letter)
		expect(found.headers.sort()).toEqual(
			[
				'Content-Type',
				'DKIM-Signature',
				'Date',
				'From',
				'MIME-Version',
				'Message-ID',
				'Subject',
				'To',
			].sort(),
		)
		expect(JSON.parse(found.json)).toEqual(report.value)
		expect(parseXarf(found.json)).toMatchObject({ ok: true, value: { type: 'csam', tags: ['tlp:amber'] } })
	})
})
