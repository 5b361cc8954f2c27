/** Public records for tests: on a database of their own, with a key in a folder of their own, and a witness. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { addEntries, makeEntry, openRecord, type AnyTransaction, type PublicRecord } from '#platform'
import { cosignCheckpoint, formatNote, makeSigner, parseNote } from '#tools/seal/signed-note'
import type { AuditTables } from '../../src/lib/platform/server/audit/audit-tables.ts'
import type { Tables } from '../../src/server/process/database.ts'
import { makeFolder } from './child.ts'
import type { Database } from '../../src/lib/platform/server/database/database.ts'
import { database as makeDatabase, type EngineName } from './database.ts'

export const witness = await makeSigner('witness.example/w1', 'cosignature', new Uint8Array(32).fill(2))
export const now = new Date('2026-11-24T13:45:12Z')

export type TestRecord = {
	database: Database<Tables>
	db: Kysely<AuditTables>
	record: PublicRecord
	dataDir: string
	/** Adds this many entries, in a transaction of their own. */
	add: (count: number) => Promise<string[]>
}

/** Writes acts with these texts and their entries, as the desk does: each entry has something behind it. Answers their ids. */
export const addActs = async (trx: AnyTransaction, texts: readonly string[]): Promise<string[]> => {
	const acts = texts.map((content) => ({ content, ...makeEntry(Buffer.from(content)) }))
	await addEntries(trx, acts)
	for (const { id, content, salt } of acts)
		await sql`insert into act_record (entry, content, salt) values (${id}, ${content}, ${salt})`.execute(trx)
	return acts.map(({ id }) => id)
}

export const testRecord = async (engine?: EngineName): Promise<TestRecord> =>
	recordOn(await makeDatabase(engine))

/** A record on a database that a test has already. */
export const recordOn = async (database: Database<Tables>): Promise<TestRecord> => {
	const { kysely } = database
	const dataDir = makeFolder()
	const record = await openRecord({
		kysely,
		dataDir,
		origin: 'https://desk.example',
		witnesses: [witness.key],
	})
	const add = (count: number): Promise<string[]> => {
		const texts = Array.from({ length: count }, () => randomUUID())
		return kysely.transaction().execute((trx) => addActs(trx, texts))
	}
	return { database, db: kysely, record, dataDir, add }
}

/** The note as the witness hands it in: its own line under the text. */
export const cosign = async (note: string, signer = witness, time = 1_764_000_000): Promise<string> => {
	const parsed = parseNote(note)
	if (!parsed.ok) throw new Error('a note was wanted')
	const { text } = parsed.value
	return formatNote({ text, signatures: [await cosignCheckpoint(text, signer, time)] })
}
