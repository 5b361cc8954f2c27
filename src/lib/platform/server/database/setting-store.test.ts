import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../tests/support/database.ts'
import { findInstallation, recordInstallation } from './setting-store.ts'

describe.each(engines)('recordInstallation() on %s', (engine) => {
	test('keeps id and first start, and takes the newer schema', async () => {
		const { kysely } = await database(engine)
		const first = await findInstallation(kysely)
		expect(first?.id).toMatch(/^[\da-f-]{36}$/)
		const later = new Date('2030-01-01T00:00:00Z')
		await recordInstallation(kysely, '0042-later', later)
		expect(await findInstallation(kysely)).toEqual({ ...first, schema: '0042-later' })
		const row = await kysely.selectFrom('setting').select('changed_at').executeTakeFirstOrThrow()
		expect(row.changed_at).toEqual(later)
	})

	test('finds nothing before it was recorded', async () => {
		const { kysely } = await database(engine)
		await kysely.deleteFrom('setting').execute()
		expect(await findInstallation(kysely)).toBeUndefined()
	})
})
