import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '#base'
import { checkErasure, formatErasure, parseSignedErasure, signErasure } from './index.ts'

const [askedBy, agreedBy, stranger] = ['1', '2', '3'].map(
	(digit) => `${digit.repeat(8)}-1111-4111-8111-${digit.repeat(12)}`,
) as [string, string, string]
const certificate = formatErasure({
	subject: '2026-10',
	recipient: `age1${'q'.repeat(58)}`,
	hour: '2026-11-26T23:00:00.000Z',
	wraps: 3,
	digest: 'a'.repeat(64),
	askedBy,
	agreedBy,
	backupsOver: '2026-12-04',
})
const get = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}
const refusal = (result: Result<unknown> | Result<unknown, string>): string | undefined => {
	if (result.ok) return undefined
	return 'code' in result ? result.code : result.issues[0]?.message
}

type Signer = Parameters<typeof signErasure>[2]
let keys: Signer[]
let signatures: string[]
beforeAll(async () => {
	const make = async (byte: number): Promise<Signer> => {
		const seed = new Uint8Array(32).fill(byte)
		return {
			sign: (message) => signAsync(message, seed),
			signingKey: base64.encode(await getPublicKeyAsync(seed)),
		}
	}
	keys = [await make(1), await make(2)]
	signatures = await Promise.all(
		[askedBy, agreedBy].map(async (person, at) =>
			get(await signErasure(certificate, person, keys[at] as Signer)),
		),
	)
})

describe('signatures under a certificate of destruction', () => {
	test('of the two persons named are good, one of them or none is no fault', async () => {
		for (const count of [0, 1, 2])
			expect(await checkErasure(certificate, signatures.slice(0, count))).toEqual({ ok: true, value: count })
		expect(get(parseSignedErasure(signatures[0] ?? ''))).toMatchObject({
			subject: '2026-10',
			person: askedBy,
		})
	})

	test('of somebody who is not named, or twice of one person, are refused', async () => {
		const key = keys[0] as Signer
		expect(refusal(await signErasure(certificate, stranger, key))).toBe('erasure.not-named')
		expect(refusal(await signErasure('nonsense', askedBy, key))).toBe('erasure.form')
		const [one = ''] = signatures
		expect(refusal(await checkErasure(certificate, [one, one]))).toBe('erasure.signature')
		expect(refusal(await checkErasure(certificate, [one.replace(askedBy, stranger)]))).toBe(
			'erasure.signature',
		)
	})

	test('are not good any more when one byte of them or of the certificate is changed', async () => {
		const change = (text: string, at: number, by: number): string =>
			text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ by) + text.slice(at + 1)
		const bits = fc.integer({ min: 1, max: 127 })
		await fc.assert(
			fc.asyncProperty(fc.nat(certificate.length - 1), bits, async (at, by) => {
				expect((await checkErasure(change(certificate, at, by), signatures)).ok).toBe(false)
			}),
			{ numRuns: 60 },
		)
		const [one = ''] = signatures
		await fc.assert(
			fc.asyncProperty(fc.nat(one.length - 1), bits, async (at, by) => {
				// The name of the other person in place of one's own is as wrong as any.
				expect((await checkErasure(certificate, [change(one, at, by)])).ok).toBe(false)
			}),
			{ numRuns: 60 },
		)
	})
})
