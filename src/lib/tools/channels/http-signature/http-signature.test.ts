import { createPrivateKey, createPublicKey, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import fc from 'fast-check'
import { httpbis } from 'http-message-signatures'
import { createSignature } from 'http-message-sig'
import { describe, expect, test } from 'vitest'
import {
	checkContentDigest,
	checkTimes,
	makeContentDigest,
	signReceipt,
	signRequest,
	verifyReceipt,
	verifyRequest,
} from './index.ts'
import { requestComponents, toDescriptor, toSigner } from './profile.ts'

/** Vector of RFC 9421, appendix B.2.6. */
const rfc = {
	publicKey:
		'-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----\n',
	privateKey:
		'-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n',
	url: 'https://example.com/foo?param=Value&Pet=dog',
	headers: {
		date: 'Tue, 20 Apr 2021 02:07:55 GMT',
		'content-type': 'application/json',
		'content-length': '18',
	},
	components: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
	signature:
		'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
}

const toWebKey = async (pem: string, use: 'sign' | 'verify'): Promise<CryptoKey> =>
	use === 'sign'
		? crypto.subtle.importKey(
				'pkcs8',
				createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' }),
				'Ed25519',
				false,
				[use],
			)
		: crypto.subtle.importKey(
				'spki',
				createPublicKey(pem).export({ format: 'der', type: 'spki' }),
				'Ed25519',
				false,
				[use],
			)

const [privateKey, publicKey] = [
	await toWebKey(rfc.privateKey, 'sign'),
	await toWebKey(rfc.publicKey, 'verify'),
]
const other = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
const kid = 'test-key-ed25519'
const now = new Date('2026-11-29T10:00:00Z')
const url = 'https://thiqa.example/coop/v1/inbox'
const body = new TextEncoder().encode('eyJhbGciOi.a.b.c.d')
const id = '0198f0a0-0000-7000-8000-000000000001'
const type = 'application/jose'

/** The other library, with Node's own Ed25519. */
const second = {
	verify: (request: { method: string; url: string; headers: Record<string, string> }) =>
		httpbis.verifyMessage(
			{
				keyLookup: async () => ({
					id: kid,
					algs: ['ed25519'],
					verify: async (data, signature) => verifyBytes(null, data, rfc.publicKey, signature),
				}),
				requiredFields: [...requestComponents],
				notAfter: now,
				tolerance: Number.MAX_SAFE_INTEGER,
			},
			request,
		),
}

const makeRequest = async (at = now) => {
	const headers = await signRequest({ url, type, body, id }, { kid, key: privateKey, now: at })
	return { method: 'POST', url, headers }
}
const verify = (request: Awaited<ReturnType<typeof makeRequest>>, key: CryptoKey = publicKey) =>
	verifyRequest(request, async () => key)

test('signs the vector of RFC 9421 B.2.6 bit for bit', async () => {
	const { signature } = await createSignature(
		toDescriptor({ method: 'POST', url: rfc.url, headers: rfc.headers }),
		{
			label: 'sig-b26',
			components: rfc.components,
			parameters: { created: 1_618_884_473, keyid: kid },
			signer: toSigner({ kid, key: privateKey }),
		},
	)
	expect(signature).toBe(rfc.signature)
})

describe('a request of the profile', () => {
	test('is read by its receiver with all that it claims', async () => {
		const verified = await verify(await makeRequest())
		expect(verified).toMatchObject({
			ok: true,
			value: { kid, created: now.getTime() / 1000, expires: now.getTime() / 1000 + 300 },
		})
	})

	test('has the very signature that another library makes of it, which verifies ours too', async () => {
		const request = await makeRequest()
		const [, nonce = ''] = /nonce="([^"]+)"/u.exec(request.headers['signature-input'] ?? '') ?? []
		const { 'signature-input': input, signature, ...bare } = request.headers
		const signed = await httpbis.signMessage(
			{
				name: 'sig',
				key: {
					id: kid,
					alg: 'ed25519',
					sign: async (data) => signBytes(null, data, rfc.privateKey),
				},
				fields: [...requestComponents],
				params: ['created', 'expires', 'keyid', 'alg', 'tag', 'nonce'],
				paramValues: { created: now, expires: new Date(now.getTime() + 300_000), nonce, tag: 'coop-v1' },
			},
			{ method: 'POST', url, headers: bare },
		)
		expect(signed.headers['Signature-Input']).toBe(input)
		expect(signed.headers['Signature']).toBe(signature)
		expect(await second.verify(request)).toBe(true)
	})

	const spoiled: readonly [string, (request: Awaited<ReturnType<typeof makeRequest>>) => object][] = [
		['another address', () => ({ url: 'https://other.example/coop/v1/inbox' })],
		['another method', () => ({ method: 'PUT' })],
		...['content-digest', 'idempotency-key', 'content-type'].map(
			(name) =>
				[
					`another ${name}`,
					({ headers }: { headers: Record<string, string> }) => ({ headers: { ...headers, [name]: 'x' } }),
				] as [string, (request: Awaited<ReturnType<typeof makeRequest>>) => object],
		),
		[
			'another time of its end',
			({ headers }) => ({
				headers: {
					...headers,
					'signature-input': (headers['signature-input'] ?? '').replace(/expires=\d+/u, 'expires=9999999999'),
				},
			}),
		],
	]
	test.each(spoiled)('is refused by both libraries with %s', async (_, spoil) => {
		const request = await makeRequest()
		const changed = { ...request, ...spoil(request) }
		expect(await verify(changed)).toEqual({ ok: false, code: 'signature.wrong' })
		expect(await second.verify(changed).catch(() => false)).toBe(false)
	})

	test('is refused with the key of somebody else', async () => {
		expect(await verify(await makeRequest(), other.publicKey)).toEqual({ ok: false, code: 'signature.wrong' })
	})

	test.each(['signature', 'signature-input', 'content-digest', 'idempotency-key'])(
		'is none without %s',
		async (name) => {
			const { headers, ...request } = await makeRequest()
			const left = Object.fromEntries(Object.entries(headers).filter(([field]) => field !== name))
			expect(await verify({ ...request, headers: left })).toEqual({ ok: false, code: 'signature.shape' })
		},
	)

	test.each([
		['less is signed', (input: string) => input.replace(' "content-digest"', '')],
		['it has another tag', (input: string) => input.replace('coop-v1', 'coop-receipt')],
		['it names another algorithm', (input: string) => input.replace('alg="ed25519"', 'alg="hmac-sha256"')],
		['it has no nonce', (input: string) => input.replace(/;nonce="[^"]+"/u, '')],
		['a nonce can be guessed', (input: string) => input.replace(/nonce="[^"]+"/u, 'nonce="1"')],
		['it stands there twice', (input: string) => `${input}, ${input}`],
		['it is no field at all', () => '"'],
	])('is none when %s', async (_, spoil) => {
		const { headers, ...request } = await makeRequest()
		const changed = { ...headers, 'signature-input': spoil(headers['signature-input'] ?? '') }
		expect(await verify({ ...request, headers: changed })).toEqual({ ok: false, code: 'signature.shape' })
	})

	test('is refused by the code of whoever looks for the key, before the signature is asked', async () => {
		expect(await verifyRequest(await makeRequest(), async () => 'key.unknown' as const)).toEqual({
			ok: false,
			code: 'key.unknown',
		})
		const fault = new Error('the database is gone')
		await expect(verifyRequest(await makeRequest(), () => Promise.reject(fault))).rejects.toBe(fault)
	})

	test('never throws, whatever stands in its fields', async () => {
		const { headers, ...request } = await makeRequest()
		await fc.assert(
			fc.asyncProperty(fc.string(), fc.string(), async (input, signature) => {
				const changed = { ...headers, 'signature-input': input, signature }
				expect((await verify({ ...request, headers: changed })).ok).toBe(false)
			}),
		)
	})
})

describe('a receipt', () => {
	const said = new TextEncoder().encode('{"status":"accepted"}')
	const makeReceipt = async () => {
		const request = await makeRequest()
		const headers = await signReceipt({ status: 202, type: 'application/json', body: said }, request, {
			kid,
			key: privateKey,
			now,
		})
		return { request, answer: { status: 202, headers, body: said } }
	}
	const find = async (name: string) => (name === kid ? publicKey : undefined)

	test('is verified against the request that it answers, by another library too', async () => {
		const { request, answer } = await makeReceipt()
		expect(await verifyReceipt(answer, request, find)).toMatchObject({ ok: true, value: { kid } })
		const lookup = async () => ({
			id: kid,
			algs: ['ed25519'],
			verify: async (data: Buffer, signature: Buffer) => verifyBytes(null, data, rfc.publicKey, signature),
		})
		const config = { keyLookup: lookup, tolerance: Number.MAX_SAFE_INTEGER }
		expect(await httpbis.verifyMessage(config, answer, request)).toBe(true)
		const changed = { ...answer, status: 200 }
		expect(await httpbis.verifyMessage(config, changed, request).catch(() => false)).toBe(false)
	})

	test('proves nothing for another request, status, content or key', async () => {
		const { request, answer } = await makeReceipt()
		const wrong = { ok: false, code: 'receipt.wrong' }
		expect(await verifyReceipt({ ...answer, status: 200 }, request, find)).toEqual(wrong)
		expect(await verifyReceipt(answer, await makeRequest(), find)).toEqual(wrong)
		expect(await verifyReceipt(answer, { ...request, url: 'https://other.example/' }, find)).toEqual(wrong)
		expect(await verifyReceipt(answer, request, async () => other.publicKey)).toEqual(wrong)
		const body = new TextEncoder().encode('{"status":"rejected"}')
		expect(await verifyReceipt({ ...answer, body }, request, find)).toEqual({
			ok: false,
			code: 'receipt.digest',
		})
		expect(await verifyReceipt(answer, request, async () => undefined)).toEqual({
			ok: false,
			code: 'receipt.key',
		})
		expect(await verifyReceipt({ ...answer, headers: {} }, request, find)).toEqual({
			ok: false,
			code: 'receipt.shape',
		})
	})
})

describe('a digest of content', () => {
	test('is that of its body and of no other', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), async (one, two) => {
				const [mine, yours] = [Uint8Array.from(one), Uint8Array.from(two)]
				const field = await makeContentDigest(mine)
				expect(await checkContentDigest(field, mine)).toBe(true)
				expect(await checkContentDigest(`sha-512=:AAAA:, ${field}`, mine)).toBe(true)
				expect(await checkContentDigest(field, yours)).toBe(Buffer.from(mine).equals(Buffer.from(yours)))
			}),
		)
	})

	test.each(['', 'sha-256=:AAAA:', 'sha-256=abc', 'sha-512=:AAAA:', 'sha-256=::'])(
		'%j is none',
		async (field) => expect(await checkContentDigest(field, body)).toBe(false),
	)

	test('said twice is not believed', async () => {
		const field = await makeContentDigest(body)
		expect(await checkContentDigest(`${field}, ${field}`, body)).toBe(false)
	})
})

test('times hold for 300 seconds and a minute of two clocks', () => {
	const at = now.getTime() / 1000
	const judge = (created: number, expires: number) =>
		checkTimes({ created: at + created, expires: at + expires }, now)
	expect(judge(0, 300)).toBeUndefined()
	expect(judge(60, 360)).toBeUndefined()
	expect(judge(61, 361)).toBe('created-in-future')
	expect(judge(-360, -60)).toBeUndefined()
	expect(judge(-361, -61)).toBe('expired')
	expect(judge(0, 301)).toBe('lives-too-long')
	expect(judge(0, -1)).toBe('lives-too-long')
})
