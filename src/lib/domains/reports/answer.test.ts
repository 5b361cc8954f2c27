import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMessage, letterLimit, openAnswer, parseMessage, signAnswer, type Answer } from './answer.ts'

const seed = new Uint8Array(32).fill(3)
const keys = [await getPublicKeyAsync(new Uint8Array(32).fill(4)), await getPublicKeyAsync(seed)]
const sign = (message: Uint8Array): Promise<Uint8Array> => signAsync(message, seed)
const nonce = 'AAAAAAAAAAAAAAAAAAAAAA'
const answer: Answer = {
	v: 1,
	form: 'answer',
	report: nonce,
	n: 1,
	hour: '2026-03-01T10:00:00Z',
	language: 'ar',
	text: 'قرينا رسالتك',
}

test('an answer is read when a known key signed it for this report', async () => {
	for (const value of [answer, { ...answer, safeHours: { from: 22, to: 6 } }])
		expect(await openAnswer(await signAnswer(value, sign), keys, nonce)).toEqual({ ok: true, value })
})

test('whatever is changed in an answer, it is not shown', async () => {
	const signed = JSON.parse(await signAnswer(answer, sign)) as Record<string, unknown>
	const changed = fc.constantFrom<Record<string, unknown>>(
		{ text: 'قرينا' },
		{ n: 2 },
		{ hour: '2026-03-01T11:00:00Z' },
		{ language: 'fr' },
		{ v: 2 },
		{ more: 1 },
		{ safeHours: { from: 1, to: 2 } },
		{ signature: 'A'.repeat(86) },
		{ signature: 1 },
		{ report: `${nonce.slice(1)}Q` },
		{ text: 5 },
		{ n: 1.5 },
	)
	await fc.assert(
		fc.asyncProperty(changed, async (change) => {
			expect((await openAnswer(JSON.stringify({ ...signed, ...change }), keys, nonce)).ok).toBe(false)
		}),
	)
	expect((await openAnswer(JSON.stringify(signed), [keys[0] ?? seed], nonce)).ok).toBe(false)
	expect((await openAnswer(JSON.stringify(signed), keys, `${nonce.slice(1)}Q`)).ok).toBe(false)
})

test('the order of names and the spaces in the JSON do not matter: the meaning is signed', async () => {
	const signed = JSON.parse(await signAnswer(answer, sign)) as Record<string, unknown>
	const turned = JSON.stringify(Object.fromEntries(Object.entries(signed).reverse()), null, 2)
	expect((await openAnswer(turned, keys, nonce)).ok).toBe(true)
})

test('other safe hours may go without a word, and only hours of a day', () => {
	const message = { epoch: '2026-03', nonce, n: 1, text: '', safeHours: { from: 18, to: 20 } }
	const text = formatMessage(message)
	expect(text.ok && parseMessage(text.value, '2026-03')).toMatchObject({ ok: true, value: message })
	for (const safeHours of [
		{ from: 18 },
		{ from: 18, to: 24 },
		{ from: '1', to: 2 },
		{ from: 1, to: 2, at: 3 },
		5,
	]) {
		const changed = JSON.stringify({ ...message, v: 1, form: 'message', safeHours })
		expect(parseMessage(changed, '2026-03').ok).toBe(false)
	}
})

test('a letter of the reporter keeps its words and has an end', () => {
	const message = { epoch: '2026-03', nonce, n: 1, text: ' واش قريتو؟ ' }
	const text = formatMessage(message)
	expect(text.ok && parseMessage(text.value, '2026-03')).toEqual({
		ok: true,
		value: { ...message, v: 1, form: 'message', text: 'واش قريتو؟' },
	})
	expect(text.ok && parseMessage(text.value, '2026-04').ok).toBe(false)
	for (const wrong of [' ', 'x'.repeat(letterLimit + 1)])
		expect(formatMessage({ ...message, text: wrong }).ok).toBe(false)
	for (const wrong of ['', '[]', '{}', 'null', '['.repeat(9000)])
		expect(parseMessage(wrong, '2026-03').ok).toBe(false)
})
