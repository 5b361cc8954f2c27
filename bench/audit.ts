/**
 * The public record on the embedded database, with a million entries in it, an act behind each: milliseconds to append and to prove,
 * seconds to verify all of it.
 * `node bench/audit.ts`; `-- --quick` takes 50,000 entries.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
	addEntries,
	commit,
	migrate,
	openDatabase,
	openRecord,
	verifyRecord,
	type AuditEntry,
} from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'

const size = isQuick ? 50_000 : 1_000_000
const rounds = isQuick ? 30 : 100
/** Reports that the intake commits together. */
const together = 64
const limits = { append: 2, prove: 20, verifySeconds: 60 }

type Act = AuditEntry & { salt: Buffer; content: string }
const makeEntries = (count: number): Act[] =>
	Array.from({ length: count }, () => {
		const [id, salt] = [randomUUID(), randomBytes(32)]
		const content = `{"act":"case/opened","at":"2026-11-29T10:00:00.000Z","by":"${id}","case":"${id}","v":1}`
		return { id, salt, content, commitment: commit(salt, Buffer.from(content)) }
	})

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-audit-'))
const database = await openDatabase({ dataDir, databaseUrl: undefined })
await migrate(database)
const record = await openRecord({ kysely: database.kysely, dataDir, origin: undefined, witnesses: [] })
const add = (acts: readonly Act[]): Promise<void> =>
	database.kysely.transaction().execute(async (trx) => {
		await addEntries(trx, acts)
		await sql`insert into act_record (entry, content, salt) select * from unnest(${acts.map(({ id }) => id)}::uuid[],
			${acts.map(({ content }) => content)}::text[], ${acts.map(({ salt }) => salt)}::bytea[])`.execute(trx)
	})
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

const key = parseVerifierKey(record.verifierKey)
if (!key.ok) throw new Error('the record has no key')
const [verifying, used] = [performance.now(), process.cpuUsage()]
const verdict = await verifyRecord(database, {
	key: key.value,
	witnesses: [],
	checkErasure: () => Promise.resolve({ ok: true, value: 0 }),
})
if (verdict.problem !== undefined) throw new Error(verdict.problem)
const seconds = (performance.now() - verifying) / 1000
const spent = process.cpuUsage(used)
const processor = (spent.user + spent.system) / 1e6
report(
	`verify all of it: ${verdict.entries} entries, ${verdict.acts} acts, each explained`,
	`${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time`,
	`< ${limits.verifySeconds} s`,
	seconds < limits.verifySeconds,
)

await database.close()
rmSync(dataDir, { recursive: true, force: true })
finish()
process.exit()
