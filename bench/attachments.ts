/**
 * Attachments that arrive while lines break: 20 uploads of 5 MiB at once, each cut off again and again, until all are whole and their
 * reports filed. Prints what memory grew by, and checks every byte. `node bench/attachments.ts`, a minute at most.
 */
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerIntake, findDoor, openReports } from '#domains/reports/server'
import { sendAttachment, type Sending } from '#domains/reports/attachments'
import { migrate, openDatabase } from '#platform'
import { seal } from '#tools/sealed'
import { finish, isQuick, report } from './support/figures.ts'

const uploads = isQuick ? 8 : 20
const length = (isQuick ? 1 : 5) * 1024 * 1024
const longest = 60_000

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-attachments-'))
const database = await openDatabase({ dataDir, databaseUrl: undefined })
await migrate(database)
const reports = await openReports({
	...{ kysely: database.kysely, dataDir, root: undefined, threads: 1, attachments: ['screenshot'] },
	findProof: async () => undefined,
	onFault: console.error,
})
const server = createServer((request, response) => {
	const door = findDoor(request.url ?? '') ?? ''
	void answerIntake(door, { reports, origin: undefined, onFault: console.error }, { request, response })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const sealed = await seal(Buffer.alloc(length, 'thiqa'), (await reports.getEpoch()).recipient, 'padme')
if (!sealed.ok) throw new Error('preparing: not sealed')
const bytes = Uint8Array.from(sealed.value)
const digest = createHash('sha256').update(bytes).digest('hex')

let cuts = 0
/** A line that breaks at one request in four, in the middle of what it carries. */
const weak = (async (path: string, init: RequestInit) => {
	const cut = new AbortController()
	if (Math.random() < 0.25) {
		cuts += 1
		setTimeout(() => cut.abort(), Math.random() * 20)
	}
	return fetch(origin + path, { ...init, signal: cut.signal })
}) as typeof fetch
const tools = {
	fetch: weak,
	wait: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds / 20)),
	now: () => performance.now(),
}

const measureMemory = (): number => {
	const { heapUsed, external } = process.memoryUsage()
	return heapUsed + external
}

const upload = async (): Promise<boolean> => {
	const sending: Sending = { part: 1, sealed: bytes, sent: 0 }
	const token = reports.intake.makeToken()
	while (performance.now() - started < longest)
		if ((await sendAttachment(sending, token, { tools })) === undefined) return true
	return false
}

const started = performance.now()
const before = measureMemory()
let peak = before
const watch = setInterval(() => (peak = Math.max(peak, measureMemory())), 50)
const whole = (await Promise.all(Array.from({ length: uploads }, upload))).filter(Boolean).length
clearInterval(watch)
const seconds = (performance.now() - started) / 1000

const hash = async (path: string): Promise<string> => {
	const sum = createHash('sha256')
	for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer)
	return sum.digest('hex')
}
const folder = join(dataDir, 'attachments')
let right = 0
for (const name of readdirSync(folder)) if ((await hash(join(folder, name))) === digest) right += 1

server.close()
server.closeAllConnections()
await reports.close()
await database.close()
rmSync(dataDir, { recursive: true, force: true })

const megabytes = ((uploads * bytes.length) / 1e6).toFixed(0)
report(
	`${uploads} uploads at once, ${megabytes} MB, ${cuts} cuts`,
	`${whole} whole, ${right} the same bytes, ${seconds.toFixed(1)} s`,
	'all whole and the same',
	whole === uploads && right === uploads,
)
const growth = (peak - before) / 1e6
report(
	'memory of sender and server meanwhile, both in this process',
	`${growth.toFixed(0)} MB more than before`,
	'< 4 MB for each that is under way',
	growth < 4 * uploads,
)
finish()
