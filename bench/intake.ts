/**
 * Reports, sealed and on the disk before the answer: how many a second, beside what `pgbench` commits with the same row on the same
 * server; on the embedded database; and how fast the server seals what comes in clear, beside bare age. `node bench/intake.ts`
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { reportSizes } from '#domains/reports'
import {
	answerIntake,
	createPurses,
	findDoor,
	openReports,
	openSealers,
	type Reports,
} from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'
import { seal } from '#tools/sealed'
import { findFreePort } from '../tests/support/free-port.ts'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'

const seconds = isQuick ? 4 : 15
const connections = 64
const endless = { perSecond: 1e9, burst: 1e9 }

type Postgres = { url: string; stop: () => void; bin: string }

const startPostgres = async (): Promise<Postgres | undefined> => {
	const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : []
	const bin = `/usr/lib/postgresql/${versions.at(-1) ?? ''}/bin`
	if (process.getuid?.() !== 0 || !existsSync(`${bin}/pgbench`)) return undefined
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-pg-'))
	const as = (command: string): void =>
		void execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { stdio: 'ignore' })
	const { uid, gid } = {
		uid: execFileSync('id', ['-u', 'postgres']),
		gid: execFileSync('id', ['-g', 'postgres']),
	}
	chownSync(folder, Number(uid.toString()), Number(gid.toString()))
	const port = await findFreePort()
	as(`${bin}/initdb -D ${folder}/db -A trust -E UTF8 --locale=C.UTF-8`)
	as(`${bin}/pg_ctl -D ${folder}/db -o '-p ${port} -h 127.0.0.1 -k ${folder}' -l ${folder}/log -w start`)
	return {
		bin,
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		stop: () => {
			as(`${bin}/pg_ctl -D ${folder}/db -m immediate stop`)
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

/** The same row, written as the product writes it: report, mailbox and entry of the record, one transaction. */
const pgbench = ({ bin, url }: Postgres, sealed: number): number => {
	const file = join(tmpdir(), `thiqa-pgbench-${process.pid}.sql`)
	const bytes = (length: number): string => `'\\x${randomBytes(length).toString('hex')}'`
	writeFileSync(
		file,
		`\\set n random(1, 2000000000)
begin;
insert into report values (gen_random_uuid(), 'demo-2026-03', ${bytes(sealed)}, 'browser', 'normal', ${bytes(32)}, ${bytes(32)}, gen_random_uuid(), now());
insert into mailbox values (sha256((:n || gen_random_uuid()::text)::bytea), gen_random_uuid(), ${bytes(138)});
insert into audit_entry (id, commitment) values (gen_random_uuid(), ${bytes(32)});
commit;
`,
	)
	const options = ['-n', '-c', '16', '-j', '2', '-T', String(seconds), '-f', file, url]
	const said = execFileSync(`${bin}/pgbench`, options).toString()
	rmSync(file)
	return Number(/tps = ([\d.]+)/u.exec(said)?.[1] ?? 0)
}

type Figures = { perSecond: number; p99: number; lost: number; acknowledged: number }

/** What the senders send: one sealed report under many tokens. The server cannot tell, and writes each. */
const makeLoad = async (reports: Reports): Promise<string> => {
	const { id: epoch, recipient } = await reports.getEpoch()
	const sealed = await seal(new Uint8Array(4000), recipient, reportSizes)
	if (!sealed.ok) throw new Error('making the load: not sealed')
	const box = await identityToRecipient(await generateX25519Identity())
	const tokens = Array.from({ length: (seconds + 2) * 6000 }, () => reports.intake.makeToken())
	return JSON.stringify({ tokens, epoch, box, sealed: Buffer.from(sealed.value).toString('base64') })
}

/** A program of its own sends, as the senders do: this process only answers. */
const send = async (port: number, load: string): Promise<Figures> => {
	const file = new URL('support/send-reports.ts', import.meta.url).pathname
	const sender = spawn(process.execPath, [file, ...[port, connections, seconds].map(String)])
	let said = ''
	sender.stdout.on('data', (text: Buffer) => (said += text.toString()))
	sender.stderr.pipe(process.stderr)
	sender.stdin.end(load)
	await new Promise((resolve) => sender.on('close', resolve))
	return JSON.parse(said) as Figures
}

