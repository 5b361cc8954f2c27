import { x25519 as whole } from '@noble/curves/ed25519.js'
import * as noble from '@noble/ed25519'
import { build } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'
import { carryLess } from './carry-less.ts'
import * as ed25519 from './islands-code/ed25519.ts'
import { p256, scrypt } from './islands-code/not-carried.ts'
import { x25519 } from './islands-code/x25519.ts'

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('X25519 gives what RFC 7748, section 5.2 and 6.1, says', async () => {
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
		expect(toHex(await x25519.scalarMult(fromHex(scalar), fromHex(u)))).toBe(product)
	const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f8a63fd1c2f9a3cc6ce2e8dd8dd')
	for (const scalar of [alice, crypto.getRandomValues(new Uint8Array(32))])
		expect(toHex(await x25519.scalarMultBase(scalar))).toBe(toHex(whole.scalarMultBase(scalar)))
	await expect(x25519.scalarMult(alice, new Uint8Array(32))).rejects.toThrow()
	expect(x25519.GuBytes).toEqual(whole.GuBytes)
})

afterEach(() => void vi.restoreAllMocks())

test.each(['in WebCrypto', 'fetched'])(
	'Ed25519 %s: keys, signatures and their check are those of everyone',
	async (where) => {
		if (where === 'fetched')
			vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
		// RFC 8032, section 7.1, test 2
		const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
		const key = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
		const signed = await ed25519.signAsync(fromHex('72'), seed)
		expect(toHex(await ed25519.getPublicKeyAsync(seed))).toBe(key)
		expect(toHex(signed)).toBe(toHex(await noble.signAsync(fromHex('72'), seed)))
		const check = (message: string, by = key): Promise<boolean> =>
			ed25519.verifyAsync(signed, fromHex(message), fromHex(by), { zip215: false })
		expect([await check('72'), await check('73')]).toEqual([true, false])
		expect(await check('72', '01'.padEnd(64, '0'))).toBe(false)
	},
)

test('what is not carried stops whoever uses it', () => {
	expect(() => (scrypt as () => void)()).toThrow('X25519 only')
	expect(() => p256.name).toThrow('X25519 only')
})

/** Builds a page that seals, from a package whose code asks for `asked`. */
const buildWith = (asked: readonly string[]) =>
	build({
		configFile: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'made-up-age',
				resolveId: (id) => (id === 'page' || id.endsWith('/dist/recipients.js') ? id : undefined),
				load: (id) => {
					if (id === 'page') return `import '/made/age-encryption/dist/recipients.js'`
					return id.endsWith('/dist/recipients.js')
						? asked.map((name) => `import '${name}'`).join('\n')
						: undefined
				},
			},
			carryLess(),
		],
		build: { write: false, rolldownOptions: { input: 'page' } },
	})

test('a new age that asks for other code stops the build', async () => {
	await expect(buildWith(['@noble/post-quantum/ml-kem.js'])).rejects.toThrow(
		'asks for @noble/post-quantum/ml-kem.js',
	)
	await expect(buildWith(['@noble/curves/nist.js'])).rejects.toThrow('no longer asks for')
})
