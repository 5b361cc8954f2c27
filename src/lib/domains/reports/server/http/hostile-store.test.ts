import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Reports } from '#domains/reports/server'
import { makeIdentity, seal, toRecipient } from '#tools/seal/sealed'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database } from '../../../../../../tests/support/database.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../../../../tests/support/reports.ts'
import { reportSizes } from '../../report-sizes.ts'
import type { ReportDatabase } from '../tables.ts'

let db: ReportDatabase
let reports: Reports & { dataDir: string }
let origin: string
const faults: unknown[] = []

beforeEach(async () => {
	const { kysely } = await database()
	db = kysely
	faults.length = 0
	const onFault = (error: unknown): void => void faults.push(error)
	reports = await openTestReports({ kysely, onFault })
	origin = await serveReports(reports, onFault)
})

type Header = Record<string, unknown>
const split = (body: Uint8Array): { header: Header; sealed: Buffer } => {
	const bytes = Buffer.from(body)
	const end = 4 + bytes.readUInt32BE(0)
	return { header: JSON.parse(bytes.subarray(4, end).toString()) as Header, sealed: bytes.subarray(end) }
}
const join4 = (
	header: string,
	sealed: Uint8Array,
	length = Buffer.byteLength(header),
): Uint8Array<ArrayBuffer> => {
	const start = Buffer.alloc(4)
	start.writeUInt32BE(length >>> 0)
	return new Uint8Array(Buffer.concat([start, Buffer.from(header), sealed]))
}
const sealTo = async (recipient: string, sizes: readonly number[]): Promise<Uint8Array> => {
	const sealed = await seal('x', recipient, sizes)
	if (!sealed.ok) throw new Error('not sealed')
	return sealed.value
}

describe('POST /intake/reports', () => {
	test('refuses every body that is not as a browser of ours makes it, with a code, and stores nothing', async () => {
		const { header, sealed } = split((await makeBody(reports)).body)
		const { recipient } = await reports.getEpoch()
		const withHeader = (change: Header): Uint8Array<ArrayBuffer> =>
			join4(JSON.stringify({ ...header, ...change }), sealed)
		const text = JSON.stringify(header)
		const cases: [Uint8Array<ArrayBuffer>, number][] = [
			...[0, 1, 4, 5].map((length): [Uint8Array<ArrayBuffer>, number] => [new Uint8Array(length), 400]),
			[join4(text, sealed, 0), 400],
			[join4(text, sealed, 0xffffffff), 400],
			[join4(text, sealed, text.length - 1), 400],
			[join4(text, sealed, text.length + 1), 400],
			[join4(text, new Uint8Array()), 400],
			[join4('['.repeat(4000), sealed), 400],
			[join4('null', sealed), 400],
			[join4('[]', sealed), 400],
			[join4(text.replace('{', '{"__proto__":{"lane":"danger"},'), sealed), 400],
			[join4(text.replace('{', '{"constructor":{},'), sealed), 400],
			[withHeader({ more: 1 }), 400],
			[withHeader({ lane: 'urgent' }), 400],
			[withHeader({ lookup: 'AAAA' }), 400],
			[withHeader({ auth: 5 }), 400],
			[withHeader({ mark: `${String(header['mark'])}A` }), 400],
			[withHeader({ box: 'AGE-SECRET-KEY-1' }), 400],
			[withHeader({ epoch: 'x'.repeat(50) }), 400],
			[withHeader({ token: 'x'.repeat(5000) }), 400],
			[withHeader({ token: 'A'.repeat(52) }), 422],
			[withHeader({ epoch: 'demo-1999-01' }), 409],
			[join4(text, new Uint8Array(4296)), 422],
			[join4(text, sealed.subarray(1)), 422],
			[join4(text, Buffer.concat([sealed, Buffer.alloc(1)])), 422],
			[join4(text, await sealTo(recipient, [5000])), 422],
			[withHeader({ lane: 'normal' }), 422],
			[withHeader({ lane: 'normal', solution: 'A'.repeat(1999) }), 422],
		]
		for (const [at, [body, status]] of cases.entries())
			expect([at, (await post(origin, body)).status]).toEqual([at, status])
		expect(await db.selectFrom('report').select('id').execute()).toEqual([])
		expect(faults).toEqual([])
	})

	test('two readers, or a passphrase, are no seal', async () => {
		const { header } = split((await makeBody(reports)).body)
		const { Encrypter } = await import('age-encryption')
		const two = new Encrypter()
		two.addRecipient((await reports.getEpoch()).recipient)
		const stranger = await toRecipient(await makeIdentity())
		two.addRecipient(stranger.ok ? stranger.value : '')
		const secret = new Encrypter()
		secret.setPassphrase('open sesame')
		secret.setScryptWorkFactor(2)
		for (const encrypter of [two, secret]) {
			const sealed = await encrypter.encrypt(new Uint8Array(reportSizes[0] ?? 0))
			const sent = await post(origin, join4(JSON.stringify(header), sealed))
			expect(sent).toEqual({ status: 422, answer: { code: 'report.seal' } })
		}
	})

	test('an epoch that is over is answered with the one that is not', async () => {
		const { header, sealed } = split((await makeBody(reports)).body)
		const { answer } = await post(origin, join4(JSON.stringify({ ...header, epoch: 'demo-1999-01' }), sealed))
		const now = expect.stringMatching(/^\d{4}-\d\d-\d\dT/u) as string
		expect(answer).toEqual({ code: 'epoch.over', record: (await reports.getEpoch()).record, now })
	})

	test('stops reading at the limit, whatever the length says, and takes no other type, method or site', async () => {
		const url = `${origin}/intake/reports`
		const type = { 'content-type': 'application/octet-stream' }
		const long = await fetch(url, { method: 'POST', headers: type, body: new Uint8Array(90_000) })
		expect(long.status).toBe(413)
		const { port } = new URL(origin)
		const said = await new Promise<string>((resolve) => {
			let text = ''
			const socket = connect(Number(port), '127.0.0.1', () => {
				socket.write(
					`POST /intake/reports HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ntransfer-encoding: chunked\r\n\r\n`,
				)
				for (let part = 0; part < 12; part++) socket.write(`2000\r\n${'x'.repeat(0x2000)}\r\n`)
			})
			socket
				.on('data', (bytes) => (text += bytes.toString()))
				.on('close', () => resolve(text))
				.on('error', () => undefined)
		})
		expect(said).toMatch(/^HTTP\/1\.1 413 /u)
		const statusOf = async (init: RequestInit): Promise<number> => (await fetch(url, init)).status
		expect(await statusOf({ method: 'POST', body: 'x' })).toBe(415)
		expect(await statusOf({})).toBe(405)
		const foreign = { ...type, origin: 'https://elsewhere.example' }
		expect(await statusOf({ method: 'POST', headers: foreign, body: 'x' })).toBe(403)
	})

	test('nothing of who sent it is anywhere: database, spool, files', async () => {
		const canaries = ['203.0.113.77', 'Canary-Browser/9', 'canary-cookie']
		const { body } = await makeBody(reports)
		const sent = await fetch(`${origin}/intake/reports`, {
			method: 'POST',
			headers: {
				'content-type': 'application/octet-stream',
				'x-forwarded-for': canaries[0] ?? '',
				'user-agent': canaries[1] ?? '',
				cookie: canaries[2] ?? '',
			},
			body,
		})
		expect(sent.status).toBe(201)
		const tables = [
			'report',
			'mailbox',
			'mailbox_message',
			'form_token',
			'report_status',
			'epoch',
			'audit_entry',
		]
		for (const table of tables) {
			const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
				db,
			)
			for (const { row } of rows)
				for (const word of [...canaries, '127.0.0.1'])
					expect(row.includes(word) || row.includes(Buffer.from(word).toString('hex'))).toBe(false)
		}
		const files = readdirSync(reports.dataDir, { recursive: true, withFileTypes: true })
		for (const file of files.filter((entry) => entry.isFile()))
			for (const word of canaries)
				expect(readFileSync(join(file.parentPath, file.name)).includes(word)).toBe(false)
	})
})

