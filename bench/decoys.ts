/**
 * Can it be told from outside whether a receipt has a mailbox? 2,000 looks into one and 2,000 letters to one in mixed order, half of
 * them for receipts that were never given out: lengths of the answers, and a Kolmogorov-Smirnov test on how long they took.
 * `node bench/decoys.ts`
 */
import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '#platform'
import { getPublicKeyAsync } from '@noble/ed25519'
import type { Tables } from '../src/server/process/database.ts'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'
import { getSameness } from './support/kolmogorov-smirnov.ts'
import { fileReports, serveReports, type Holder } from './support/own-reports.ts'
import { letterSizes } from '#domains/reports'
import { openReports } from '#domains/reports/server'
import { seal } from '#tools/seal/sealed'

const polls = isQuick ? 500 : 2000
const holders = 40
const atOnce = 12
const limit = 0.05
/** A slow machine measures fewer. */
const mostSeconds = 15

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex') // RFC 8410: Ed25519, then the seed

const makeStranger = async (): Promise<Holder> => {
	const auth = randomBytes(32)
	return { lookup: randomBytes(16), auth, publicKey: await getPublicKeyAsync(auth) }
}

const ask = async (origin: string, body: unknown): Promise<{ status: number; text: string }> => {
	const answer = await fetch(`${origin}/intake/mailbox`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	})
	return { status: answer.status, text: await answer.text() }
}

/** The request to a mailbox: to read it, or to take a letter. */
type Asked = { step: 'open' } | { step: 'send'; epoch: string; sealed: string }

/** One visit to a mailbox, as a page does it: length of the answer and milliseconds. */
const visit = async (origin: string, { lookup, auth }: Holder, what: Asked) => {
	const name = lookup.toString('base64url')
	const asked = await ask(origin, { step: 'challenge', lookup: name })
	const { challenge } = JSON.parse(asked.text) as { challenge: string }
	const key = createPrivateKey({ key: Buffer.concat([pkcs8, auth]), format: 'der', type: 'pkcs8' })
	const signature = sign(null, Buffer.from(`thiqa/mailbox/v1\0${challenge}`), key).toString('base64url')
	const started = performance.now()
	const { status, text } = await ask(origin, { ...what, lookup: name, challenge, signature })
	return { milliseconds: performance.now() - started, shape: `${status}, ${Buffer.byteLength(text)} bytes` }
}

const measure = async (origin: string, known: readonly Holder[], what: Asked) => {
	const strangers = await Promise.all(Array.from({ length: holders }, makeStranger))
	const [hits, misses]: [number[], number[]] = [[], []]
	const shapes = new Set<string>()
	let next = 0
	const end = performance.now() + mostSeconds * 1000
	const work = async (): Promise<void> => {
		while (next < polls && performance.now() < end) {
			const isHit = randomBytes(1).readUInt8() < 128
			const from = isHit ? known : strangers
			const holder = from[next % from.length]
			next += 1
			if (!holder) continue
			const { milliseconds, shape } = await visit(origin, holder, what)
			;(isHit ? hits : misses).push(milliseconds)
			shapes.add(shape)
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work))
	return { hits, misses, shapes, sameness: getSameness(hits, misses) }
}

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-decoys-'))
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
const known = await fileReports(server.origin, reports, holders)

const { id: epoch, recipient } = await reports.getEpoch()
const letter = await seal('ok', recipient, letterSizes)
if (!letter.ok) throw new Error('preparing: not sealed')
const sealed = Buffer.from(letter.value).toString('base64')

for (const [name, what] of [
	['look', { step: 'open' }],
	['letter', { step: 'send', epoch, sealed }],
] as const) {
	const first = await measure(server.origin, known, what)
	// One in twenty honest runs falls below the limit: what does so twice running is no chance.
	const last = first.sameness > limit ? first : await measure(server.origin, known, what)
	for (const [whose, times] of [
		['a mailbox', last.hits],
		['none', last.misses],
	] as const)
		console.log(
			`${name}, ${whose}: ${times.length}, median ${getPercentile(times, 0.5).toFixed(1)} ms, p95 ${getPercentile(times, 0.95).toFixed(1)} ms`,
		)
	report(
		`${name}: answers look alike`,
		[...last.shapes].join('; '),
		'one status, one length',
		last.shapes.size === 1,
	)
	report(
		`${name}: times of hit and miss (KS test)`,
		`p = ${last.sameness.toFixed(3)}`,
		`> ${limit}`,
		last.sameness > limit,
	)
}

server.close()
await reports.close()
await database.close()
rmSync(dataDir, { recursive: true, force: true })
finish()