const serve = async (reports: Reports) => {
	const server = createServer((request, response) => {
		const door = findDoor(request.url ?? '') ?? ''
		void answerIntake(door, { reports, origin: undefined, onFault: console.error }, { request, response })
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

const measureIntake = async (databaseUrl: string | undefined, writers = 1): Promise<Figures> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-intake-'))
	const database = await openDatabase({ dataDir, databaseUrl })
	await migrate(database)
	const { kysely } = database
	const purses = createPurses({ browser: endless, server: endless })
	const onFault = (error: unknown): void => console.error(error)
	const findProof = async (): Promise<undefined> => undefined
	const reports = await openReports({
		kysely,
		dataDir,
		root: undefined,
		findProof,
		onFault,
		threads: 1,
		writers,
		purses,
	})
	const { port, close } = await serve(reports)
	const before = await count(kysely)
	const figures = await send(port, await makeLoad(reports))
	const stored = (await count(kysely)) - before
	close()
	await reports.close()
	await database.close()
	rmSync(dataDir, { recursive: true, force: true })
	if (stored !== figures.acknowledged)
		throw new Error(`acknowledged ${figures.acknowledged}, stored ${stored}`)
	return figures
}

const count = async (kysely: Awaited<ReturnType<typeof openDatabase>>['kysely']): Promise<number> => {
	const { count: rows } = await kysely
		.$extendTables<{ report: { id: string } }>()
		.selectFrom('report')
		.select((select) => select.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow()
	return rows
}

const say = ({ perSecond, p99, lost }: Figures): string =>
	`${perSecond.toFixed(0)} a second, p99 ${p99.toFixed(1)} ms, ${lost} lost`

const postgres = await startPostgres()
if (postgres) {
	const figures = await measureIntake(postgres.url, 1)
	// Mailboxes there belong to a key that is gone: the product would not open them.
	execFileSync(`${postgres.bin}/createdb`, [
		'-h',
		'127.0.0.1',
		'-p',
		new URL(postgres.url).port,
		'-U',
		'postgres',
		'second',
	])
	const peers = [pgbench(postgres, 4312), pgbench(postgres, 4312)]
	const again = await measureIntake(postgres.url.replace(/postgres$/u, 'second'), 2)
	postgres.stop()
	const peer = Math.max(...peers)
	const best = figures.perSecond > again.perSecond ? figures : again
	console.log(`pgbench -c16, same row: ${peers.map((tps) => tps.toFixed(0)).join(', ')} a second`)
	console.log(`one writer: ${say(figures)}; two: ${say(again)}`)
	const ratio = best.perSecond / peer
	report('reports on PostgreSQL beside pgbench', `${ratio.toFixed(2)} (${say(best)})`, '>= 1.5', ratio >= 1.5)
	report('wait of one in a hundred', `${best.p99.toFixed(1)} ms`, '< 15 ms', best.p99 < 15)
} else {
	report('reports on PostgreSQL', 'no server: install postgresql, run as root', 'measured', false)
}
const embedded = await measureIntake(undefined)
report('reports on the embedded database', say(embedded), '>= 500 a second', embedded.perSecond >= 500)

const measureSealing = async (): Promise<void> => {
	const recipient = await identityToRecipient(await generateX25519Identity())
	const rounds = isQuick ? 200 : 1000
	const length = 16_000
	const bare = async (): Promise<number> => {
		const started = performance.now()
		for (let round = 0; round < rounds; round++) {
			const encrypter = new Encrypter()
			encrypter.addRecipient(recipient)
			await encrypter.encrypt(new Uint8Array(16_384))
		}
		return (rounds * 1000) / (performance.now() - started)
	}
	const sealers = await openSealers(1, rounds)
	const pooled = async (): Promise<number> => {
		const started = performance.now()
		const contents = Array.from({ length: rounds }, () => new Uint8Array(length).fill(65))
		await Promise.all(contents.map((content) => sealers.seal(content, recipient)))
		return (rounds * 1000) / (performance.now() - started)
	}
	await sealers.seal(new Uint8Array(10), recipient)
	const rates = { bare: [] as number[], pooled: [] as number[] }
	for (let round = 0; round < 5; round++) {
		rates.bare.push(await bare())
		rates.pooled.push(await pooled())
	}
	await sealers.close()
	const [own, peer] = [getPercentile(rates.pooled, 0.5), getPercentile(rates.bare, 0.5)]
	report(
		'sealing on arrival beside bare age, one thread each',
		`${((100 * own) / peer).toFixed(0)} % (${own.toFixed(0)} and ${peer.toFixed(0)} a second)`,
		'>= 60 %',
		own >= 0.6 * peer,
	)
}
await measureSealing()
finish()
