import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSigningKey, readSignedCode, signCode, toFingerprint, toPublicKey } from './index.ts'

/** RFC 8032, 7.1, test 1 to 3: secret and public keys. */
const vectors = [
	[
		'9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
		'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
	],
	[
		'4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
		'3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
	],
	[
		'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
		'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
	],
] as const

const [[secret, known]] = vectors

test.each(vectors)('toPublicKey() gives the public key of RFC 8032 for %s', async (secretKey, publicKey) => {
	expect(await toPublicKey(secretKey)).toBe(publicKey)
})

test('signCode() makes a code that Node’s own Ed25519 takes', async () => {
	const code = await signCode('T1.bullying.b.5.20261125.k3f9', secret)
	const at = code.lastIndexOf('.')
	const key = createPublicKey({
		key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(known, 'hex').toString('base64url') },
		format: 'jwk',
	})
	expect(
		verify(null, Buffer.from(code.slice(0, at)), key, Buffer.from(code.slice(at + 1), 'base64url')),
	).toBe(true)
})

test('readSignedCode() gives the statement of a genuine code', async () => {
	expect(await readSignedCode(await signCode('T1.a-b.c', secret), known)).toBe('T1.a-b.c')
})

test('readSignedCode() refuses a code in which any one letter was changed', async () => {
	const code = await signCode('T1.bullying.b.5.20261125.k3f9', secret)
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
	await fc.assert(
		fc.asyncProperty(
			fc.nat({ max: code.length - 1 }),
			fc.constantFrom(...Array.from(letters)),
			async (index, letter) => {
				fc.pre(code[index] !== letter)
				const changed = code.slice(0, index) + letter + code.slice(index + 1)
				expect(await readSignedCode(changed, known)).toBeUndefined()
			},
		),
		{ numRuns: 300 },
	)
})

test('readSignedCode() takes one spelling of a signature only, though others hold the same bytes', async () => {
	const code = await signCode('T1.a', secret)
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
	const last = alphabet.indexOf(code.at(-1) ?? '')
	const twin = code.slice(0, -1) + (alphabet[last ^ 1] ?? '')
	expect(Buffer.from(twin.split('.').at(-1) ?? '', 'base64url')).toEqual(
		Buffer.from(code.split('.').at(-1) ?? '', 'base64url'),
	)
	expect(await readSignedCode(twin, known)).toBeUndefined()
})

test.each(['', '.', 'T1', `T1.${'A'.repeat(86)}`, 'x'.repeat(100_000), 'T1..é'])(
	'readSignedCode() refuses %.20s without a throw',
	async (code) => {
		expect(await readSignedCode(code, known)).toBeUndefined()
	},
)

test('readSignedCode() refuses a code of another installation', async () => {
	const other = await toPublicKey(makeSigningKey())
	expect(await readSignedCode(await signCode('T1.a', secret), other)).toBeUndefined()
})

test('signCode() refuses a statement that would not stay whole in a code', async () => {
	await expect(signCode('a b', secret)).rejects.toThrow('signing a statement')
	await expect(signCode('a..b', secret)).rejects.toThrow('signing a statement')
})

test('toFingerprint() gives four groups of four', async () => {
	expect(await toFingerprint(known)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/u)
})
