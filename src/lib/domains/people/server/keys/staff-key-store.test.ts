import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { makeAnalystKey, makeEpoch, planEpoch, wrapSecret } from '../../keys/index.ts'
import { addPerson, openPeople } from '../index.ts'
import { addGroupKey, findStaffKey, findWrap, keepStaffKey, listRecipients } from './index.ts'

const now = new Date('2026-11-26T10:40:00Z')

describe.each(engines)("a person's key on %s", (engine) => {
	const open = async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-keys-'))
		onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
		const { kysely } = await database(engine)
		const { db } = await openPeople({ kysely, dataDir, origin: 'https://desk.example', now: () => now })
		const id = await addPerson(db, { name: 'Amal', roles: ['analyst'], language: 'ar' }, now)
		return { db, dataDir, id }
	}

	test('is kept closed; another passphrase keeps the wraps, another key destroys them', async () => {
		const { db, dataDir, id } = await open()
		expect(await findStaffKey(db, id)).toBeUndefined()
		const key = await makeAnalystKey('quatre mots sans rapport')
		await keepStaffKey({ db, dataDir }, id, key, now)
		expect(await findStaffKey(db, id)).toEqual(key)
		expect(await listRecipients(db)).toEqual(new Map([[id, key.recipient]]))

		const span = planEpoch([], now)
		const { key: epoch, text } = await makeEpoch(span.id)
		const wrap = await wrapSecret(text, key.recipient)
		if (!wrap.ok) throw new Error('wrapping in the test failed')
		await addGroupKey(dataDir, { key: epoch, span, wraps: new Map([[id, wrap.value]]) }, now)
		await keepStaffKey({ db, dataDir }, id, key, now)
		expect(await findWrap(dataDir, span.id, id)).toEqual(wrap.value)
		await keepStaffKey({ db, dataDir }, id, await makeAnalystKey('quatre mots sans raison'), now)
		expect(await findWrap(dataDir, span.id, id)).toBeUndefined()
	})

	test('that is not of its form is refused and nothing changes', async () => {
		const { db, dataDir, id } = await open()
		const wrong = { recipient: 'age1x', signingKey: 'x', wrapped: 'AGE-SECRET-KEY-1' }
		await expect(keepStaffKey({ db, dataDir }, id, wrong, now)).rejects.toMatchObject({ code: 'keys.form' })
		expect(await findStaffKey(db, id)).toBeUndefined()
	})
})
