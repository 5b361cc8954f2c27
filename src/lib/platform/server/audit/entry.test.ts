import { expect, test } from 'vitest'
import { addEntries, hasEntry, makeEntry } from '#platform'
import { database } from '../../../../../tests/support/database.ts'

test('an entry stands in the record from the moment that it is written, and one that was not written does not', async () => {
	const { kysely } = await database('pglite')
	const entry = makeEntry(new TextEncoder().encode('an act'))
	expect(await hasEntry(kysely, entry.id)).toBe(false)
	await kysely.transaction().execute((trx) => addEntries(trx, [entry]))
	expect(await hasEntry(kysely, entry.id)).toBe(true)
})
