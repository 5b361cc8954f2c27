import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { commit, formatInclusion, openRecord, openReportLeaf, verifyProof } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../../tests/support/reports.ts'
import { proofLength } from './mailbox.ts'

const now = new Date('2026-03-01T10:20:00Z')
const hour = new Date('2026-03-01T10:00:00Z')

describe.each(engines)('proofs of filing on %s', (engine) => {
	const open = async () => {
		const { kysely } = await database(engine)
		const dataDir = makeFolder()
		const record = await openRecord({ kysely, dataDir, origin: 'https://desk.example', witnesses: [] })
		const reports = await openTestReports({
			kysely,
			now: () => now,
			findProof: async (entry, opened) => {
				const proof = await record.findInclusion({ id: entry })
				return typeof proof === 'string' ? undefined : formatInclusion(proof, opened)
			},
		})
		const file = async () => {
			const token = reports.intake.makeToken()
			const filed = await reports.intake.fileInClear({
				token,
				locale: 'ar',
				answers: { ...answers, danger: 'now' },
			})
			if (!filed.ok) throw new Error('not filed')
			return { mailbox: await reports.openByCode(filed.value.code), entry: filed.value.entry }
		}
		const key = parseVerifierKey(record.verifierKey)
		if (!key.ok) throw new Error('a key was wanted')
		return {
			kysely,
			record,
			reports,
			file,
			verify: (text = '') => verifyProof(text, { key: key.value, witnesses: [] }),
		}
	}

	test('the holder of a receipt gets what an outsider can check against the sealed report, and nothing of what was told', async () => {
		const { kysely, record, file, verify } = await open()
		const [{ mailbox, entry }] = [await file(), await file()]
		expect(await mailbox.prove(), 'before it has its place').toBeUndefined()
		await record.sequence(now)
		const proof = await mailbox.prove()
		const { rows } = await sql<{
			sealed: Uint8Array
		}>`select sealed from report where entry = ${entry}`.execute(kysely)
		const sha256 = hash('sha256', rows[0]?.sealed ?? Buffer.alloc(0), 'hex')
		expect(await verify(proof)).toMatchObject({ ok: true, value: { size: 2, report: { hour, sha256 } } })
		const extra = Buffer.from(/^extra (.+)$/mu.exec(proof ?? '')?.[1] ?? '', 'base64').subarray(32)
		expect(extra.toString()).toBe(`thiqa/report/v1\n2026-03-01T10:00:00Z\n${sha256}\n`)
	})

	test('a report or an hour that was changed behind the record is not proved any more', async () => {
		const { kysely, record, file, verify } = await open()
		const { mailbox } = await file()
		await record.sequence(now)
		for (const change of [
			sql`update report set hour = hour - interval '1 hour'`,
			sql`update report set hour = hour + interval '1 hour', sealed = set_byte(sealed, 300, get_byte(sealed, 300) # 1)`,
		]) {
			await change.execute(kysely)
			expect(await verify(await mailbox.prove())).toMatchObject({ ok: true, value: { report: undefined } })
		}
	})

	test('a report sealed in a browser is proved by the digest of what that browser sent', async () => {
		const { record, reports, kysely, verify } = await open()
		const { body, sealed } = await makeBody(reports)
		expect((await post(await serveReports(reports), body)).status).toBe(201)
		await record.sequence(now)
		const row = await kysely.selectFrom('report').selectAll().executeTakeFirstOrThrow()
		const found = await record.findInclusion({ id: row.entry })
		if (typeof found === 'string') throw new Error(found)
		const sha256 = hash('sha256', sealed, 'hex')
		const opened = openReportLeaf({ ...row, sha256, sealedBy: row.sealed_by })
		expect(await verify(formatInclusion(found, opened))).toMatchObject({
			ok: true,
			value: { report: { sha256 } },
		})
	})
})

test('a record of a hundred million entries with twenty witnesses fits the one length of a proof', () => {
	const path = Array.from({ length: 40 }, () => new Uint8Array(32))
	const signature = `\u2014 ${'w'.repeat(40)}.example/w1 ${'A'.repeat(104)}\n`
	const checkpoint = `${'o'.repeat(60)}/record\n100000000\n${'A'.repeat(44)}\n\n${signature.repeat(21)}`
	const content = Buffer.alloc(110)
	const salt = new Uint8Array(32)
	const text = formatInclusion(
		{ index: 99_999_999, commitment: commit(salt, content), path, checkpoint },
		{ salt, content },
	)
	expect(Buffer.byteLength(text)).toBeLessThan(proofLength)
})
