import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64 } from '@scure/base'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import { makeAnalystKey, type AnalystKey } from '../../keys/index.ts'
import { addPerson, openPeople, removePasskey } from '../index.ts'
import { findOwnKey, keepStaffKey, keepUnlock, listUnlockPasskeys, removeUnlock } from './index.ts'

const now = new Date('2026-11-26T10:40:00Z')
/** Closing a key takes seconds: one does for all, another key is another recipient. */
const closed = makeAnalystKey('quatre mots sans rapport')
const makeSealed = (): string => base64.encode(crypto.getRandomValues(new Uint8Array(76)))

describe.each(engines)('locks for every day on %s', (engine) => {
	const open = async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-keys-'))
		onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
		const { kysely } = await database(engine)
		const { db } = await openPeople({ kysely, dataDir, origin: 'https://desk.example', now: () => now })
		const add = async (name: string) => {
			const id = await addPerson(db, { name, roles: ['analyst'], language: 'ar' }, now)
			const passkey = crypto.randomUUID()
			await sql`insert into staff_passkey (id, name, public_key, user_id, credential_id, counter, device_type, backed_up, created_at)
				values (${passkey}, null, 'x', ${id}, ${`credential-of-${name}`}, 0, 'singleDevice', false, ${now})`.execute(
				db,
			)
			return { id, passkey }
		}
		const [amal, zineb] = [await add('Amal'), await add('Zineb')]
		const keep = (key: AnalystKey) => keepStaffKey({ db, dataDir }, amal.id, key, now)
		const list = async () =>
			((await findOwnKey(db, amal.id))?.unlocks ?? []).map(({ way, sealed }) => [way.kind, sealed])
		return { db, amal, zineb, keep, list }
	}

	test('are one for each passkey and one for the passphrase, passkeys first; nobody takes one away for another', async () => {
		const { db, amal, zineb, keep, list } = await open()
		const [phrase, passkey, again] = [makeSealed(), makeSealed(), makeSealed()]
		const given = { kind: 'phrase', passkey: '', sealed: phrase }
		await expect(keepUnlock(db, amal.id, given, now)).rejects.toMatchObject({ code: 'keys.form' })
		await keep(await closed)
		await keepUnlock(db, amal.id, given, now)
		await keepUnlock(db, amal.id, { kind: 'passkey', passkey: amal.passkey, sealed: passkey }, now)
		await keepUnlock(db, amal.id, { ...given, sealed: again }, now)
		expect(await list()).toEqual([
			['passkey', passkey],
			['phrase', again],
		])
		const foreign = { kind: 'passkey', passkey: zineb.passkey, sealed: passkey }
		await expect(keepUnlock(db, amal.id, foreign, now)).rejects.toMatchObject({ code: 'keys.form' })
		const [first] = (await findOwnKey(db, amal.id))?.unlocks ?? []
		expect(first?.way).toEqual({ kind: 'passkey', credential: 'credential-of-Amal' })
		await removeUnlock(db, zineb.id, first?.id ?? '')
		expect(await list()).toHaveLength(2)
		await removeUnlock(db, amal.id, first?.id ?? '')
		expect(await list()).toEqual([['phrase', again]])
		expect(await listUnlockPasskeys(db, amal.id)).toHaveLength(1)
	})

	test('go with their passkey, with the passphrase they were under, and all with the key', async () => {
		const { db, amal, keep, list } = await open()
		const key = await closed
		await keep(key)
		const addBoth = async () => {
			await keepUnlock(db, amal.id, { kind: 'phrase', passkey: '', sealed: makeSealed() }, now)
			await keepUnlock(db, amal.id, { kind: 'passkey', passkey: amal.passkey, sealed: makeSealed() }, now)
		}
		await addBoth()
		await keep(key)
		expect((await list()).map(([kind]) => kind)).toEqual(['passkey'])
		await addBoth()
		const recipient = await toRecipient(await makeIdentity())
		if (!recipient.ok) throw new Error('making a key in the test failed')
		await keep({ ...key, recipient: recipient.value })
		expect(await list()).toEqual([])
		await addBoth()
		await sql`insert into staff_passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up)
			values (${crypto.randomUUID()}, 'x', ${amal.id}, 'another', 0, 'singleDevice', false)`.execute(db)
		await removePasskey(db, amal.id, amal.passkey)
		expect((await list()).map(([kind]) => kind)).toEqual(['phrase'])
	})
})
