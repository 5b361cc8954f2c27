/** The checkpoint that a weekly look keeps: a record that was written anew is whole in itself, and the second look finds it. */
import {
	chmodSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase, openRecord, type AskRecord } from '#platform'
import { askAuditVerify, runAuditVerify } from '../tests/support/audit-verify.ts'
import { makeFolder } from '../tests/support/child.ts'
import { database } from '../tests/support/database.ts'
import { publish, servePublished } from '../tests/support/published-record.ts'
import { makeFilledFolder } from '../tests/support/ready-made.ts'
import { addActs, now, testRecord, type TestRecord } from '../tests/support/record.ts'

const say = (text: string): string => expect.stringContaining(text) as string

/** A record that is served, the file that its verifier keeps, and what he hears; `show` puts other answers in the place of the record. */
const serve = async () => {
	const own = await testRecord()
	await own.add(3)
	await own.record.sequence(now)
	let shown = publish(own)
	const { origin } = await servePublished((path) => shown(path))
	const folder = makeFolder()
	const file = join(folder, 'checkpoint')
	const asked = ['--origin', origin, '--key', own.record.verifierKey]
	return {
		own,
		folder,
		file,
		show: (ask: AskRecord) => void (shown = ask),
		look: (...more: string[]) => askAuditVerify([...asked, ...more]),
		lookAndKeep: () => askAuditVerify([...asked, '--keep', file]),
	}
}

const getNote = async ({ record }: Pick<TestRecord, 'record'>): Promise<string> =>
	(await record.findCheckpoint())?.note ?? ''

/** Another record of the same length under the same key, as whoever holds the machine can make it. */
const writeAnew = async ({ dataDir }: TestRecord): Promise<Pick<TestRecord, 'record'>> => {
	const { kysely } = await database()
	const other = makeFolder()
	mkdirSync(join(other, 'keys'))
	cpSync(join(dataDir, 'keys/log.key'), join(other, 'keys/log.key'))
	chmodSync(join(other, 'keys/log.key'), 0o600)
	const record = await openRecord({
		kysely,
		dataDir: other,
		origin: 'https://desk.example',
		witnesses: [],
	})
	await kysely.transaction().execute((trx) => addActs(trx, ['another', 'story', 'is', 'told']))
	await record.sequence(now)
	return { record }
}

test('a record that grows is continued from look to look, and the newest checkpoint is kept for its owner alone', async () => {
	const { own, folder, file, lookAndKeep } = await serve()
	expect(await lookAndKeep()).toMatchObject({ status: 0, said: say('No checkpoint was kept in ') })
	expect(readFileSync(file, 'utf8')).toBe(await getNote(own))
	await own.add(4)
	await own.record.sequence(now)
	const second = await lookAndKeep()
	expect(second).toMatchObject({ status: 0, said: say(': the checkpoint of 7 entries.') })
	expect(second.said).toContain('the kept checkpoint is its beginning')
	expect(readFileSync(file, 'utf8')).toBe(await getNote(own))
	expect(statSync(file).mode & 0o777).toBe(0o600)
	expect(readdirSync(folder)).toEqual(['checkpoint'])
})

test('a record written anew and signed with its own key, and a shorter one, are found by the second look; the file stays', async () => {
	const { own, folder, file, show, look, lookAndKeep } = await serve()
	const short = await getNote(own)
	await own.add(1)
	await own.record.sequence(now)
	expect((await lookAndKeep()).status).toBe(0)
	const kept = readFileSync(file, 'utf8')
	const anew = publish(await writeAnew(own))
	const shorter: AskRecord = async (path) => (path === 'checkpoint' ? short : publish(own)(path))
	for (const ask of [anew, shorter]) {
		show(ask)
		expect((await look()).status, 'whole in itself').toBe(0)
		expect(await lookAndKeep()).toMatchObject({ status: 1, said: say('the checkpoint of 4 that you kept') })
		expect(readFileSync(file, 'utf8')).toBe(kept)
	}
	expect(readdirSync(folder)).toEqual(['checkpoint'])
})

test('a kept file that is no checkpoint of this key is a fault and stays, and so is one that cannot be written', async () => {
	const { folder, file, look, lookAndKeep } = await serve()
	const other = await testRecord()
	await other.record.sequence(now)
	for (const text of ['', 'desk.example/record\n', await getNote(other)]) {
		writeFileSync(file, text)
		expect(await lookAndKeep()).toMatchObject({
			status: 1,
			said: say('the checkpoint that you kept is none'),
		})
		expect(readFileSync(file, 'utf8')).toBe(text)
	}
	const nowhere = await look('--keep', join(folder, 'gone/checkpoint'))
	expect(nowhere).toMatchObject({ status: 1, said: say('could not be kept in') })
	expect(readdirSync(folder)).toEqual(['checkpoint'])
	expect((await look('--keep', file, '--seen', file)).said).toContain('--keep compares too')
	expect((await look('--keep', file, '--proof', file)).said).toContain('wanted --proof without')
})

/** Continues the record of a data folder by acts with these texts; `isAnew`: after all that it held was taken away. */
const write = async (dataDir: string, texts: readonly string[], isAnew = false): Promise<void> => {
	const opened = await openDatabase({ dataDir, databaseUrl: undefined })
	const tables = ['act_record', 'audit_leaf', 'audit_hash', 'audit_checkpoint', 'audit_entry']
	for (const table of isAnew ? tables : []) await sql`delete from ${sql.table(table)}`.execute(opened.kysely)
	if (isAnew) rmSync(join(dataDir, 'keys/record.note'))
	const { kysely } = opened
	const record = await openRecord({ kysely, dataDir, origin: undefined, witnesses: [] })
	await kysely.transaction().execute((trx) => addActs(trx, texts))
	await record.sequence(now)
	await opened.close()
}

test('on the server too a shorter record and one written anew do not continue what was kept', async () => {
	const dataDir = await makeFilledFolder()
	const file = join(makeFolder(), 'checkpoint')
	const look = (...more: string[]) => runAuditVerify(more, { DATA_DIR: dataDir })
	await write(dataDir, ['one', 'two'])
	expect(look('--keep', file)).toMatchObject({ status: 0, said: say('it begins with the one of 2 entries') })
	await write(dataDir, ['three'])
	const second = look('--keep', file)
	expect(second).toMatchObject({ status: 0, said: say('Kept in ') })
	expect(second.said).toContain('It continues the checkpoint that you kept.')
	const kept = readFileSync(file, 'utf8')
	await write(dataDir, ['one', 'another'], true)
	expect(look().status, 'whole in itself').toBe(0)
	expect(look('--keep', file)).toMatchObject({
		status: 1,
		said: say('2 entries, and 3 in the checkpoint that you kept: shorter than what was signed'),
	})
	await write(dataDir, ['three', 'four'])
	expect(look().status, 'whole in itself').toBe(0)
	expect(look('--seen', file)).toMatchObject({ status: 1, said: say('the checkpoint that you kept: ') })
	expect(look('--keep', file)).toMatchObject({ status: 1, said: say('the checkpoint that you kept: ') })
	expect(readFileSync(file, 'utf8')).toBe(kept)
	writeFileSync(file, 'nothing')
	expect(look('--keep', file)).toMatchObject({ status: 1, said: say('the checkpoint that you kept is none') })
	expect(readFileSync(file, 'utf8')).toBe('nothing')
})
