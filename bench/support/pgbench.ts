/** The peer of the intake: `pgbench` commits the same rows one report at a time. */
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getEndedCpuSeconds } from './figures.ts'
import type { Postgres } from './postgres.ts'

/**
 * The same rows of the same length in the same tables as the product writes: report, mailbox, entry of the record and its place in
 * the queue. The bytes come as parameters of prepared statements, as from any program that keeps reports in a database.
 */
const script = `
\\set n random(1, 2000000000)
begin;
insert into report values (gen_random_uuid(), 'demo-2026-03', :sealed, 'browser', 'normal', :hash, :hash, gen_random_uuid(), now());
insert into mailbox values (sha256((:n || gen_random_uuid()::text)::bytea), gen_random_uuid(), :keys);
with written as (insert into audit_entry (id, commitment) values (gen_random_uuid(), :hash) returning id)
	insert into audit_waiting select id from written;
commit;
`

export type PeerFigures = { perSecond: number; reports: number; cpu: number; postgresCpu: number }

/** Runs it with 16 connections for so many seconds. */
export const runPgbench = (
	postgres: Postgres,
	{ url, seconds, sealedLength }: { url: string; seconds: number; sealedLength: number },
): PeerFigures => {
	const file = join(tmpdir(), `thiqa-pgbench-${process.pid}.sql`)
	writeFileSync(file, script)
	const bytes = (name: string, length: number): string[] => [
		'-D',
		`${name}=\\x${randomBytes(length).toString('hex')}`,
	]
	const values = [...bytes('sealed', sealedLength), ...bytes('hash', 32), ...bytes('keys', 138)]
	const [ended, before] = [getEndedCpuSeconds('self'), postgres.getCpu()]
	const said = postgres.run('pgbench', [
		'-n',
		'-M',
		'prepared',
		'-c',
		'16',
		'-j',
		'2',
		'-T',
		String(seconds),
		'-f',
		file,
		...values,
		url,
	])
	rmSync(file)
	return {
		perSecond: Number(/tps = ([\d.]+)/u.exec(said)?.[1] ?? 0),
		reports: Number(/actually processed: (\d+)/u.exec(said)?.[1] ?? 0),
		cpu: getEndedCpuSeconds('self') - ended,
		postgresCpu: postgres.getCpu() - before,
	}
}
