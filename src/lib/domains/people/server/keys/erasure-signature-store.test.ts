import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { base64 } from '@scure/base'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addEntries, makeEntry, verifyRecord } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { engines } from '../../../../../../tests/support/database.ts'
import { now, testRecord } from '../../../../../../tests/support/record.ts'
import { checkErasure, formatErasure, makeAnalystKey, signErasure } from '../../keys/index.ts'
import { addPerson, openPeople } from '../index.ts'
import { keepErasureSignature, keepStaffKey, listErasureSignatures } from './index.ts'

/** Closing a key takes seconds: one does for everyone here, with a signing key of their own. */
const closed = makeAnalystKey('quatre mots sans rapport')

describe.each(engines)('signatures under certificates on %s', (engine) => {
	const open = async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-keys-'))
		onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
		const { record, database } = await testRecord(engine)
		const { kysely } = database
		const { db } = await openPeople({ kysely, dataDir, origin: 'https://desk.example', now: () => now })
		const add = async (name: string) => {
			const id = await addPerson(db, { name, roles: ['supervisor'], language: 'fr' }, now)
			const seed = crypto.getRandomValues(new Uint8Array(32))
			const signingKey = base64.encode(await getPublicKeyAsync(seed))
			await keepStaffKey({ db, dataDir }, id, { ...(await closed), signingKey }, now)
			const sign = (message: Uint8Array) => signAsync(message, seed)
			return { id, key: { sign, signingKey } }
		}
		const [amal, zineb] = [await add('Amal'), await add('Zineb')]
		const certificate = formatErasure({
			subject: '2026-10',
			recipient: `age1${'q'.repeat(58)}`,
			hour: '2026-11-26T10:00:00.000Z',
			wraps: 2,
			digest: 'a'.repeat(64),
			askedBy: amal.id,
			agreedBy: zineb.id,
			backupsOver: '2026-12-04',
		})
		const { id: entry, commitment, salt } = makeEntry(Buffer.from(certificate))
		await db.transaction().execute(async (trx) => {
			await addEntries(trx, [{ id: entry, commitment }])
			await sql`insert into erasure (epoch, certificate, entry, salt, at) values
				('2026-10', ${certificate}, ${entry}, ${salt}, ${now})`.execute(trx)
		})
		const key = parseVerifierKey(record.verifierKey)
		if (!key.ok) throw new Error('a key was wanted')
		const verify = async () => {
			await record.sequence(now)
			return verifyRecord(database, { key: key.value, witnesses: [], checkErasure })
		}
		return { db, amal, zineb, certificate, verify }
	}

	test('are kept once for each of the two persons, stand in the record, and fail after one byte is changed', async () => {
		const { db, amal, zineb, certificate, verify } = await open()
		for (const { id, key } of [amal, zineb]) {
			const signed = await signErasure(certificate, id, key)
			const content = signed.ok ? signed.value : ''
			await keepErasureSignature(db, { certificate, person: id, content })
			await expect(keepErasureSignature(db, { certificate, person: id, content })).rejects.toMatchObject({
				code: 'erasure.signed',
			})
		}
		expect(await verify()).toMatchObject({ problem: undefined, erasures: 1, signatures: 2 })
		await sql`update erasure_signature set content = replace(content, '\n2026-10\n', '\n2026-11\n')
			where person = ${amal.id}`.execute(db)
		expect((await verify()).problem).toContain('the signature under a certificate is not the one')
	})

	test('of the other person, by another key, or of another certificate are refused, and nothing is kept', async () => {
		const { db, amal, zineb, certificate } = await open()
		const other = certificate.replace('2026-10', '2026-09')
		const contents = [
			await signErasure(certificate, zineb.id, zineb.key),
			await signErasure(certificate, amal.id, zineb.key),
			await signErasure(other, amal.id, amal.key),
		]
		for (const signed of contents)
			await expect(
				keepErasureSignature(db, { certificate, person: amal.id, content: signed.ok ? signed.value : '' }),
			).rejects.toMatchObject({ code: 'erasure.refused' })
		expect(await listErasureSignatures(db)).toEqual([])
	})

	test('that were put into the database with a record of their own are told when they are not good', async () => {
		const { db, amal, zineb, certificate, verify } = await open()
		const signed = await signErasure(certificate, amal.id, zineb.key)
		const content = (signed.ok ? signed.value : '').replace(zineb.key.signingKey, amal.key.signingKey)
		const { id: entry, commitment, salt } = makeEntry(Buffer.from(content))
		await db.transaction().execute(async (trx) => {
			await addEntries(trx, [{ id: entry, commitment }])
			await sql`insert into erasure_signature (epoch, person, content, entry, salt) values
				('2026-10', ${amal.id}, ${content}, ${entry}, ${salt})`.execute(trx)
		})
		expect((await verify()).problem).toBe('certificate of 2026-10: it or a signature under it is not good')
	})
})
