import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openRecord, verifyRecord } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { now } from '../../../../../../tests/support/record.ts'
import { enterEpochs, findUnrecordedEpoch, listEpochRecords } from './epoch-record-store.ts'

describe.each(engines)('signed keys of reports in the record on %s', (engine) => {
	const open = async () => {
		const opened = await database(engine)
		const { kysely: db } = opened
		const add = async (id: string, record: string): Promise<void> => {
			const row = { id, record, recipient: 'age1', answer_key: 'a', begins: '2026-11-01', ends: '2026-12-14' }
			await db
				.insertInto('epoch')
				.values({ ...row, state: 'past' })
				.execute()
		}
		return { opened, db, add }
	}

	test('each is entered once, whoever enters, and explained by its text', async () => {
		const { opened, db, add } = await open()
		expect(await enterEpochs(db)).toBe(0)
		await add('2026-11', 'a note')
		const counts = await Promise.all([enterEpochs(db), enterEpochs(db), enterEpochs(db)])
		expect(counts.toSorted()).toEqual([0, 0, 1])
		await add('2026-12', 'the next note')
		expect(await enterEpochs(db)).toBe(1)
		expect((await listEpochRecords(db)).map(({ content }) => content)).toEqual(['a note', 'the next note'])

		const record = await openRecord({ kysely: db, dataDir: makeFolder(), origin: undefined, witnesses: [] })
		expect(await record.sequence(now)).toBe(2)
		const key = parseVerifierKey(record.verifierKey)
		if (!key.ok) throw new Error('a key was wanted')
		const checkErasure = () => Promise.resolve({ ok: true as const, value: 0 })
		const verify = () => verifyRecord(opened, { key: key.value, witnesses: [], checkErasure })
		expect(await verify()).toMatchObject({ problem: undefined, epochs: 2 })
		await sql`update epoch_record set content = 'another note' where content = 'a note'`.execute(db)
		expect((await verify()).problem).toContain('the signed key of reports is not the one that was recorded')
	})

	test('one whose note was changed in the database is named', async () => {
		const { db, add } = await open()
		await add('2026-11', 'a note')
		expect(await findUnrecordedEpoch(db), 'of a demonstration none is recorded').toBeUndefined()
		await enterEpochs(db)
		expect(await findUnrecordedEpoch(db)).toBeUndefined()
		await sql`update epoch set record = 'a note for one visitor'`.execute(db)
		expect(await findUnrecordedEpoch(db)).toBe('2026-11')
	})
})
