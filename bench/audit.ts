/**
 * The public record on the embedded database, with a million entries in it: milliseconds to append and to prove.
 * `node bench/audit.ts`; `-- --quick` takes 50,000 entries.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addEntries, migrate, openDatabase, openRecord, type AuditEntry } from '#platform'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'

const size = isQuick ? 50_000 : 1_000_000
const rounds = isQuick ? 30 : 100
/** Reports that the intake commits together. */
const together = 64
const limits = { append: 2, prove: 20 }

const makeEntries = (count: number): AuditEntry[] =>
	Array.from({ length: count }, () => ({ id: randomUUID(), commitment: randomBytes(32) }))

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-audit-'))
const database = await openDatabase({ dataDir, databaseUrl: undefined })
await migrate(database)
const record = await openRecord({ kysely: database.kysely, dataDir, origin: undefined, witnesses: [] })
const add = (entries: readonly AuditEntry[]): Promise<void> =>
	database.kysely.transaction().execute((trx) => addEntries(trx, entries))
const now = new Date()

const began = performance.now()
for (let done = 0; done < size; done += 5_000) {
	await add(makeEntries(5_000))
	await record.sequence(now)
}
console.log(`${size} entries, 5,000 at once: ${((performance.now() - began) / 1000).toFixed(0)} s`)

const measure = async (work: (round: number) => Promise<unknown>): Promise<number[]> => {
	const times: number[] = []
	for (let round = 0; round < rounds; round++) {
		const started = performance.now()
		await work(round)
		times.push(performance.now() - started)
	}
	return times
}
const say = (name: string, times: readonly number[], limit: number): void => {
	const [median, p99] = [getPercentile(times, 0.5), getPercentile(times, 0.99)]
	report(
		name,
		`${median.toFixed(2)} / ${p99.toFixed(2)} ms (median / p99)`,
		`median < ${limit} ms`,
		median < limit,
	)
}

const whole = await measure(async () => {
	await add(makeEntries(together))
	await record.sequence(now)
})
say(
	`append an entry: written, given its place, signed, durable, ${together} together`,
	whole.map((time) => time / together),
	limits.append,
)
const alone = await measure(async () => {
	await add(makeEntries(1))
	await record.sequence(now)
})
console.log(
	`       the same for one entry alone, two transactions: ${getPercentile(alone, 0.5).toFixed(1)} ms median`,
)
say(
	'prove an entry',
	await measure((round) => record.findInclusion({ index: (round * 7919 * 131) % size })),
	limits.prove,
)
say(
	'prove a growth',
	await measure((round) => record.findConsistency(1 + ((round * 7919 * 131) % size), size)),
	limits.prove,
)

await database.close()
rmSync(dataDir, { recursive: true, force: true })
finish()
process.exit()
