/**
 * A process for tests that kill one: `node tests/support/intake-child.ts <data folder> <point> <times> [spool]`. Serves the intake on a
 * port that it says, and ends itself without a word when work reaches the point for so many times. `spool`: everything waits on
 * the disk first. What is posted to `/clear` it seals on arrival, as for a page without script, and answers with the code of the
 * receipt.
 */
import { writeSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Answers } from '#domains/reports'
import { answerIntake, createTokenBuckets, findEndpoint, openReports } from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'

const [dataDir = '', point = '', times = '1', spool] = process.argv.slice(2)
let reached = 0
const faultPoint = (name: string): void => {
	if (name !== point || ++reached < Number(times)) return
	const end = (): unknown => process.kill(process.pid, 'SIGKILL')
	// A statement goes on in the database's own thread: it may be ended anywhere.
	if (name === 'writing') setTimeout(end, Math.random() * 10)
	else end()
}

// The test that started this process may be killed itself: its pipe then closes.
process.stdin.on('end', () => process.exit(1)).resume()

const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
await migrate(database)
const budget = spool ? { perSecond: 0, burst: 0 } : { perSecond: 1e6, burst: 1e6 }
// A form takes a person ten seconds at least: the clock goes on between its making and its coming back.
let hasTyped = false
const reports = await openReports({
	kysely: database.kysely,
	dataDir,
	root: undefined,
	attachments: ['voice', 'screenshot'],
	findProof: async () => undefined,
	onFault: (error) => console.error(error),
	threads: 1,
	faultPoint,
	now: () => new Date(Date.now() + (hasTyped ? 60_000 : 0)),
	buckets: createTokenBuckets({ browser: budget, server: budget }),
})
const takeInClear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const answers = JSON.parse(await text(request)) as Answers
	hasTyped = false
	const token = reports.intake.makeToken()
	hasTyped = true
	const filed = await reports.intake.fileInClear({ token, answers, locale: 'ar' })
	response.writeHead(filed.ok ? 201 : 422).end(filed.ok ? filed.value.code : '')
}

const server = createServer((request, response) => {
	if (request.url === '/clear') return void takeInClear(request, response)
	const endpoint = findEndpoint(request.url ?? '')
	if (request.url === '/form')
		return void reports
			.getEpoch()
			.then(({ record }) =>
				response.end(JSON.stringify({ record, name: reports.root.name, key: [...reports.root.publicKey] })),
			)
	if (endpoint === undefined) return void response.writeHead(404).end()
	void answerIntake(endpoint, { reports, origin: undefined, onFault: console.error }, { request, response })
})
server.listen(0, '127.0.0.1', () => writeSync(1, `${(server.address() as AddressInfo).port}\n`))
