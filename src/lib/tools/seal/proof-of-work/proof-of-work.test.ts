import { solveChallenge as solveByLibrary } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { makeChallenge, verifyWork, type Challenge, type ClaimOnce } from './index.ts'
import { solveChallenge } from './solver/index.ts'

const secret = new Uint8Array(32).fill(9)
const later = new Date(Date.now() + 600_000)

const makeClaim = (): ClaimOnce & { ids: Set<string> } => {
	const ids = new Set<string>()
	const claim = async (id: string) => {
		const isFirst = !ids.has(id)
		ids.add(id)
		return isFirst
	}
	return Object.assign(claim, { ids })
}
const check = (text: string, change: Partial<Parameters<typeof verifyWork>[1]> = {}) =>
	verifyWork(text, { form: 'report', secret, now: new Date(), claimOnce: makeClaim(), ...change })

const challenge = await makeChallenge({ form: 'report', secret, expiresAt: later, tries: 4 })
const solved = await solveChallenge(challenge)
type Sent = { challenge: Challenge; solution: { counter: number; derivedKey: string } }
const read = (text: string): Sent => JSON.parse(atob(text)) as Sent
const change = (edit: (sent: Sent) => void): string => {
	const sent = read(solved)
	edit(sent)
	return btoa(JSON.stringify(sent))
}

test('work that was done for a form counts there', async () => {
	expect(await check(solved)).toEqual({ ok: true })
})

test('the solver finds what the library’s own solver finds', async () => {
	const theirs = await solveByLibrary({ challenge, deriveKey })
	expect(read(solved).solution).toEqual({ counter: theirs?.counter, derivedKey: theirs?.derivedKey })
})

test('the number of tries lies between half and one and a half of what was wanted', async () => {
	for (let round = 0; round < 10; round++) {
		const work = await solveChallenge(
			await makeChallenge({ form: 'report', secret, expiresAt: later, tries: 10 }),
		)
		expect(read(work).solution.counter).toBeGreaterThanOrEqual(5)
		expect(read(work).solution.counter).toBeLessThanOrEqual(15)
	}
})

test('the same work counts once, also when it comes twenty times at once', async () => {
	const claimOnce = makeClaim()
	const answers = await Promise.all(Array.from({ length: 20 }, () => check(solved, { claimOnce })))
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
	expect(answers.filter((answer) => !answer.ok && answer.reason === 'used')).toHaveLength(19)
})

test('the same work in other letters counts once too', async () => {
	const claimOnce = makeClaim()
	expect((await check(solved, { claimOnce })).ok).toBe(true)
	const { challenge, solution } = read(solved)
	const spaced = btoa(JSON.stringify({ solution, challenge }, undefined, 1))
	expect(await check(spaced, { claimOnce })).toEqual({ ok: false, reason: 'used' })
})

test('work ends at its time, to the second', async () => {
	const end = read(solved).challenge.parameters.expiresAt * 1000
	expect(await check(solved, { now: new Date(end - 1) })).toMatchObject({ ok: true })
	expect(await check(solved, { now: new Date(end) })).toEqual({ ok: false, reason: 'expired' })
})

test('work for one form does not count for another', async () => {
	expect(await check(solved, { form: 'mailbox' })).toEqual({ ok: false, reason: 'other-form' })
})

test('work for another secret does not count, and only genuine work is remembered', async () => {
	const claimOnce = makeClaim()
	const answer = await check(solved, { secret: new Uint8Array(32).fill(8), claimOnce })
	expect(answer).toEqual({ ok: false, reason: 'forged' })
	expect(claimOnce.ids.size).toBe(0)
})

