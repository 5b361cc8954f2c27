import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { argon2id } from './index.ts'

const reference = promisify(argon2)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('gives what the implementation in OpenSSL gives, whatever is asked', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ minLength: 1, maxLength: 200 }),
			fc.uint8Array({ minLength: 8, maxLength: 40 }),
			fc.integer({ min: 8, max: 2_100 }),
			fc.integer({ min: 1, max: 4 }),
			fc.integer({ min: 4, max: 200 }),
			async (message, nonce, memory, passes, tagLength) => {
				const asked = { message, nonce, memory, passes, tagLength }
				const expected = await reference('argon2id', { ...asked, parallelism: 1 })
				expect(hex(await argon2id(asked))).toBe(hex(expected))
			},
		),
		{ numRuns: 40 },
	)
})

test('and with the memory of a daily unlocking', async () => {
	const asked = { message: Buffer.from('quatre mots sans rapport'), nonce: Buffer.alloc(16, 7) }
	const cost = { memory: 65_536, passes: 3, tagLength: 32 }
	const expected = await reference('argon2id', { ...asked, ...cost, parallelism: 1 })
	expect(hex(await argon2id({ ...asked, ...cost }))).toBe(hex(expected))
})
