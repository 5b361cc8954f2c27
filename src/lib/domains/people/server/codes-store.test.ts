import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
	areCodesTried,
	enrolWithPassphrase,
	invite,
	makeTotpSecret,
	signInWithPassphrase,
	type People,
	type SignInAnswer,
} from './index.ts'

beforeEach(stopClock)
afterEach(startClock)

const hour = 3600
/** Seconds between two attempts of somebody who waits as long as every place asks. */
const patient = 31

describe.each(engines)('wrong codes beside the right passphrase on %s', (engine) => {
	const begin = async () => {
		const people = await open(engine)
		const { id, app } = await enrol(people)
		const codeAt = (seconds: number) => app.hotp(Math.floor(later(seconds).getTime() / 30_000))
		const attempt = (
			given: Partial<Parameters<typeof signInWithPassphrase>[2]>,
			seconds: number,
		): Promise<SignInAnswer> =>
			signInWithPassphrase(
				people.db,
				people.secret,
				{ name: 'amal', passphrase, code: '000000', deviceMark: undefined, ...given },
				later(seconds),
			)
		/** Guesses from a second on until one is not looked at. Answer: how many were, and when the last was. */
		const guessFrom = async (from: number): Promise<{ looked: number; last: number }> => {
			for (let looked = 0, at = from; ; looked++, at += patient) {
				const answer = await attempt({}, at)
				if (answer.ok) throw new Error('guessed')
				if (answer.wait > 0) return { looked, last: at - patient }
			}
		}
		return { people, id, codeAt, attempt, guessFrom }
	}
	const tried = (people: People, id: string, seconds: number) => areCodesTried(people, id, later(seconds))

	test('five are looked at, then none for an hour, the right one neither, and whoever has the passphrase is told', async () => {
		const { codeAt, attempt, guessFrom } = await begin()
		const { looked, last } = await guessFrom(60)
		expect(looked).toBe(5)
		const right = last + hour - 60
		expect(await attempt({ code: await codeAt(right) }, right)).toEqual({ ok: false, wait: 60_000 })
		expect(
			await attempt({ passphrase: 'another passphrase' }, right + patient),
			'nobody else is told',
		).toEqual({
			ok: false,
			wait: 0,
		})
		const over = last + hour
		expect(await attempt({ code: await codeAt(over) }, over + 1), 'it ends by itself').toMatchObject({
			ok: true,
		})
	})

	test('whoever guesses on gets one more an hour: thirty a day, not thousands', async () => {
		const { guessFrom } = await begin()
		let [guesses, at] = [0, 60]
		while (at < 24 * hour) {
			const { looked, last } = await guessFrom(at)
			guesses += looked
			at = last + hour + 1
		}
		expect(guesses).toBeLessThanOrEqual(30)
	})

	test('a browser on which the person has signed in is not held up, and is told what is tried elsewhere', async () => {
		const { people, id, codeAt, attempt, guessFrom } = await begin()
		const first = await attempt({ code: await codeAt(60) }, 60)
		const deviceMark = first.ok ? first.deviceMark : ''
		expect(await tried(people, id, 60)).toBe(false)
		const { last } = await guessFrom(120)
		const now = last + patient
		expect(await attempt({ code: await codeAt(now), deviceMark }, now)).toMatchObject({ ok: true })
		expect(await tried(people, id, now), 'signing in here does not hide it').toBe(true)
		expect(await tried(people, id, last + 24 * hour), 'the day after').toBe(true)
		expect(await tried(people, id, last + 24 * hour + 1)).toBe(false)
	})

	test('without the passphrase nobody brings it about', async () => {
		const { people, id, codeAt, attempt } = await begin()
		for (let at = 60; at < 60 + 20 * patient; at += patient)
			await attempt({ passphrase: 'a wrong passphrase', code: await codeAt(at) }, at)
		expect(await tried(people, id, 60 + 20 * patient)).toBe(false)
		const now = 60 + 21 * patient
		expect(await attempt({ code: await codeAt(now) }, now)).toMatchObject({ ok: true })
	})

	test('a second person ends it: who is invited anew signs in at once', async () => {
		const { people, id, guessFrom } = await begin()
		const { last } = await guessFrom(60)
		const token = await invite(people.db, id, start)
		const { typed, sealed } = await makeTotpSecret(people.secret, { id, name: 'Amal' }, start)
		const app = toApp(typed)
		const other = `${passphrase} encore`
		const given = { passphrase: other, again: other, sealed, code: await app.totp() }
		expect(await enrolWithPassphrase(people, token, given, start)).toEqual({ ok: true, value: id })
		expect(await tried(people, id, last)).toBe(false)
		const now = last + 2 * patient
		const code = await app.hotp(Math.floor(later(now).getTime() / 30_000))
		const answer = await signInWithPassphrase(
			people.db,
			people.secret,
			{ name: 'amal', passphrase: other, code, deviceMark: undefined },
			later(now),
		)
		expect(answer).toMatchObject({ ok: true, personId: id })
	})
})
