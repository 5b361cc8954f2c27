import { argon2, argon2Sync, hkdfSync, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { argon2id as argon2idOfNoble } from '@noble/hashes/argon2.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveKeys, type Argon2id } from './index.ts'
import { argon2idInScript } from './receipt-keys.ts'

const native: Argon2id = promisify<'argon2id', Argon2Parameters, Uint8Array>(argon2).bind(
	undefined,
	'argon2id',
)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const fill = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte)
const code = '012345678901234567890123'

describe('the parts are what the standards say', () => {
	/** RFC 9106, 5.3: Argon2id. */
	const wanted = '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659'
	const parameters = {
		message: fill(32, 1),
		nonce: fill(16, 2),
		secret: fill(8, 3),
		associatedData: fill(12, 4),
		memory: 32,
		passes: 3,
		parallelism: 4,
		tagLength: 32,
	}
	test('Argon2id in script gives the tag of RFC 9106', () => {
		const options = { t: 3, m: 32, p: 4, key: fill(8, 3), personalization: fill(12, 4), dkLen: 32 }
		expect(hex(argon2idOfNoble(fill(32, 1), fill(16, 2), options))).toBe(wanted)
	})
	test('Argon2id of Node gives the tag of RFC 9106', async () => {
		expect(hex(await native(parameters))).toBe(wanted)
	})
	test('both give the same for any message, salt and cost', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 64 }),
				fc.uint8Array({ minLength: 8, maxLength: 32 }),
				fc.integer({ min: 8, max: 64 }),
				fc.integer({ min: 1, max: 3 }),
				async (message, nonce, memory, passes) => {
					const asked = { message, nonce, memory, passes, parallelism: 1, tagLength: 32 }
					expect(hex(await argon2idInScript(asked))).toBe(hex(await native(asked)))
				},
			),
			{ numRuns: 30 },
		)
	})
	test('HKDF-SHA-256 gives the keys of RFC 5869, A.1 and A.3', () => {
		const info = Uint8Array.of(0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9)
		const salt = Uint8Array.from({ length: 13 }, (_, at) => at)
		expect(hex(hkdf(sha256, fill(22, 0x0b), salt, info, 42))).toBe(
			'3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
		)
		expect(hex(hkdf(sha256, fill(22, 0x0b), undefined, new Uint8Array(), 42))).toBe(
			'8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
		)
	})
})

describe('deriveKeys()', () => {
	test('gives the same three keys in a browser and on a server', async () => {
		const keys = await deriveKeys(code)
		expect(await deriveKeys(code, native)).toEqual(keys)
		expect([keys.lookup.length, keys.box.length, keys.auth.length]).toEqual([16, 32, 32])
	})
	test('gives these keys for ever: a receipt on paper outlives every release', async () => {
		const { lookup, box, auth } = await deriveKeys(code, native)
		expect([hex(lookup), hex(box), hex(auth)]).toEqual([
			'8b11e327861d4b0839b9fef5ce3a2377',
			'3f79cbfa0eaa007412e463ec04bc479d6bb933ca5952597387bc701bfe9ed1e2',
			'3a636eee7cd8d53b5a62546c08f70b3ef5ebb28eb9f6974178e611d93e7e106e',
		])
	})
	test('gives what Argon2id and HKDF of Node give with the parameters of the README', async () => {
		const text = 'thiqa/receipt/v1'
		const message = Buffer.from(code)
		const nonce = Buffer.from(text)
		const root = argon2Sync('argon2id', {
			message,
			nonce,
			memory: 19 * 1024,
			passes: 2,
			parallelism: 1,
			tagLength: 32,
		})
		const box = hkdfSync('sha256', root, '', `${text}/box`, 32)
		expect(hex((await deriveKeys(code, native)).box)).toBe(hex(new Uint8Array(box)))
	})
	test('gives three keys that have nothing in common, other ones for every code', async () => {
		const codes = fc.stringMatching(/^[0-9]{24}$/)
		await fc.assert(
			fc.asyncProperty(codes, codes, async (one, other) => {
				fc.pre(one !== other)
				const parts = [await deriveKeys(one, native), await deriveKeys(other, native)].flatMap((keys) =>
					Object.values(keys).map((key) => hex(key.subarray(0, 16))),
				)
				expect(new Set(parts).size).toBe(6)
			}),
			{ numRuns: 5 },
		)
	})
	test.each(['', '1234', `${code}4`, '01234567890123456789012٣', '0123 4567 8901 2345 6789 0123'])(
		'refuses %s, which is no code',
		async (text) => {
			await expect(deriveKeys(text, native)).rejects.toThrow('wanted 24 digits')
		},
	)
})
