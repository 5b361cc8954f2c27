import { CompactEncrypt, CompactSign, exportJWK, generateKeyPair } from 'jose'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPublicJwk, sealPayload, toThumbprint, unsealPayload, verifyPayload } from './index.ts'

const [sign, seal, other] = await Promise.all([
	generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true }),
	generateKeyPair('ECDH-ES+A256KW', { crv: 'X25519', extractable: true }),
	generateKeyPair('ECDH-ES+A256KW', { crv: 'X25519', extractable: true }),
])
const openPayload = async (text: string) => {
	const inner = await unsealPayload(
		text,
		async (kid) => (kid === 'ours' ? seal.privateKey : undefined),
		100_000,
	)
	if (!inner.ok) return inner
	return verifyPayload(inner.value, async (kid) => (kid === 'theirs' ? sign.publicKey : undefined))
}
const make = (content: Uint8Array, names: { sign?: string; seal?: string } = {}) =>
	sealPayload(content, {
		sign: { kid: names.sign ?? 'theirs', key: sign.privateKey },
		seal: { kid: names.seal ?? 'ours', key: seal.publicKey },
	})
const bytes = (text: string) => new TextEncoder().encode(text)
const open = async (text: string) => {
	const opened = await openPayload(text)
	return opened.ok ? 'opened' : opened.code
}

test('what was sealed comes out as it went in, with the name of who signed it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (content) => {
			const opened = await openPayload(await make(content))
			expect(opened.ok && opened.value.signedBy).toBe('theirs')
			expect(opened.ok && Buffer.from(opened.value.payload).equals(Buffer.from(content))).toBe(true)
		}),
		{ numRuns: 25 },
	)
})

test('one letter changed anywhere, and nothing comes out', async () => {
	const text = await make(bytes('{"v":1}'))
	await fc.assert(
		fc.asyncProperty(
			fc.nat(text.length - 1),
			fc.constantFrom('A', 'z', '_', '.', '='),
			async (at, letter) => {
				if (text[at] === letter) return
				const changed = text.slice(0, at) + letter + text.slice(at + 1)
				const opened = await openPayload(changed)
				// Bits after the last byte of a part may differ: that is the same content.
				if (opened.ok) expect(Buffer.from(opened.value.payload).toString()).toBe('{"v":1}')
			},
		),
	)
})

const compact = (content: Uint8Array, header: object, key = seal.publicKey) =>
	new CompactEncrypt(content)
		.setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: 'ours', ...header })
		.encrypt(key)
const signed = (header: object = {}, key: Parameters<CompactSign['sign']>[0] = sign.privateKey) =>
	new CompactSign(bytes('{}')).setProtectedHeader({ alg: 'EdDSA', kid: 'theirs', ...header }).sign(key)

test.each<[string, () => Promise<string>]>([
	['payload.too-long', async () => 'a'.repeat(100_001)],
	['payload.form', async () => ''],
	['payload.form', async () => '{"protected":"x"}'],
	['payload.form', async () => 'a.b.c.d.e'],
	['payload.algorithm', async () => compact(bytes('x'), { enc: 'A128GCM' })],
	['payload.form', async () => compact(bytes('x'), { alg: 'ECDH-ES' })],
	['payload.algorithm', async () => compact(bytes('x'.repeat(5000)), { zip: 'DEF' })],
	['payload.seal-key', async () => make(bytes('x'), { seal: 'a key of somebody' })],
	['payload.not-opened', async () => compact(bytes('x'), {}, other.publicKey)],
	['payload.inner-form', async () => compact(bytes('not signed'), {})],
	[
		'payload.inner-algorithm',
		async () => compact(bytes(await signed({ alg: 'HS256' }, new Uint8Array(32))), {}),
	],
	[
		'payload.inner-algorithm',
		async () =>
			compact(bytes(`${Buffer.from('{"alg":"none","kid":"theirs"}').toString('base64url')}.e30.AA`), {}),
	],
	['payload.sign-key', async () => make(bytes('x'), { sign: 'somebody' })],
	['payload.inner-wrong', async () => compact(bytes(`${(await signed()).slice(0, -8)}AAAAAAAA`), {})],
])('%s', async (code, text) => expect(await open(await text())).toBe(code))

test('a public key is read from its JWK, and from nothing that holds a secret or is of another curve', async () => {
	const jwk = await exportJWK(sign.publicKey)
	expect(await readPublicJwk(JSON.stringify({ ...jwk, kid: 'x', use: 'sig' }), 'Ed25519')).toBeDefined()
	expect(await readPublicJwk(JSON.stringify(jwk), 'X25519')).toBeUndefined()
	expect(await readPublicJwk(JSON.stringify(await exportJWK(sign.privateKey)), 'Ed25519')).toBeUndefined()
	for (const text of ['', '[]', 'null', '{"kty":"OKP","crv":"Ed25519","x":"AA"}', '{"kty":"RSA"}'])
		expect(await readPublicJwk(text, 'Ed25519')).toBeUndefined()
})

test('the thumbprint of RFC 8037 A.3', async () => {
	const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
	expect(await toThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).toBe(
		'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
	)
})
