/**
 * A process for tests that kill one: `node tests/support/intake-child.ts <data folder> <point> <times> [cold]`. Serves the intake on a
 * port that it says, and ends itself without a word when work reaches the point for so many times. `cold`: everything waits on
 * the disk first.
 */
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerIntake, createPurses, findDoor, openReports } from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'

const [dataDir = '', point = '', times = '1', cold] = process.argv.slice(2)
let reached = 0
const mark = (name: string): void => {
	if (name !== point || ++reached < Number(times)) return
	const end = (): unknown => process.kill(process.pid, 'SIGKILL')
	// A statement goes on in the database's own thread: it may be ended anywhere.
	if (name === 'writing') setTimeout(end, Math.random() * 10)
	else end()
}

// The test that started this process may be killed itself: its pipe then closes.
process.stdin.on('end', () => process.exit(1)).resume()

const database = await openDatabase({ dataDir, databaseUrl: undefined })
await migrate(database)
const budget = cold ? { perSecond: 0, burst: 0 } : { perSecond: 1e6, burst: 1e6 }
const reports = await openReports({
	kysely: database.kysely,
	dataDir,
	root: undefined,
	attachments: ['voice', 'screenshot'],
	findProof: async () => undefined,
	onFault: (error) => console.error(error),
	threads: 1,
	mark,
	purses: createPurses({ browser: budget, server: budget }),
})
const server = createServer((request, response) => {
	const door = findDoor(request.url ?? '')
	if (request.url === '/form')
		return void reports
			.getEpoch()
			.then(({ record }) =>
				response.end(JSON.stringify({ record, name: reports.root.name, key: [...reports.root.publicKey] })),
			)
	if (door === undefined) return void response.writeHead(404).end()
	void answerIntake(door, { reports, origin: undefined, onFault: console.error }, { request, response })
})
server.listen(0, '127.0.0.1', () => writeSync(1, `${(server.address() as AddressInfo).port}\n`))
