import { isActionFailure, type Cookies } from '@sveltejs/kit'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { day } from '#base'
import { listMessages } from '#domains/exchange/channel/server'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { seedDesk } from '../../../tests/support/desk-seed.ts'
import { addPartner, makeMessageId, note, openTestChannel } from '../../../tests/support/partner-channel.ts'
import { revokeKeyAct } from './partners/revoke-key.ts'

const origin = 'http://revoke.localhost'
const jar: Partial<Cookies> = {}

afterEach(() => vi.unstubAllEnvs())

const begin = async () => {
	const opened = await database('pglite')
	const { kysely: db } = opened
	const dataDir = makeFolder()
	vi.stubEnv('DATA_DIR', dataDir)
	vi.stubEnv('LOG_LEVEL', 'error')
	setDatabase(opened)
	const { people } = await seedDesk(db, { dataDir, origin })
	let now = new Date()
	const channel = await openTestChannel(db, { dataDir, now: () => now })
	const partner = await addPartner(db, now)
	const sendAt = async (at: Date): Promise<string> => {
		now = at
		const id = makeMessageId(at)
		await channel.send(partner, note, id)
		return id
	}
	const revoke = async (use: 'sign' | 'seal', since: string) => {
		const { rows } = await sql<{
			id: string
		}>`select id from partner_key where partner = ${partner.id} and use = ${use}`.execute(db)
		const url = new URL(`${origin}/desk/partners/${partner.id}?/revoke`)
		const staff = { id: people.supervisor.id, name: 'S', roles: ['supervisor'], language: 'fr' } as const
		const done = await revokeKeyAct({
			url,
			params: { id: partner.id },
			cookies: jar as Cookies,
			request: new Request(url, {
				method: 'POST',
				body: new URLSearchParams({ key: rows[0]?.id ?? '', why: 'stolen', since }),
			}),
			locals: {
				canaryDomain: undefined,
				staff: { ...staff, signedInAt: new Date(), formToken: 't', sessionId: partner.id },
			},
		})
		return isActionFailure(done) ? done.data : done
	}
	return { db, sendAt, revoke }
}

test('what came under a key since it was in other hands is set apart, what came before is to be looked at again', async () => {
	const { db, sendAt, revoke } = await begin()
	const today = new Date()
	const since = new Date(today.getTime() - 2 * day).toISOString().slice(0, 10)
	const before = await sendAt(new Date(today.getTime() - 5 * day))
	const after = await sendAt(today)
	expect(await revoke('sign', since)).toEqual({ setApart: { quarantined: 1, toReview: 1 } })
	expect(await listMessages(db, 'quarantined')).toMatchObject([{ id: after, why: 'key.revoked' }])
	expect(await listMessages(db, 'unread')).toMatchObject([{ id: before, why: 'key.revoked' }])
})

test('a key that signs nothing sets nothing apart', async () => {
	const { db, sendAt, revoke } = await begin()
	const id = await sendAt(new Date())
	expect(await revoke('seal', '')).toEqual({ setApart: { quarantined: 0, toReview: 0 } })
	expect(await listMessages(db, 'unread')).toMatchObject([{ id, why: null }])
})
