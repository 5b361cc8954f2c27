/** A record of forty entries that a witness has seen, with or without things in clear behind it, and how it is verified. */
import { sql } from 'kysely'
import { addEntries, makeEntry, verifyRecord, type CheckErasure } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import type { EngineName } from './database.ts'
import { cosign, now, testRecord, witness, type TestRecord } from './record.ts'

export const size = 40

/** Signatures under certificates are checked by the room that makes them; here a certificate is good unless it says otherwise. */
export const checkErasure: CheckErasure = (certificate, signatures) =>
	Promise.resolve(
		certificate.includes('bad') ? { ok: false, issues: [] } : { ok: true, value: signatures.length },
	)

export const getKey = ({ record }: Pick<TestRecord, 'record'>) => {
	const key = parseVerifierKey(record.verifierKey)
	if (!key.ok) throw new Error('a key was wanted')
	return key.value
}

export const made = async (engine?: EngineName) => {
	const own = await testRecord(engine)
	for (const count of [9, 20, 11]) {
		await own.add(count)
		await own.record.sequence(now)
	}
	await own.record.addCosignature(await cosign((await own.record.findCheckpoint())?.note ?? ''))
	const verify = () =>
		verifyRecord(own.database, { key: getKey(own), witnesses: [witness.key], checkErasure })
	return { ...own, verify }
}

/** Puts one of each kind of thing in clear behind the record; without a place they wait for the next checkpoint. */
export const addContents = async (own: TestRecord, isPlaced = true) => {
	const [act, certificate, signature] = ['act Q', 'certificate Q', 'signature Q'].map((content) => ({
		content,
		...makeEntry(Buffer.from(content)),
	}))
	if (!act || !certificate || !signature) throw new Error('three entries were made')
	await own.db.transaction().execute(async (trx) => {
		await addEntries(trx, [act, certificate, signature])
		await sql`insert into act_record (entry, content, salt) values (${act.id}, ${act.content}, ${act.salt})`.execute(
			trx,
		)
		await sql`insert into erasure (epoch, certificate, entry, salt, at) values
			('2026-10', ${certificate.content}, ${certificate.id}, ${certificate.salt}, ${now})`.execute(trx)
		await sql`insert into erasure_signature (epoch, person, content, entry, salt) values
			('2026-10', ${crypto.randomUUID()}, ${signature.content}, ${signature.id}, ${signature.salt})`.execute(
			trx,
		)
	})
	if (isPlaced) await own.record.sequence(now)
	return [
		['act_record', 'content', 'act'],
		['erasure', 'certificate', 'certificate of destruction'],
		['erasure_signature', 'content', 'signature under a certificate'],
	] as const
}

/** Changes one bit of a column's value, as a fault of the disk or a hand in the database would. */
export const flip = (own: TestRecord, table: string, column: string, byte: number, where: string) =>
	sql`update ${sql.table(table)} set ${sql.ref(column)} = set_byte(${sql.ref(column)}, ${byte}, get_byte(${sql.ref(column)}, ${byte}) # 1)
		where ${sql.raw(where)}`.execute(own.db)
