/**
 * A flood of hostile reports: 1,000 a second for ten seconds, half of them the same report sent again, the rest with forged, spliced,
 * unsolved or foreign work. How much of the processors it takes, and whether honest reports still arrive. `node bench/proof-of-work.ts`
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '#platform'
import { openReports, type Reports } from '#domains/reports/server'
import type { Tables } from '../src/server/process/database.ts'
import { solveChallenge } from '../src/lib/tools/seal/proof-of-work/solver/index.ts'
import { finish, isQuick, report } from './support/figures.ts'
import { makeBox, makeOwnBody, sealOnce, serveReports } from './support/own-reports.ts'

const seconds = isQuick ? 4 : 10
const perSecond = 1000
const honestCount = 40
const [mostShare, leastSuccess] = [0.3, 0.95]

type Parts = { reports: Reports; sealed: Uint8Array; box: string; epoch: string }

/** A report as a browser makes it: with a token, and the work that belongs to it. */
const makeHonest = async ({ reports, sealed, box, epoch }: Parts) => {
	const { token, challenge } = await reports.intake.makeChallenge(reports.intake.makeToken())
	if (!challenge) throw new Error('measuring the work: none was asked')
	const solution = await solveChallenge(challenge)
	const { body } = await makeOwnBody({ token, epoch, lane: 'normal', solution }, sealed, box)
	return { body, solution }
}

/** Ways to come without having done the work for this report. */
const makeHostile = async (parts: Parts, solved: string): Promise<Uint8Array[]> => {
	const { reports, sealed, box, epoch } = parts
	const bodies: Uint8Array[] = []
	const add = async (token: string, solution: string | undefined): Promise<void> => {
		const header = { token, epoch, lane: 'normal' as const, ...(solution === undefined ? {} : { solution }) }
		bodies.push((await makeOwnBody(header, sealed, box)).body)
	}
	for (let round = 0; round < 8; round++) {
		await add(randomBytes(39).toString('base64url'), solved) // a token that nobody gave
		await add(reports.intake.makeToken(), solved) // the work of another form
		await add(reports.intake.makeToken(), undefined) // none
		await add(reports.intake.makeToken(), randomBytes(300).toString('base64')) // noise
	}
	return bodies
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

type Said = {
	ran: number
	sent: number
	statuses: Record<'honest' | 'hostile', Record<string, number>>
	p99: number
}

const send = async (port: number, load: unknown): Promise<Said> => {
	const file = new URL('support/send-hostile.ts', import.meta.url).pathname
	const sender = spawn(process.execPath, [file, ...[port, seconds, perSecond].map(String)])
	let said = ''
	sender.stdout.on('data', (text: Buffer) => (said += text.toString()))
	sender.stderr.pipe(process.stderr)
	sender.stdin.end(JSON.stringify(load))
	await new Promise((resolve) => sender.on('close', resolve))
	return JSON.parse(said) as Said
}

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-work-'))
const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
await migrate(database)
const reports = await openReports({
	kysely: database.kysely,
	dataDir,
	root: undefined,
	threads: 1,
	findProof: async () => undefined,
	onFault: console.error,
})
const server = await serveReports(reports)
const { id: epoch, recipient } = await reports.getEpoch()
const parts = { reports, epoch, sealed: await sealOnce(recipient), box: await makeBox() }

const replayed = await makeHonest(parts)
const others = await makeHostile(parts, replayed.solution)
const hostile = others.flatMap((body) => [toBase64(replayed.body), toBase64(body)])
const honest: string[] = []
for (let at = 0; at < honestCount; at++) honest.push(toBase64((await makeHonest(parts)).body))

const before = process.cpuUsage()
const { ran, sent, statuses, p99 } = await send(server.port, { hostile, honest })
const { user, system } = process.cpuUsage(before)
const share = (user + system) / 1e6 / ran / availableParallelism()
const arrived = statuses.honest['201'] ?? 0

console.log(
	`${sent} bodies in ${ran.toFixed(1)} s; hostile ones were answered ${JSON.stringify(statuses.hostile)}`,
)
report(
	'processors taken by the flood, all of the intake',
	`${(share * 100).toFixed(1)} %`,
	`<= ${mostShare * 100} %`,
	share <= mostShare,
)
report(
	'honest reports that arrived',
	`${arrived} of ${honestCount}, p99 ${p99.toFixed(0)} ms`,
	`>= ${leastSuccess * 100} %`,
	arrived >= honestCount * leastSuccess,
)
const accepted =
	(
		await database.kysely
			.$extendTables<{ report: { id: string } }>()
			.selectFrom('report')
			.select((select) => select.fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow()
	).count + (await reports.keeper.countSpooled())
report(
	'reports kept',
	String(accepted),
	`${honestCount + 1}: each honest one once, the replayed one once`,
	accepted === honestCount + 1,
)

server.close()
await reports.close()
await database.close()
rmSync(dataDir, { recursive: true, force: true })
finish()
