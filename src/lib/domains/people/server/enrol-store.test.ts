import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerRegistration } from '../../../../../tests/support/authenticator.ts'
import { engines } from '../../../../../tests/support/database.ts'
import {
	enrol,
	open,
	openSession,
	passphrase,
	start,
	startClock,
	stopClock,
	toApp,
} from '../../../../../tests/support/people.ts'
import {
	enrolWithPasskey,
	enrolWithPassphrase,
	findSignedIn,
	invitationHeader,
	invite,
	makeTotpSecret,
	renewPassphrase,
	type People,
} from './index.ts'

beforeEach(stopClock)
afterEach(startClock)

/** The same people on a database that fails at the nth statement. `hasFailed`: whether there were so many. */
const breakAt = (people: People, nth: number) => {
	let count = 0
	const plugin: KyselyPlugin = {
		transformQuery: ({ node }) => {
			if (++count === nth) throw new Error('the machine went out')
			return node
		},
		transformResult: ({ result }) => Promise.resolve(result),
	}
	return { people: { ...people, db: people.db.withPlugin(plugin) }, hasFailed: () => count >= nth }
}

describe.each(engines)('somebody is interrupted on %s', (engine) => {
	/** Someone who has a way in already, and what they would type to get another. */
	const begin = async () => {
		const people = await open(engine)
		const { id } = await enrol(people)
		const { typed, sealed } = await makeTotpSecret(people.secret, { id, name: 'Amal' }, start)
		const other = `${passphrase} encore`
		const given = { passphrase: other, again: other, sealed, code: await toApp(typed).totp() }
		/** All by which they sign in, and may sign in anew. */
		const readWays = async () => {
			const tables = [
				...(['staff_account', 'staff_two_factor', 'staff_passkey'] as const),
				...(['staff_session', 'staff_invitation'] as const),
			] as const
			const rows = []
			for (const table of tables) rows.push(await people.db.selectFrom(table).selectAll().execute())
			return rows
		}
		return { people, id, given, readWays }
	}

	test('using an invitation: at whatever statement it ends, all is as before, and it can be used again', async () => {
		const { people, id, given, readWays } = await begin()
		const token = await invite(people.db, id, start)
		const before = await readWays()
		let step = 1
		for (; ; step++) {
			const broken = breakAt(people, step)
			const enrolled = await enrolWithPassphrase(broken.people, token, given, start).catch(() => undefined)
			if (!broken.hasFailed()) {
				expect(enrolled).toEqual({ ok: true, value: id })
				break
			}
			expect(await readWays(), `statement ${step}`).toEqual(before)
		}
		expect(step, 'it looks, uses, clears four tables and writes two').toBeGreaterThan(8)
		expect(await readWays()).not.toEqual(before)
	})

	test('changing a passphrase: where it ends early all is as before, never the new one beside old sessions', async () => {
		const { people, id, given, readWays } = await begin()
		const [here, elsewhere] = [await openSession(people, id), await openSession(people, id)]
		const me = await findSignedIn(people, here.headers, start)
		if (!me) throw new Error('nobody is signed in')
		const before = await readWays()
		for (let step = 1; ; step++) {
			const broken = breakAt(people, step)
			await renewPassphrase(broken.people, me, given, start).catch(() => undefined)
			if (!broken.hasFailed()) break
			expect(await readWays(), `statement ${step}`).toEqual(before)
		}
		expect(await findSignedIn(people, elsewhere.headers, start)).toBeUndefined()
		expect(await findSignedIn(people, here.headers, start)).toBeDefined()
	})

	/** A device that was asked to make a passkey for an invitation, and the request with which its browser finishes. */
	const beginPasskey = async ({ auth, origin }: People, token: string): Promise<Request> => {
		const path = `${origin}/desk/auth/passkey`
		const own = { origin, [invitationHeader]: token }
		const begun = await auth.handler(new Request(`${path}/generate-register-options`, { headers: own }))
		const { challenge } = (await begun.json()) as { challenge: string }
		const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
		const body = JSON.stringify({ response: answerRegistration(challenge, origin), createSession: true })
		const headers = { ...own, cookie, 'content-type': 'application/json' }
		return new Request(`${path}/verify-registration`, { method: 'POST', headers, body })
	}

	test('using an invitation with a passkey: at whatever statement it ends, all is as before, and it can be used again', async () => {
		const { people, id, readWays } = await begin()
		const token = await invite(people.db, id, start)
		const before = await readWays()
		let step = 1
		for (; ; step++) {
			const broken = breakAt(people, step)
			const request = await beginPasskey(people, token)
			const answer = await enrolWithPasskey(broken.people, request, () => start).catch(() => undefined)
			if (!broken.hasFailed()) {
				expect(answer?.status).toBe(200)
				expect(answer?.headers.getSetCookie().join()).toContain('session')
				break
			}
			expect(answer?.ok, `statement ${step}`).not.toBe(true)
			expect(await readWays(), `statement ${step}`).toEqual(before)
		}
		expect(step, 'it looks, uses, clears four tables and writes two').toBeGreaterThan(8)
		expect(await people.db.selectFrom('staff_passkey').select('user_id').execute()).toEqual([{ user_id: id }])
		expect(await people.db.selectFrom('staff_invitation').selectAll().execute()).toEqual([])
	})
})
