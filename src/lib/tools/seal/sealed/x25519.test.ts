import { x25519 as whole } from '@noble/curves/ed25519.js'
import { expect, test, vi } from 'vitest'
import { importScalar, multiply, toPoint } from './x25519.ts'

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test.each(['in WebCrypto', 'fetched'])(
	'X25519 %s gives what RFC 7748, section 5.2 and 6.1, says',
	async (where) => {
		if (where === 'fetched')
			vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
		const vectors = [
			[
				'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
				'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
				'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
			],
			[
				'4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
				'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
				'95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
			],
		] as const
		for (const [scalar, u, product] of vectors)
			expect(toHex(await multiply(fromHex(scalar), fromHex(u)))).toBe(product)
		const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f8a63fd1c2f9a3cc6ce2e8dd8dd')
		for (const scalar of [alice, crypto.getRandomValues(new Uint8Array(32))])
			expect(toHex(await toPoint(scalar))).toBe(toHex(whole.scalarMultBase(scalar)))
		await expect(multiply(alice, new Uint8Array(32)), 'a point of low order').rejects.toThrow()
	},
)

test('a key that cannot be copied is never worked around', async () => {
	const key = await importScalar(new Uint8Array(32).fill(7))
	vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
	await expect(toPoint(key)).rejects.toThrow(DOMException)
})
