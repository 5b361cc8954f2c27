import { expect, onTestFinished, test } from 'vitest'
import { makeIdentity, openText, toRecipient } from '#tools/seal/sealed'
import { openSealers } from './sealers.ts'

const identity = await makeIdentity()
const found = await toRecipient(identity)
const recipient = found.ok ? found.value : ''
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const open = async (threads: number, mostWaiting: number) => {
	const sealers = await openSealers(threads, mostWaiting)
	onTestFinished(() => sealers.close())
	return sealers
}

test('what came in clear is sealed to the one reader, and not left where it came in', async () => {
	const sealers = await open(1, 10)
	const content = bytes('واحد السر')
	const sealed = await sealers.seal(content, recipient)
	expect(content.every((byte) => byte === 0)).toBe(true)
	expect(sealed.ok && (await openText(sealed.value, identity))).toEqual({ ok: true, value: 'واحد السر' })
})

test('what fits no size, and a reader that is none, are refused by a code', async () => {
	const sealers = await open(1, 10)
	const codes = []
	for (const [content, reader] of [
		[new Uint8Array(65_536), recipient],
		[bytes('x'), 'age1nobody'],
	] as const) {
		const sealed = await sealers.seal(content, reader)
		codes.push(sealed.ok ? '' : sealed.code)
	}
	expect(codes).toEqual(['sealed.too-long', 'sealed.recipient'])
})

test('a full line says so at once and loses nothing; danger does not wait outside', async () => {
	const sealers = await open(1, 5)
	const waiting = Array.from({ length: 5 }, (_, at) => sealers.seal(bytes(`report ${at}`), recipient))
	await expect(sealers.seal(bytes('one more'), recipient)).rejects.toMatchObject({
		code: 'reports.busy',
		status: 503,
	})
	expect((await sealers.seal(bytes('now'), recipient, true)).ok).toBe(true)
	expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true)
	expect((await sealers.seal(bytes('one more'), recipient)).ok).toBe(true)
})
