import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createMailer, type MailSettings } from '#platform'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { database, engines, type EngineName } from '../../../../../../../tests/support/database.ts'
import { openReferrals, secretAddress } from '../../../../../../../tests/support/referrals.ts'
import { startSmtpSink, type SinkAnswers } from '../../../../../../../tests/support/smtp-sink.ts'
import { answerByToken } from '../../answers/server/index.ts'
import { sendDue } from '../../outbox/server/index.ts'
import { findReferral } from '../../server/index.ts'
import { createXarfMailWay, openOutboxBox } from './index.ts'
import { getLetterWords } from '../../../../../../../tests/support/letter-words.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const dkimKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const from = 'notices@desk.example'

/** A desk whose partner is a host that takes mail, and a mail server that keeps what it is given. */
const begin = async (engine: EngineName, answers: SinkAnswers = {}) => {
	const { port, mails } = await startSmtpSink(answers)
	const settings: MailSettings = {
		host: '127.0.0.1',
		port,
		secure: false,
		from,
		dkim: { domain: 'desk.example', selector: 's1' },
	}
	const dataDir = makeFolder()
	const mailer = createMailer(settings, { password: undefined, dkimKey })
	const way = createXarfMailWay(
		{
			box: openOutboxBox(dataDir),
			origin: 'https://desk.example',
			getWords: getLetterWords,
			getMailer: () => Promise.resolve(mailer),
		},
		from,
	)
	const { kysely: db } = await database(engine)
	const world = await openReferrals(db, { 'xarf-mail': way }, { channels: ['xarf-mail'] })
	await sql`update partner_channel set address = 'abuse@host.example'`.execute(db)
	const look = async (id: string) => {
		const view = await findReferral(db, id)
		if (!view) throw new Error('no referral')
		return { ...view, state: view.referral.state, message: view.messages.at(-1) }
	}
	return { ...world, db, mails, dataDir, look, send: () => sendDue(world.desk) }
}

/** Texts of the parts of a mail. */
const readParts = (raw: string): string[] => {
	const boundary = /boundary="([^"]+)"/u.exec(raw)?.[1] ?? ''
	return raw
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part) => {
			const [head = '', ...body] = part.trimStart().split('\r\n\r\n')
			const text = body.join('\r\n\r\n')
			return /base64/u.test(head) ? Buffer.from(text, 'base64').toString() : text
		})
}

/** Everything that stands in the tables of referrals and of the record, as one text. */
const readAll = async (db: Awaited<ReturnType<typeof begin>>['db']): Promise<string> => {
	const tables = ['referral', 'referral_message', 'referral_step', 'act_record', 'case_step']
	const all = await Promise.all(
		tables.map((table) => sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(db)),
	)
	return all.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

describe.each(engines)('a referral by mail on %s', (engine) => {
	test('arrives once, with its link, and leaves nothing behind but its digest', async () => {
		const { queue, send, mails, look, db, desk, dataDir } = await begin(engine)
		const { id, ref, message } = await queue()
		const before = await readAll(db)
		expect(before).not.toContain('very-secret-path')
		expect(before).not.toContain(Buffer.from('very-secret-path').toString('hex'))
		expect(statSync(join(dataDir, 'keys', 'outbox.key')).mode & 0o777).toBe(0o600)

		expect(await send()).toEqual({ tried: 1, told: [] })
		expect(await send()).toMatchObject({ tried: 0 })
		expect(mails).toHaveLength(1)
		const [mail] = mails
		expect([mail?.from, mail?.to]).toEqual([`FROM:<${from}>`, 'TO:<abuse@host.example>'])
		expect(mail?.raw).toContain(`Message-ID: <${message}@desk.example>`)
		const [letter = '', , report = '{}'] = readParts(mail?.raw ?? '')
		expect(letter.startsWith(ref)).toBe(true)
		expect(letter).toContain(secretAddress)
		expect(JSON.parse(report)).toMatchObject({ type: 'csam', url: secretAddress })
		expect(JSON.parse(report)).not.toHaveProperty('notice')

		const { state, message: kept, steps } = await look(id)
		expect([state, kept?.state, kept?.receipt]).toEqual(['sent', 'sent', null])
		expect(steps.map(({ event }) => event)).toEqual(['asked', 'queued', 'linked', 'delivered'])
		const { rows } = await sql`select 1 from referral_message where sealed_body is not null`.execute(db)
		expect(rows).toEqual([])
		const token = /https:\/\/desk\.example\/coop\/answer\/([\w-]{43})/u.exec(letter)?.[1] ?? ''
		expect(await readAll(db)).not.toContain(token)
		expect(await answerByToken(desk, token, { code: 'actioned' })).toBe(true)
		expect((await look(id)).state).toBe('actioned')
	})

	test('that was handed over by a process that died then goes again with the same number and the same words', async () => {
		const { queue, send, mails, look, desk } = await begin(engine)
		const { id, message } = await queue()
		const dying = sendDue({
			...desk,
			reach: (point) => {
				if (point === 'sent') throw new Error('power cut')
			},
		})
		await expect(dying).rejects.toThrow('power cut')
		expect((await look(id)).state).toBe('queued')
		desk.pass(0.05)
		await send()
		expect((await look(id)).state).toBe('sent')
		// A signature holds the second in which it was made.
		const [one, two] = mails.map(({ raw }) => raw.slice(raw.search(/^Message-ID/mu)))
		expect(mails).toHaveLength(2)
		expect(one).toContain(`Message-ID: <${message}@desk.example>`)
		expect(two).toBe(one)
	})

	test.each([
		['451 later', { state: 'queued', kept: 'queued', fault: 'mail-later-451', told: 0 }],
		['550 nobody', { state: 'rejected', kept: 'rejected', fault: 'mail-rejected-550', told: 0 }],
		['530 log in', { state: 'queued', kept: 'queued', fault: 'mail-settings-530', told: 1 }],
	])('answered by %s', async (answer, wanted) => {
		const { queue, send, look } = await begin(engine, { RCPT: answer })
		const { id } = await queue()
		const { told } = await send()
		const { state, message } = await look(id)
		expect({ state, kept: message?.state, fault: message?.fault, told: told.length }).toEqual(wanted)
	})

	test('is refused where XARF has no words for it, and nothing is queued', async () => {
		const { queue, db } = await begin(engine)
		await expect(queue({ category: 'hate' })).rejects.toMatchObject({ code: 'referral.no-xarf' })
		const { rows } = await sql`select 1 from referral_message`.execute(db)
		expect(rows).toEqual([])
	})

	test('is told to a person where the key of the outbox is another', async () => {
		const { queue, send, look, dataDir } = await begin(engine)
		const { id } = await queue()
		const path = join(dataDir, 'keys', 'outbox.key')
		writeFileSync(path, readFileSync(path, 'utf8').replace(/./gu, '0'))
		expect((await send()).told).toEqual([id])
		expect((await look(id)).message?.fault).toBe('mail-key')
	})
})
