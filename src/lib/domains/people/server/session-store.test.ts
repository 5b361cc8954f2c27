import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { engines } from '../../../../../tests/support/database.ts'
import {
	enrol,
	later,
	open,
	openSession,
	passphrase,
	start,
	startClock,
	stopClock,
	toApp,
} from '../../../../../tests/support/people.ts'
import {
	endSessions,
	findSignedIn,
	isFormToken,
	peekSignedIn,
	makeTotpSecret,
	pruneChallenges,
	renewPassphrase,
	setDisabled,
	setRoles,
} from './index.ts'

beforeEach(stopClock)
afterEach(startClock)

describe.each(engines)('sessions on %s', (engine) => {
	test('are kept by a cookie of this host alone, and without a word about the visitor', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const { cookie, headers } = await openSession(people, id)
		expect(cookie).toMatch(/^__Host-thiqa\.session_token=/u)
		for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'])
			expect(cookie).toContain(attribute)
		expect(cookie).not.toMatch(/Domain=/iu)
		const row = await sql`select * from staff_session`.execute(people.db)
		expect(row.rows).toMatchObject([{ ip_address: null, user_agent: null }])
		expect(JSON.stringify(row.rows)).not.toMatch(/canary|203\.0/u)
		expect(await findSignedIn(people, headers, new Date())).toMatchObject({
			id,
			name: 'Amal',
			roles: ['supervisor'],
			language: 'ar',
			signedInAt: start,
		})
	})

	test('cannot hold an address, whatever writes it', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		await openSession(people, id)
		await expect(
			sql`update staff_session set ip_address = '203.0.113.7'`.execute(people.db),
		).rejects.toMatchObject({
			code: '23514',
		})
	})

	test.each([
		['half an hour without a request', [31 * 60], false],
		['a request every 25 minutes', [25 * 60, 50 * 60, 75 * 60], true],
		['twelve hours, however busy', Array.from({ length: 31 }, (_, index) => index * 25 * 60), false],
	])('%s: %j', async (_, seconds, isAlive) => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const { headers } = await openSession(people, id)
		let found: unknown
		for (const second of seconds) {
			vi.setSystemTime(later(second))
			found = await findSignedIn(people, headers, new Date())
		}
		expect(found !== undefined).toBe(isAlive)
	})

	test('are not kept open by a page that asks by itself', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const { headers } = await openSession(people, id)
		for (const minutes of [5, 15, 29]) {
			vi.setSystemTime(later(minutes * 60))
			expect(await peekSignedIn(people, headers)).toMatchObject({ id })
		}
		vi.setSystemTime(later(31 * 60))
		expect(await peekSignedIn(people, headers)).toBeUndefined()
		expect(await findSignedIn(people, headers, new Date())).toBeUndefined()
	})

	test('end everywhere at once, with a closed account, and with changed roles', async () => {
		const people = await open(engine)
		await enrol(people)
		const { id } = await enrol(people, 'Youssef', ['analyst'])
		const ends = [
			() => endSessions(people.db, id),
			() => setRoles(people.db, { id, held: ['triager'] }),
			() => setDisabled(people.db, id, true, new Date()),
		]
		for (const end of ends) {
			const sessions = [await openSession(people, id), await openSession(people, id)]
			await end()
			for (const { headers } of sessions)
				expect(await findSignedIn(people, headers, new Date())).toBeUndefined()
		}
		await expect(openSession(people, id), 'of a closed account').rejects.toThrow()
	})

	test('a cookie that was changed or made elsewhere opens nothing', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const { headers } = await openSession(people, id)
		const { token } = await people.db.selectFrom('staff_session').select('token').executeTakeFirstOrThrow()
		const name = '__Host-thiqa.session_token'
		for (const cookie of [
			`${name}=${token}`,
			`${name}=${token}.AAAA`,
			(headers.get('cookie') ?? '').slice(0, -6),
		])
			expect(await findSignedIn(people, new Headers({ cookie }), new Date())).toBeUndefined()
	})

	test('a form of one session is no form of another', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const [one, two] = await Promise.all(
			[1, 2].map(async () => findSignedIn(people, (await openSession(people, id)).headers, new Date())),
		)
		if (!one || !two) throw new Error('opening two sessions: one is not there')
		expect(isFormToken(one, one.formToken)).toBe(true)
		for (const wrong of [two.formToken, '', undefined, null]) expect(isFormToken(one, wrong)).toBe(false)
	})

	test('a new passphrase signs everyone else out who came in by the old one', async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const [own, other] = [await openSession(people, id), await openSession(people, id)]
		const staff = await findSignedIn(people, own.headers, new Date())
		if (!staff) throw new Error('opening a session: it is not there')
		const secret = await makeTotpSecret(people.secret, staff, start)
		const next = { passphrase: `${passphrase} encore`, again: `${passphrase} encore` }
		const code = await toApp(secret.typed).totp()
		const renewed = await renewPassphrase(people, staff, { ...next, sealed: secret.sealed, code }, start)
		expect(renewed.ok).toBe(true)
		expect(await findSignedIn(people, own.headers, new Date())).toMatchObject({ id })
		expect(await findSignedIn(people, other.headers, new Date())).toBeUndefined()
	})

	test('unfinished sign-ins do not pile up', async () => {
		const people = await open(engine)
		await sql`insert into staff_verification (id, identifier, value, expires_at, created_at, updated_at)
			select gen_random_uuid(), n::text, '{}', ${start}::timestamptz + n * interval '1 ms', now(), now()
			from generate_series(1, 6000) as n`.execute(people.db)
		await pruneChallenges(people.db, start)
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from staff_verification`.execute(
			people.db,
		)
		expect(rows).toEqual([{ n: 5000 }])
	})
})
