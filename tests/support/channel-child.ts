/**
 * A process for tests that kill one: `node tests/support/channel-child.ts <data folder> <point>`. Serves the inbox of partners on a port that it
 * says, and ends itself without a word when a message reaches the point; without a point it goes on. Each note that is taken adds an effect.
 */
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { openDatabase } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'
import { openTestChannel } from './partner-channel.ts'

const [dataDir = '', point = ''] = process.argv.slice(2)

// The test that started this process may be killed itself: its pipe then closes.
process.stdin.on('end', () => process.exit(1)).resume()

const { kysely } = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
const channel = await openTestChannel(kysely, {
	dataDir,
	handlers: {
		note: async (trx, { id }) =>
			void (await sql`insert into setting values (${`effect ${id} ${Math.random()}`}, '1', now())`.execute(
				trx,
			)),
	},
	faultPoint: (name) => void (name === point && process.kill(process.pid, 'SIGKILL')),
})

const server = createServer((request, response) => {
	const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`
	if (request.url === '/coop/v1/keys')
		return void channel.keys.publish().then((keys) => response.end(JSON.stringify(keys)))
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
	)
	void buffer(request)
		.then((body) => channel.post(headers, Uint8Array.from(body), url))
		.then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body))
})
server.listen(0, '127.0.0.1', () => writeSync(1, `${(server.address() as AddressInfo).port}\n`))