describe('POST /intake/mailbox', () => {
	const lookup = 'A'.repeat(22)
	const signedChallenge = { lookup, challenge: 'A'.repeat(51), signature: 'A'.repeat(86) }

	test.each([
		['', 400],
		['null', 400],
		['[]', 400],
		['{"step":"challenge"}', 400],
		[`{"step":"challenge","lookup":"${lookup}","more":1}`, 400],
		[`{"step":"challenge","lookup":"${lookup}","__proto__":{"step":"open"}}`, 400],
		[JSON.stringify({ step: 'open', ...signedChallenge, skip: -1 }), 400],
		[JSON.stringify({ step: 'open', ...signedChallenge, skip: 1e9 }), 400],
		[JSON.stringify({ step: 'erase', ...signedChallenge }), 400],
		[JSON.stringify({ step: 'send', ...signedChallenge, sealed: 'not base64!' }), 400],
		[JSON.stringify({ step: 'send', ...signedChallenge, sealed: 'AAAA' }), 422],
		['['.repeat(16_000), 400],
		['x'.repeat(17_000), 413],
		[JSON.stringify({ step: 'open', ...signedChallenge }), 200],
		[JSON.stringify({ step: 'proof', ...signedChallenge }), 200],
		[JSON.stringify({ step: 'challenge', lookup }), 200],
	])('%.60s is %i', async (body, status) => {
		const headers = { 'content-type': 'application/json' }
		const response = await fetch(`${origin}/intake/mailbox`, { method: 'POST', headers, body })
		expect([response.status, faults]).toEqual([status, []])
		expect(await response.text()).not.toContain('erase')
	})
})

test('when neither database nor disk takes a report, nobody is told that it is safe', async ({ skip }) => {
	const folder = makeFolder()
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
	} catch {
		skip('a small disk needs root and the package mount')
	}
	onTestFinished(() => void execFileSync('umount', [folder]))
	const { kysely } = await database()
	const full = await openTestReports({ kysely, dataDir: folder })
	const address = await serveReports(full)
	await sql`alter table report rename to report_gone`.execute(kysely)
	const told = []
	for (let round = 0; round < 12; round++) told.push(await post(address, (await makeBody(full)).body))
	const refused = told.filter(({ status }) => status !== 201)
	expect(refused.length).toBeGreaterThan(0)
	for (const { status, answer } of refused)
		expect([status, answer]).toEqual([503, { code: 'reports.cannot-keep' }])
	expect(readdirSync(join(folder, 'cold')).length).toBe(12 - refused.length)
	await sql`alter table report_gone rename to report`.execute(kysely)
	await expect.poll(() => full.keeper.countSpooled()).toBe(0)
	const { rows } = await sql<{ count: number }>`select count(*) from report`.execute(kysely)
	expect(rows[0]?.count).toBe(12 - refused.length)
})
