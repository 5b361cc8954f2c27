/** The attack of the review (F3): a hand in the database that puts its own key among those to whom the next period is given. */
import { randomUUID } from 'node:crypto'
import type { Cookies } from '@sveltejs/kit'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { makeAnalystKey } from '#domains/people/keys'
import { addPerson } from '#domains/people/server'
import { findForeignKey } from '#domains/people/server/keys'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../../tests/support/child.ts'
import { database } from '../../../../tests/support/database.ts'
import { keepKeyAct } from './keep.ts'

const jar: Partial<Cookies> = { get: () => undefined }
const cookies = jar as Cookies

test('a key that its person has kept stands in the record; one that was changed, or put there, is found', async () => {
	const opened = await database('pglite')
	const { kysely: db } = opened
	vi.stubEnv('DATA_DIR', makeFolder())
	setDatabase(opened)
	const hire = (name: string) => addPerson(db, { name, roles: ['analyst'], language: 'fr' }, new Date())
	const [hind, amal] = [await hire('Hind'), await hire('Amal')]
	const url = new URL('http://keys.test/desk/keys')
	const keep = async (id: string): Promise<void> => {
		const { recipient, signingKey, wrapped } = await makeAnalystKey('quatre mots sans rapport')
		const request = new Request(url, {
			method: 'POST',
			body: new URLSearchParams({ recipient, signingKey, wrapped }),
		})
		const staff = { id, roles: ['analyst'], name: 'x', language: 'fr', signedInAt: new Date() } as const
		await keepKeyAct({
			url,
			cookies,
			params: {},
			request,
			locals: { canaryDomain: undefined, staff: { ...staff, formToken: 't', sessionId: randomUUID() } },
		})
	}
	await keep(hind)
	await keep(amal)
	expect(await findForeignKey(db)).toBeUndefined()
	await sql`update staff_key set recipient = (select recipient from staff_key where user_id = ${amal}) where user_id = ${hind}`.execute(
		db,
	)
	expect(await findForeignKey(db), 'a key of somebody else').toMatch(
		new RegExp(`^key of ${hind}: no act`, 'u'),
	)
	await keep(hind)
	expect(await findForeignKey(db)).toBeUndefined()
	const ghost = await hire('Personne')
	await sql`insert into staff_key (user_id, recipient, signing_key, wrapped, made_hour)
		select ${ghost}::uuid, recipient || 'x', signing_key, wrapped, made_hour from staff_key where user_id = ${hind}`.execute(
		db,
	)
	expect(await findForeignKey(db)).toContain(`key of ${ghost}: no act`)
})
