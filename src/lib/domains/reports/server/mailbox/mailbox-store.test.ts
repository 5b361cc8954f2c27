import { randomInt } from 'node:crypto'
import { signAsync } from '@noble/ed25519'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { seal } from '#tools/seal/sealed'
import { database, engines } from '../../../../../../tests/support/database.ts'
import {
	answers,
	cheapArgon2id,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../../tests/support/reports.ts'
import { signAnswer } from '../../answer.ts'
import {
	openMailbox,
	openReceipt,
	parseMailboxPage,
	sealMessage,
	signChallenge,
} from '../../mailbox/index.ts'
import { letterSizes } from '../../report-sizes.ts'
import { addLetter, listReporterLetters } from '../keep/mailbox-store.ts'
import { setStatus } from '../keep/report-store.ts'
import { getDemonstrationSecret } from '../keys/demonstration.ts'
import { letterLength } from './decoy.ts'
import { pageLength } from './mailbox.ts'
import { longTest } from '../../../../../../tests/support/patience.ts'

const proof = 'c2sp.org/tlog-proof@v1\nindex 0\n\nnote\n'

describe.each(engines)('mailboxes on %s', (engine) => {
	const open = async () => {
		const { kysely } = await database(engine)
		const db = kysely
		const reports = await openTestReports({ kysely, findProof: async () => proof })
		const origin = await serveReports(reports)
		const { body, code } = await makeBody(reports)
		expect((await post(origin, body)).status).toBe(201)
		const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
		return { db, reports, origin, id, receipt: await openReceipt(code, cheapArgon2id) }
	}
	type Opened = Awaited<ReturnType<typeof open>>

	const ask = async (origin: string, value: unknown): Promise<{ status: number; text: string }> => {
		const headers = { 'content-type': 'application/json' }
		const body = JSON.stringify(value)
		const response = await fetch(`${origin}/intake/mailbox`, { method: 'POST', headers, body })
		return { status: response.status, text: await response.text() }
	}
	const text64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

	const makeRequest = async (origin: string, { secrets, keys }: Opened['receipt'], lookup = keys.lookup) => {
		const { challenge } = JSON.parse(
			(await ask(origin, { step: 'challenge', lookup: text64(lookup) })).text,
		) as { challenge: string }
		const signature = text64(await signChallenge(challenge, secrets))
		return { lookup: text64(lookup), challenge, signature }
	}
	const readPage = async ({ reports, origin, receipt }: Opened, who = receipt) => {
		const { text } = await ask(origin, { step: 'open', ...(await makeRequest(origin, who)) })
		const page = parseMailboxPage(JSON.parse(text))
		return page && openMailbox(page, who, reports.root)
	}
	const answer = async ({ db, reports, id, receipt }: Opened, text: string, change: object = {}) => {
		const { id: epoch } = await reports.getEpoch()
		const { answerSeed } = await getDemonstrationSecret(reports.dataDir, epoch)
		const signed = await signAnswer(
			{
				v: 1,
				form: 'answer',
				report: receipt.secrets.nonce,
				n: 1,
				text,
				hour: '2026-03-01T10:00:00Z',
				language: 'ar',
				...change,
			} as never,
			(message) => signAsync(message, answerSeed),
		)
		const sealed = await seal(signed, receipt.keys.box, letterSizes)
		if (!sealed.ok) throw new Error('not sealed')
		return addLetter(db, { report: id, sender: 'desk', epoch, sealed: sealed.value, hour: new Date(0) })
	}

	test('an answer of the desk is read by the holder of the receipt, with how far it is', async () => {
		const opened = await open()
		expect(await readPage(opened)).toEqual({ status: 'received', wait: 'running', answers: [], unsigned: 0 })
		await answer(opened, 'قرينا رسالتك، راك ماشي بوحدك')
		await setStatus(opened.db, [opened.id], 'looked-at')
		const read = await readPage(opened)
		expect(read?.status).toBe('looked-at')
		expect(read?.answers.map(({ text }) => text)).toEqual(['قرينا رسالتك، راك ماشي بوحدك'])
	})

	test('an answer for another report, or signed by nobody we know, is not shown', async () => {
		const opened = await open()
		await answer(opened, 'for somebody else', { report: text64(new Uint8Array(16)) })
		const sealed = await seal('{"text":"trust me"}', opened.receipt.keys.box, letterSizes)
		if (!sealed.ok) throw new Error('not sealed')
		await addLetter(opened.db, {
			report: opened.id,
			sender: 'desk',
			epoch: null,
			sealed: sealed.value,
			hour: new Date(0),
		})
		expect(await readPage(opened)).toEqual({ status: 'received', wait: 'answered', answers: [], unsigned: 2 })
	})

	test('of many answers three are read at a time, the newest first', async () => {
		const opened = await open()
		for (const n of [1, 2, 3, 4]) await answer(opened, `answer ${n}`, { n })
		expect((await readPage(opened))?.answers.map(({ n }) => n)).toEqual([4, 3, 2])
		const { origin, receipt, reports } = opened
		const older = await ask(origin, { step: 'open', skip: 3, ...(await makeRequest(origin, receipt)) })
		const page = parseMailboxPage(JSON.parse(older.text))
		expect(page && (await openMailbox(page, receipt, reports.root))?.answers.map(({ n }) => n)).toEqual([1])
	})

	test('what the reporter writes reaches the desk sealed, once, however often it is sent', async () => {
		const opened = await open()
		const { db, reports, origin, id, receipt } = opened
		const epoch = await reports.getEpoch()
		const sealed = await sealMessage('شكرا', receipt.secrets, epoch)
		if (!sealed.ok) throw new Error('not sealed')
		const body = {
			step: 'send',
			...(await makeRequest(origin, receipt)),
			sealed: Buffer.from(sealed.value).toString('base64'),
		}
		for (let round = 0; round < 20; round++) expect((await ask(origin, body)).status).toBe(202)
		const letters = await listReporterLetters(db, [id])
		expect(letters.map(({ n, epoch: sealedTo }) => [n, sealedTo])).toEqual([[1, epoch.id]])
	})

	test('a letter sealed to an epoch that is over is told so, and not put where nobody opens it', async () => {
		const { db, reports, origin, id, receipt } = await open()
		const epoch = await reports.getEpoch()
		const sealed = await sealMessage('شكرا', receipt.secrets, epoch)
		if (!sealed.ok) throw new Error('not sealed')
		const send = async (sealedTo: string): Promise<number> => {
			const letter = { epoch: sealedTo, sealed: Buffer.from(sealed.value).toString('base64') }
			return (await ask(origin, { step: 'send', ...(await makeRequest(origin, receipt)), ...letter })).status
		}
		expect([await send('demo-1999-01'), await send(epoch.id)]).toEqual([409, 202])
		expect(await listReporterLetters(db, [id])).toHaveLength(1)
	})

	test('a stranger gets the same as the holder of an unknown receipt: same size, same every time', async () => {
		const opened = await open()
		await answer(opened, 'only for you')
		const { origin, receipt } = opened
		const stranger = await openReceipt('1'.repeat(24), cheapArgon2id)
		const asStranger = { keys: receipt.keys, secrets: stranger.secrets }
		const sizes = new Set<number>()
		const seen = []
		for (const who of [receipt, asStranger, asStranger, stranger, stranger]) {
			const { text } = await ask(origin, { step: 'open', ...(await makeRequest(origin, who)) })
			sizes.add(Buffer.byteLength(text))
			const page = parseMailboxPage(JSON.parse(text))
			expect(page?.slots.map(({ length }) => length)).toEqual([letterLength, letterLength, letterLength])
			expect(
				page?.slots.every((slot) =>
					Buffer.from(slot).toString('latin1').startsWith('age-encryption.org/v1\n-> X25519 '),
				),
			).toBe(true)
			seen.push(text)
		}
		expect([...sizes]).toEqual([pageLength])
		expect(seen[1]).toBe(seen[2])
		expect(seen[3]).toBe(seen[4])
		expect(await readPage(opened, asStranger)).toBeUndefined()
		expect(await readPage(opened, stranger)).toBeUndefined()
		const proofs = []
		for (const who of [receipt, asStranger, stranger])
			proofs.push((await ask(origin, { step: 'proof', ...(await makeRequest(origin, who)) })).text)
		expect(new Set(proofs.map(({ length }) => length)).size).toBe(1)
		expect(
			proofs.map((text) =>
				Buffer.from((JSON.parse(text) as { proof: string }).proof, 'base64')
					.toString()
					.startsWith(proof),
			),
		).toEqual([true, false, false])
	})

	test('a challenge for one mailbox does not open another', async () => {
		const { origin, receipt } = await open()
		const other = await makeRequest(origin, receipt, new Uint8Array(16))
		const { text } = await ask(origin, {
			step: 'open',
			lookup: text64(receipt.keys.lookup),
			challenge: other.challenge,
			signature: other.signature,
		})
		const page = parseMailboxPage(JSON.parse(text))
		expect(Buffer.compare(page?.mark ?? new Uint8Array(), receipt.keys.mark)).not.toBe(0)
	})

	test('without script, a letter for a full mailbox is told as not sent and is no fault', async () => {
		const { kysely } = await database(engine)
		const db = kysely
		const reports = await openTestReports({ kysely })
		const filed = await reports.intake.fileInClear({
			token: reports.intake.makeToken(),
			locale: 'ar',
			answers: { ...answers, danger: 'now' },
		})
		if (!filed.ok) throw new Error('not filed')
		const mailbox = await reports.openByCode(filed.value.code)
		await sql`insert into mailbox_message (id, report, n, sender, epoch, sealed, hour)
			select gen_random_uuid(), report, n, 'reporter', null, '', now() from mailbox, generate_series(1, 500) as n`.execute(
			db,
		)
		expect(await mailbox.write('واش قريتو')).toEqual({
			ok: false,
			code: 'mailbox.full',
		})
	})

	test('a report sent in clear is sealed on arrival, and its mailbox opens by the code alone', async () => {
		const { kysely } = await database(engine)
		const db = kysely
		let now = new Date('2026-03-01T10:20:00Z')
		const reports = await openTestReports({ kysely, now: () => now })
		const token = reports.intake.makeToken()
		const tooSoon = await reports.intake.fileInClear({ token, answers, locale: 'ar' })
		expect(tooSoon.ok ? '' : tooSoon.code).toBe('token.too-soon')
		now = new Date('2026-03-01T10:20:11Z')
		const filed = await reports.intake.fileInClear({ token, answers, locale: 'ar' })
		if (!filed.ok) throw new Error('not filed')
		const again = await reports.intake.fileInClear({ token, answers, locale: 'ar' })
		expect(again.ok ? '' : again.code).toBe('token.used')
		const mailbox = await reports.openByCode(filed.value.code)
		expect(await mailbox.read()).toEqual({ status: 'received', wait: 'running', answers: [], unsigned: 0 })
		expect(await mailbox.write('واش قريتو')).toEqual({ ok: true, value: true })
		expect(await (await reports.openByCode('2'.repeat(24))).read()).toBeUndefined()
		const dump = JSON.stringify(
			(await sql`select encode(sealed, 'escape') as sealed, sealed_by from report`.execute(db)).rows,
		)
		expect([dump.includes(answers.words), dump.includes('"server"')]).toEqual([false, true])
	})

	test(
		'ninety who never stop asking with invented receipts keep nobody out who comes without script (F9)',
		async () => {
			const { reports } = await open()
			const filed = await reports.intake.fileInClear({
				token: reports.intake.makeToken(),
				answers: { ...answers, danger: 'now' },
				locale: 'fr',
			})
			if (!filed.ok) throw new Error(filed.code)
			let isOver = false
			const flood = Array.from({ length: 90 }, async () => {
				while (!isOver) await reports.openInLine(Array.from({ length: 24 }, () => randomInt(10)).join(''), '')
			})
			/** As a person without script does it: presses again, with what the page holds. */
			const visit = async (): Promise<boolean> => {
				let ticket = ''
				for (let press = 0; press < 10; press++) {
					const opened = await reports.openInLine(filed.value.code, ticket)
					if (!('ticket' in opened)) return (await opened.read()) !== undefined
					ticket = opened.ticket
				}
				return false
			}
			expect([await visit(), await visit()]).toEqual([true, true])
			isOver = true
			await Promise.all(flood)
		},
		longTest,
	)
})
