/** A referral by mail-pgp, from the draft to the mail server, opened by GnuPG with a key that it has made itself. */
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import {
	createPgpMailWay,
	openOutboxBox,
	openOwnPgpKey,
} from '../../src/lib/domains/exchange/referrals/mail/server/index.ts'
import { sendDue } from '../../src/lib/domains/exchange/referrals/outbox/server/index.ts'
import { findReferral } from '../../src/lib/domains/exchange/referrals/server/index.ts'
import { createMailer } from '../../src/lib/platform/server/index.ts'
import { database } from '../support/database.ts'
import { getLetterWords } from '../support/letter-words.ts'
import { describeProgram, findProgram, openStage } from '../support/programs.ts'
import { openReferrals, secretAddress } from '../support/referrals.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'

describeProgram('gpg', 'gnupg', (gpg) => {
	const stage = openStage()
	const [ring, dataDir] = [stage.makeFolder(), stage.makeFolder()]
	chmodSync(ring, 0o700)
	const call = (args: readonly string[], input = '') =>
		spawnSync(gpg, ['--batch', '--no-tty', '--trust-model', 'always', ...args], {
			input,
			env: { ...process.env, GNUPGHOME: ring, LC_ALL: 'C' },
		})
	afterAll(() => void spawnSync(findProgram('gpgconf') ?? gpg, ['--homedir', ring, '--kill', 'all']))

	test('a partner opens it, sees who signed it, and finds the link to answer by', async () => {
		const from = 'notices@desk.example'
		const { port, mails } = await startSmtpSink()
		const dkimKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
		const mailer = createMailer(
			{ host: '127.0.0.1', port, secure: false, from, dkim: { domain: 'desk.example', selector: 's1' } },
			{ password: undefined, dkimKey: dkimKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
		)
		// GnuPG judges by the clock of this machine, the desk by its own: both keys are older than either.
		const made = new Date('2026-01-05T00:00:00Z')
		const own = openOwnPgpKey(dataDir, { name: 'Desk', email: from }, () => made)
		const way = createPgpMailWay(
			{
				box: openOutboxBox(dataDir),
				origin: 'https://desk.example',
				getWords: getLetterWords,
				getMailer: () => Promise.resolve(mailer),
			},
			from,
			own,
		)
		const { kysely: db } = await database('pglite')
		const { desk, partner, people, queue } = await openReferrals(
			db,
			{ 'mail-pgp': way },
			{ channels: ['mail-pgp'] },
		)
		await sql`update partner_channel set address = 'unit@police.example'`.execute(db)
		await expect(queue(), 'no key of theirs is compared').rejects.toMatchObject({ code: 'referral.no-key' })

		call([
			'--faked-system-time',
			'20260105T000000',
			'--passphrase',
			'',
			'--quick-generate-key',
			'Unit <unit@police.example>',
			'future-default',
			'default',
			'5y',
		])
		const theirs = call(['--armor', '--export', 'unit@police.example']).stdout.toString()
		const by = await desk.hire('Nadia', 'liaison')
		await sql`insert into partner_key (id, partner, use, kid, public, valid_from, valid_to, brought_by, brought_at)
			values (${randomUUID()}, ${partner}, 'pgp', 'k', ${theirs}, ${made}, null, ${by.id}, ${made})`.execute(
			db,
		)
		await sql`update partner_key set verified_by = ${people.supervisor.id}, verified_at = ${made}`.execute(db)
		const { id, ref, message } = await queue()
		expect(await sendDue(desk)).toMatchObject({ tried: 1 })
		expect((await findReferral(db, id))?.referral.state).toBe('sent')

		const raw = mails[0]?.raw ?? ''
		expect(raw).toContain(`Message-ID: <${message}@desk.example>`)
		for (const secret of [ref, 'very-secret-path', 'coop/answer']) expect(raw).not.toContain(secret)
		call(['--import'], await own.publish())
		const armored = /-----BEGIN PGP MESSAGE-----[\s\S]+-----END PGP MESSAGE-----/u.exec(raw)?.[0] ?? ''
		const { stdout, stderr } = call(['--decrypt'], armored)
		expect(stderr.toString()).toContain('Good signature from "Desk <notices@desk.example>"')
		const parts = stdout
			.toString()
			.split('\r\n\r\n')
			.map((part) => Buffer.from(part, 'base64').toString())
			.join('\n')
		expect(parts).toContain(ref)
		expect(parts).toContain(secretAddress)
		expect(parts).toMatch(/https:\/\/desk\.example\/coop\/answer\/[\w-]{43}/u)
	})
})
