import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { engines } from '../../../../../tests/support/database.ts'
import {
	enrol,
	later,
	open,
	passphrase,
	start,
	startClock,
	stopClock,
	toApp,
} from '../../../../../tests/support/people.ts'
import {
	keepTotpSecret,
	listPeople,
	listWaysIn,
	setDisabled,
	signInWithPassphrase,
	type People,
} from './index.ts'

beforeEach(stopClock)
afterEach(startClock)

describe.each(engines)('signing in with a passphrase on %s', (engine) => {
	const attempt = (people: People, given: Partial<Parameters<typeof signInWithPassphrase>[2]>, now: Date) =>
		signInWithPassphrase(
			people.db,
			people.secret,
			{ name: 'amal', passphrase, code: '', deviceMark: undefined, ...given },
			now,
		)

	test('needs name, passphrase and a code that was not used before', async () => {
		const people = await open(engine)
		const { id, app } = await enrol(people)
		const used = await app.totp()
		expect(await attempt(people, { code: used }, later(1)), 'the code of the enrolment').toEqual({
			ok: false,
			wait: 0,
		})
		const code = await app.hotp(Math.floor(later(60).getTime() / 30_000))
		expect(await attempt(people, { code, passphrase: `${passphrase}.` }, later(60))).toEqual({
			ok: false,
			wait: 0,
		})
		expect(await attempt(people, { code }, later(61))).toMatchObject({ ok: true, personId: id })
		expect(await attempt(people, { code }, later(62)), 'the same code again').toEqual({ ok: false, wait: 0 })
	})

	test('gives a name that nobody has, a closed account and a wrong code one answer', async () => {
		const people = await open(engine)
		await enrol(people)
		const { id, app } = await enrol(people, 'Youssef', ['analyst'])
		await setDisabled(people.db, id, true, start)
		const code = await app.hotp(Math.floor(later(60).getTime() / 30_000))
		for (const given of [
			{ name: 'nobody' },
			{ name: 'youssef', code },
			{ code: '000000' },
			{ name: 'x'.repeat(1e6) },
		])
			expect(await attempt(people, given, later(60))).toEqual({ ok: false, wait: 0 })
	})

	test('does the same work for a name that nobody has, a wrong passphrase and a wrong code', async () => {
		const people = await open(engine)
		await enrol(people)
		const sign = vi.spyOn(crypto.subtle, 'sign')
		const count = async (given: Parameters<typeof attempt>[1]) => {
			await attempt(people, given, later(60))
			const { length } = sign.mock.calls.splice(0)
			await people.db.deleteFrom('staff_attempt').execute()
			return length
		}
		await count({ name: 'nobody', code: '000000' })
		const counts = [
			await count({ name: 'nobody', code: '000000' }),
			await count({ code: '000000', passphrase: 'a wrong passphrase' }),
			await count({ code: '000000' }),
		]
		sign.mockRestore()
		expect(counts).toEqual([3, 3, 3])
	})

	test('slows guessing down, and never the browser on which the person has signed in before', async () => {
		const people = await open(engine)
		const { app } = await enrol(people)
		const codeAt = (seconds: number) => app.hotp(Math.floor(later(seconds).getTime() / 30_000))
		const first = await attempt(people, { code: await codeAt(60) }, later(60))
		const deviceMark = first.ok ? first.deviceMark : ''
		const waits: number[] = []
		for (let second = 61; second < 261; second++) {
			const answer = await attempt(people, { passphrase: '' }, later(second))
			if (!answer.ok) waits.push(answer.wait)
		}
		expect(waits.filter((wait) => wait === 0).length, 'guesses looked at in 200 s').toBeLessThan(14)
		expect(Math.max(...waits)).toBeLessThanOrEqual(30_000)
		const strange = await attempt(people, { code: await codeAt(261) }, later(261))
		expect(strange).toMatchObject({ ok: false })
		const other = await attempt(people, { code: await codeAt(262), deviceMark: `${deviceMark}x` }, later(262))
		expect(other).toMatchObject({ ok: false })
		expect(await attempt(people, { code: await codeAt(262), deviceMark }, later(262))).toMatchObject({
			ok: true,
		})
	})

	test('looks at one of many guesses that come at the same moment', async () => {
		const people = await open(engine)
		await enrol(people)
		const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(people, {}, later(60))))
		expect(answers.filter((answer) => !answer.ok && answer.wait === 0).length).toBeLessThan(5)
	})

	test('a kept secret of an app is shown to nobody, and of no use in another row', async () => {
		const people = await open(engine)
		const amal = await enrol(people)
		const { id, app: own } = await enrol(people, 'Youssef', ['analyst'])
		const { secret: sealed } = await people.db
			.selectFrom('staff_two_factor')
			.where('user_id', '=', amal.id)
			.select('secret')
			.executeTakeFirstOrThrow()
		const shown = await keepTotpSecret(people.secret, { id: amal.id, name: 'Amal' }, sealed, new Date())
		expect(await toApp(shown.typed).totp()).not.toBe(await amal.app.totp())
		const shownAgain = await keepTotpSecret(
			people.secret,
			{ id: amal.id, name: 'Amal' },
			amal.sealed,
			new Date(),
		)
		expect(await toApp(shownAgain.typed).totp(), 'its form was still open').toBe(await amal.app.totp())
		vi.setSystemTime(later(31 * 60))
		const over = await keepTotpSecret(people.secret, { id: amal.id, name: 'Amal' }, amal.sealed, new Date())
		expect(await toApp(over.typed).totp(), 'its form is over').not.toBe(await amal.app.totp())
		vi.setSystemTime(start)
		await people.db
			.updateTable('staff_two_factor')
			.set({ secret: sealed })
			.where('user_id', '=', id)
			.execute()
		const app = own
		const code = await app.hotp(Math.floor(later(60).getTime() / 30_000))
		expect(await attempt(people, { name: 'youssef', code }, later(60))).toEqual({ ok: false, wait: 0 })
		const everything =
			JSON.stringify(await listPeople(people.db)) + JSON.stringify(await listWaysIn(people.db, id))
		expect(everything).not.toContain(sealed)
	})

	test('refuses what is longer than a passphrase can be', async () => {
		const people = await open(engine)
		await enrol(people)
		expect(await attempt(people, { passphrase: 'x'.repeat(10_000_000) }, start)).toMatchObject({ ok: false })
	})
})
