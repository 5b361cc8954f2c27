import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../tests/support/database.ts'
import { getCertificateKey } from './certificate-key-store.ts'

describe.each(engines)('getCertificateKey() on %s', (engine) => {
	test('makes a key once and gives the same one ever after', async () => {
		const { kysely } = await database(engine)
		const first = await getCertificateKey(kysely, new Date())
		expect(first).toMatch(/^[0-9a-f]{64}$/u)
		expect(await getCertificateKey(kysely, new Date())).toBe(first)
	})

	test('gives one key to all who ask at the same moment', async () => {
		const { kysely } = await database(engine)
		const keys = await Promise.all(Array.from({ length: 8 }, () => getCertificateKey(kysely, new Date())))
		expect(new Set(keys).size).toBe(1)
	})

	test('gives another key to another installation', async () => {
		const [one, two] = [await database(engine), await database(engine)]
		expect(await getCertificateKey(one.kysely, new Date())).not.toBe(
			await getCertificateKey(two.kysely, new Date()),
		)
	})
})
