/**
 * Reports, sealed and on the disk before the answer: how many a second, beside what `pgbench` commits with the same row on the same
 * server; on the embedded database; and how fast the server seals what comes in clear, beside bare age. `node bench/intake.ts`
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { reportSizes } from '#domains/reports'
import {
	answerIntake,
	createTokenBuckets,
	findEndpoint,
	openReports,
	openSealers,
	type Reports,
} from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'
import { seal } from '#tools/seal/sealed'
import type { Tables } from '../src/server/process/database.ts'
import { finish, getPercentile, isQuick, report, showSpread, toSpread } from './support/figures.ts'
import { runPgbench, type PeerFigures } from './support/pgbench.ts'
import { startPostgres, type Postgres } from './support/postgres.ts'

const seconds = isQuick ? 4 : 10
const rounds = isQuick ? 3 : 5
const connections = 64
const sealedLength = 4312
const endless = { perSecond: 1e9, burst: 1e9 }

/** Output of the sender, and processor seconds: its own, ours, those of PostgreSQL. */
type Figures = {
	perSecond: number
	p50: number
	p99: number
	lost: number
	acknowledged: number
	cpu: number
	ownCpu: number
	postgresCpu: number
}

/** Body that the senders send: one sealed report under many tokens. The server cannot tell, and writes each. */
const makeLoad = async (reports: Reports): Promise<string> => {
	const { id: epoch, recipient } = await reports.getEpoch()
	const sealed = await seal(new Uint8Array(4000), recipient, reportSizes)
	if (!sealed.ok) throw new Error('making the load: not sealed')
	const box = await identityToRecipient(await generateX25519Identity())
	const tokens = Array.from({ length: (seconds + 2) * 6000 }, () => reports.intake.makeToken())
	return JSON.stringify({ tokens, epoch, box, sealed: Buffer.from(sealed.value).toString('base64') })
}

type Said = Omit<Figures, 'ownCpu' | 'postgresCpu'>

/** A program of its own sends, as the senders do: this process only answers. */
const send = async (port: number, load: string): Promise<Said> => {
	const file = new URL('support/send-reports.ts', import.meta.url).pathname
	const sender = spawn(process.execPath, [file, ...[port, connections, seconds].map(String)])
	let said = ''
	sender.stdout.on('data', (text: Buffer) => (said += text.toString()))
	sender.stderr.pipe(process.stderr)
	sender.stdin.end(load)
	await new Promise((resolve) => sender.on('close', resolve))
	return JSON.parse(said) as Said
}

const serve = async (reports: Reports) => {
	const server = createServer((request, response) => {
		const endpoint = findEndpoint(request.url ?? '') ?? ''
		void answerIntake(endpoint, { reports, origin: undefined, onFault: console.error }, { request, response })
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

const count = async (kysely: Awaited<ReturnType<typeof openDatabase>>['kysely']): Promise<number> => {
	const { count: rows } = await kysely
		.$extendTables<{ report: { id: string } }>()
		.selectFrom('report')
		.select((select) => select.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow()
	return rows
}

/** The product's intake over a database. Each round says how fast, and throws when a report is not there that was acknowledged. */
const openIntake = async (databaseUrl: string | undefined, getPostgresCpu = () => 0) => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-intake-'))
	const database = await openDatabase<Tables>({ dataDir, databaseUrl })
	await migrate(database)
	const { kysely, kind } = database
	const reports = await openReports({
		kysely,
		dataDir,
		root: undefined,
		threads: 1,
		writers: kind === 'postgres' ? 2 : 1,
		findProof: async () => undefined,
		onFault: console.error,
		buckets: createTokenBuckets({ browser: endless, server: endless }),
	})
	const { port, close } = await serve(reports)
	const measure = async (): Promise<Figures> => {
		const [before, load] = [await count(kysely), await makeLoad(reports)]
		const [own, postgresCpu] = [process.cpuUsage(), getPostgresCpu()]
		const said = await send(port, load)
		const { user, system } = process.cpuUsage(own)
		const cpu = { ownCpu: (user + system) / 1e6, postgresCpu: getPostgresCpu() - postgresCpu }
		const stored = (await count(kysely)) - before
		if (stored !== said.acknowledged) throw new Error(`acknowledged ${said.acknowledged}, stored ${stored}`)
		return { ...said, ...cpu }
	}
	return {
		measure,
		close: async () => {
			close()
			await reports.close()
			await database.close()
			rmSync(dataDir, { recursive: true, force: true })
		},
	}
}

const say = ({ perSecond, p50, p99, lost }: Figures): string =>
	`${perSecond.toFixed(0)} a second, half within ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${lost} lost`
/** Milliseconds of processor time for each report. */
const each = (cpu: number, reports: number): string => ((1000 * cpu) / reports).toFixed(2)

const sayRound = (peer: PeerFigures, own: Figures): void => {
	console.log(
		`  pgbench -c16: ${peer.perSecond.toFixed(0)} a second; CPU ms a report: ${each(peer.postgresCpu, peer.reports)} PostgreSQL, ${each(peer.cpu, peer.reports)} pgbench`,
	)
	const { acknowledged: reports } = own
	console.log(
		`  intake: ${say(own)}; CPU ms a report: ${each(own.postgresCpu, reports)} PostgreSQL, ${each(own.ownCpu, reports)} intake, ${each(own.cpu, reports)} sender`,
	)
}

/** Rounds of one and of the other, in databases of their own: mailboxes of a foreign key are refused by the product. */
const measurePostgres = async (postgres: Postgres): Promise<void> => {
	const [own, peer] = [postgres.makeDatabase('intake'), postgres.makeDatabase('peer')]
	const tables = await openDatabase<Tables>({ dataDir: '', databaseUrl: peer })
	await migrate(tables)
	await tables.close()
	const intake = await openIntake(own, postgres.getCpu)
	const pairs: { peer: PeerFigures; own: Figures }[] = []
	for (let round = 0; round < rounds; round++) {
		postgres.checkpoint()
		const first = runPgbench(postgres, { url: peer, seconds, sealedLength })
		postgres.checkpoint()
		const pair = { peer: first, own: await intake.measure() }
		sayRound(pair.peer, pair.own)
		pairs.push(pair)
	}
	await intake.close()
	const cpu = toSpread(
		pairs.map(
			({ peer: one, own: two }) =>
				((one.cpu + one.postgresCpu) / one.reports) *
				(two.acknowledged / (two.cpu + two.ownCpu + two.postgresCpu)),
		),
	)
	console.log(`CPU of a report, pgbench beside ours, all processes: ${showSpread(cpu, 2)}`)
	const ratio = toSpread(pairs.map((pair) => pair.own.perSecond / pair.peer.perSecond))
	const wait = toSpread(pairs.map((pair) => pair.own.p99))
	report('reports on PostgreSQL beside pgbench', showSpread(ratio, 2), '>= 1.5', ratio.median >= 1.5)
	report('wait of one in a hundred', `${showSpread(wait, 1)} ms`, '< 15 ms', wait.median < 15)
}

const postgres = await startPostgres()
if (postgres) await measurePostgres(postgres).finally(postgres.stop)
else report('reports on PostgreSQL', 'no server: install postgresql, run as root', 'measured', false)
if (process.argv.includes('--postgres')) process.exit()
const intake = await openIntake(undefined)
const embedded = await intake.measure()
await intake.close()
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
