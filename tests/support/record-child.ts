/**
 * A process for tests that kill one: `node tests/support/record-child.ts <data folder>`. Adds entries to the public record and
 * gives them their places, says each round on standard output, goes on until killed.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { migrate, openDatabase, openRecord } from '#platform'
import { addActs } from './record.ts'

const [dataDir = ''] = process.argv.slice(2)
const { kysely, ...database } = await openDatabase({ dataDir, databaseUrl: undefined })
await migrate({ kysely, ...database })
const record = await openRecord({ kysely, dataDir, origin: undefined, witnesses: [] })
for (;;) {
	const texts = Array.from({ length: 7 }, () => randomUUID())
	const ids = await kysely.transaction().execute((trx) => addActs(trx, texts))
	writeSync(1, `${ids.join(',')}\n`)
	await record.sequence(new Date())
}
