import { afterEach, expect, test, vi } from 'vitest'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { setDatabase } from './database.ts'
import { getPartnerChannel } from './exchange.ts'

afterEach(() => vi.unstubAllEnvs())

test('the channel writes to the database of now, and is opened once for each', async () => {
	vi.stubEnv('DATA_DIR', makeFolder())
	const [before, now] = [await database('pglite'), await database('pglite')]
	setDatabase(before)
	const first = getPartnerChannel()
	await first.keys.list()
	expect(getPartnerChannel()).toBe(first)
	setDatabase(now)
	await before.kysely.schema.dropTable('exchange_key').execute()
	await expect(getPartnerChannel().keys.list()).resolves.toEqual([])
})