describe('a challenge cannot be cut and joined anew', () => {
	const day = 86_400
	test.each<[string, (sent: Sent) => void]>([
		['a later end', ({ challenge: { parameters } }) => (parameters.expiresAt += day)],
		['an end one second later', ({ challenge: { parameters } }) => (parameters.expiresAt += 1)],
		[
			'an end with a digit more',
			({ challenge: { parameters } }) => (parameters.expiresAt = Number(`${parameters.expiresAt}9`)),
		],
		['another form', ({ challenge: { parameters } }) => (parameters.data.form = 'report-2')],
		['less work', ({ challenge: { parameters } }) => (parameters.cost = 1)],
		['another nonce', ({ challenge: { parameters } }) => (parameters.nonce = parameters.salt)],
		[
			'digits moved from the salt to the nonce',
			({ challenge: { parameters } }) => {
				parameters.nonce += parameters.salt.slice(0, 2)
				parameters.salt = parameters.salt.slice(2)
			},
		],
		[
			'salt and nonce changed over',
			({ challenge: { parameters } }) =>
				([parameters.salt, parameters.nonce] = [parameters.nonce, parameters.salt]),
		],
		[
			'another prefix',
			({ challenge: { parameters } }) =>
				(parameters.keyPrefix = parameters.keyPrefix.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))),
		],
		[
			'another answer',
			({ solution }) =>
				(solution.derivedKey = solution.derivedKey.replace(/.$/u, (digit) => (digit === '0' ? '1' : '0'))),
		],
		[
			'only the told half of the answer',
			({ solution }) => (solution.derivedKey = solution.derivedKey.slice(0, 32).padEnd(64, '0')),
		],
		['another signature', ({ challenge }) => (challenge.signature = challenge.parameters.keySignature)],
		['a signature in capitals', ({ challenge }) => (challenge.signature = challenge.signature.toUpperCase())],
		[
			'one field more',
			({ challenge: { parameters } }) => Object.assign(parameters, { expires: 9_999_999_999 }),
		],
		[
			'no key signature',
			({ challenge: { parameters } }) => Reflect.deleteProperty(parameters, 'keySignature'),
		],
		['no end', ({ challenge: { parameters } }) => Reflect.deleteProperty(parameters, 'expiresAt')],
		[
			'an end that is text',
			({ challenge: { parameters } }) =>
				Object.assign(parameters, { expiresAt: String(parameters.expiresAt) }),
		],
	])('%s', async (_, edit) => {
		const answer = await check(change(edit))
		expect(answer).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/^(?:forged|malformed|other-form)$/u) as string,
		})
	})

	test('another form, asked for by its own name', async () => {
		const other = change(({ challenge: { parameters } }) => (parameters.data.form = 'report-2'))
		expect(await check(other, { form: 'report-2' })).toEqual({ ok: false, reason: 'forged' })
	})

	test('the answer of one challenge with the questions of another', async () => {
		const second = read(
			await solveChallenge(await makeChallenge({ form: 'report', secret, expiresAt: later, tries: 4 })),
		)
		const { parameters } = read(solved).challenge
		const { keyPrefix, keySignature } = second.challenge.parameters
		for (const mixed of [
			{ challenge: second.challenge, solution: read(solved).solution },
			{
				challenge: {
					parameters: { ...parameters, keyPrefix, keySignature },
					signature: read(solved).challenge.signature,
				},
				solution: second.solution,
			},
		])
			expect(await check(btoa(JSON.stringify(mixed)))).toEqual({ ok: false, reason: 'forged' })
	})
})

describe('hostile input', () => {
	test.each([
		'',
		'x',
		'=',
		btoa('null'),
		btoa('[]'),
		btoa('{"challenge":{},"solution":{}}'),
		btoa('{"challenge":null,"solution":null}'),
		btoa('{"__proto__":{"challenge":1},"challenge":{},"solution":{}}'),
		btoa('['.repeat(1000)),
		'A'.repeat(100_000),
		solved.slice(0, -8),
		`${solved} `,
		encodeURIComponent(solved),
		change(({ solution }) => (solution.counter = -1)),
		change(({ solution }) => (solution.counter = 1.5)),
		change(({ challenge: { parameters } }) => (parameters.cost = 2 ** 50)),
		change(({ challenge: { parameters } }) => (parameters.salt = `${parameters.salt}\u0000`)),
	])('is refused as malformed: %.40j', async (text) => {
		expect(await check(text)).toEqual({ ok: false, reason: 'malformed' })
	})

	test('any text at all is refused without a throw', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string(),
					fc.json().map((json) => btoa(encodeURIComponent(json))),
				),
				async (text) => {
					expect(await check(text)).toMatchObject({ ok: false })
				},
			),
		)
	})

	test('a thousand forged and repeated works cost three hashes each at most, and not one of the dear kind', async () => {
		const claimOnce = makeClaim()
		await check(solved, { claimOnce })
		const forged = change(({ challenge: { parameters } }) => (parameters.salt = parameters.nonce))
		const dear = vi.spyOn(crypto.subtle, 'deriveBits')
		const cheap = vi.spyOn(crypto.subtle, 'sign')
		for (let round = 0; round < 1000; round++) {
			const answer = await check(round % 2 === 0 ? forged : solved, { claimOnce })
			expect(answer).toEqual({ ok: false, reason: round % 2 === 0 ? 'forged' : 'used' })
		}
		expect(dear).not.toHaveBeenCalled()
		expect(cheap.mock.calls.length).toBeGreaterThan(0)
		expect(cheap.mock.calls.length).toBeLessThanOrEqual(3000)
	})
})

test('the solver can be stopped, before it starts and on its way', async () => {
	const long = await makeChallenge({ form: 'report', secret, expiresAt: later, tries: 100_000 })
	await expect(solveChallenge(long, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left')
	const leaving = new AbortController()
	const onTry = (tries: number) => tries === 3 && leaving.abort(new Error('left at three'))
	await expect(solveChallenge(long, { signal: leaving.signal, onTry })).rejects.toThrow('left at three')
})

test.each<[string, Partial<Parameters<typeof makeChallenge>[0]>]>([
	['no form', { form: '' }],
	['a form with a space', { form: 'a b' }],
	['a short secret', { secret: new Uint8Array(8) }],
	['no time', { expiresAt: new Date('never') }],
	['no work', { tries: 0 }],
])('makeChallenge() refuses %s', async (_, change) => {
	await expect(makeChallenge({ form: 'report', secret, expiresAt: later, ...change })).rejects.toThrow(
		'challenge',
	)
})
