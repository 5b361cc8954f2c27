import { base64 } from '@scure/base'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ok, type Result } from '#base'
import { argon2id } from '#tools/seal/argon2id'
import { makeIdentity, openText, seal, toRecipient } from '#tools/seal/sealed'
import {
	addDailyWrap,
	askPhrase,
	makeAnalystKey,
	parseDailyWrap,
	readSalt,
	unlockDaily,
	type AnalystKey,
	type DailyWay,
	type DailyWrap,
} from '../index.ts'

const passphrase = 'quatre mots sans rapport'
const [person, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const byPasskey: DailyWay = { kind: 'passkey', credential: 'Y3JlZGVudGlhbA' }
const secret = new Uint8Array(32).fill(0x5a)

const get = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}
/** The public half of a key that is none of ours. */
const makeRecipient = async (): Promise<string> => get(await toRecipient(await makeIdentity()))
const refusal = (result: Result<unknown> | Result<unknown, string>): string | undefined => {
	if (result.ok) return undefined
	return 'code' in result ? result.code : result.issues[0]?.message
}

let key: AnalystKey
let owner: { person: string; recipient: string }
let wrap: DailyWrap
beforeAll(async () => {
	key = await makeAnalystKey(passphrase)
	owner = { person, recipient: key.recipient }
	const ask = () => Promise.resolve(ok(secret))
	wrap = get(await addDailyWrap(key, passphrase, { person, way: byPasskey, ask }))
})

describe('a lock for every day', () => {
	test('opens the same key by the answer of its way, and the open key cannot be copied', async () => {
		const unlocked = get(await unlockDaily(wrap, owner, secret))
		expect(unlocked).toMatchObject({ recipient: key.recipient, signingKey: key.signingKey })
		expect(get(await openText(get(await seal('شي حاجة', key.recipient)), unlocked.identity))).toBe('شي حاجة')
		if (typeof unlocked.identity === 'string') throw new Error('this Node has X25519: it must be locked')
		expect(unlocked.identity.extractable).toBe(false)
		expect(JSON.stringify(unlocked)).not.toContain('AGE-SECRET-KEY')
	})

	test('opens by no other answer', async () => {
		const answers = fc.uint8Array({ minLength: 1, maxLength: 64 })
		await fc.assert(
			fc.asyncProperty(answers, async (answer) => {
				fc.pre(Buffer.compare(answer, secret) !== 0)
				expect(refusal(await unlockDaily(wrap, owner, answer))).toBe('way.other')
			}),
			{ numRuns: 40 },
		)
	})

	test('opens for no other person, key, passkey or kind of way, though the answer is right', async () => {
		for (const changed of [{ person: other }, { recipient: await makeRecipient() }])
			expect(refusal(await unlockDaily(wrap, { ...owner, ...changed }, secret))).toBe('way.other')
		const ways: DailyWay[] = [{ kind: 'phrase' }, { kind: 'passkey', credential: 'b3RoZXI' }]
		for (const way of ways)
			expect(refusal(await unlockDaily({ ...wrap, way }, owner, secret))).toBe('way.other')
	})

	test('one byte changed does not open', async () => {
		const bytes = base64.decode(wrap.sealed)
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const sealed = base64.encode(bytes.map((byte, index) => (index === at ? byte ^ change : byte)))
				expect(refusal(await unlockDaily({ ...wrap, sealed }, owner, secret))).toBe('way.other')
			}),
			{ numRuns: 40 },
		)
	})

	test('that says another key than the one inside is told, not opened', async () => {
		const recipient = await makeRecipient()
		const ask = () => Promise.resolve(ok(secret))
		const way = byPasskey
		const false_ = get(await addDailyWrap({ ...key, recipient }, passphrase, { person, way, ask }))
		expect(refusal(await unlockDaily(false_, { person, recipient }, secret))).toBe('key.damaged')
	})

	test('by passphrase opens with this passphrase only, typed on any keyboard; a wrong one makes none', async () => {
		const way: DailyWay = { kind: 'phrase' }
		const add = (typed: string) => addDailyWrap(key, typed, { person, way, ask: askPhrase(typed, argon2id) })
		expect(refusal(await add('quatre mots sans raison'))).toBe('key.passphrase')
		const quick = get(await add(passphrase))
		const open = async (typed: string) => {
			const answer = get(await askPhrase(typed, argon2id)(get(readSalt(quick.sealed))))
			return unlockDaily(quick, owner, answer)
		}
		expect((await open(` ${passphrase.normalize('NFD')} `)).ok).toBe(true)
		expect(refusal(await open('quatre mots sans raison'))).toBe('way.other')
	})

	test('is refused on arrival when it is not of its form', () => {
		const good = { kind: 'passkey', passkey: person, sealed: wrap.sealed }
		expect(parseDailyWrap(good)).toEqual({ ok: true, value: good })
		expect(parseDailyWrap({ ...good, kind: 'phrase', passkey: '' }).ok).toBe(true)
		for (const wrong of [
			{ kind: 'phrase' },
			{ kind: 'password' },
			{ passkey: '' },
			{ passkey: '../../etc' },
			{ sealed: '' },
			{ sealed: wrap.sealed.slice(4) },
			{ sealed: `${wrap.sealed.slice(0, -3)}B==` },
			{ sealed: 'A'.repeat(100_000) },
		])
			expect(refusal(parseDailyWrap({ ...good, ...wrong }))).toBe('keys.form')
		expect(refusal(readSalt('AAAA'))).toBe('key.damaged')
	})
})
