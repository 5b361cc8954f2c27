/**
 * Sends sealed reports over so many connections for so long, each with a token of its own, and says how fast they were
 * acknowledged: `node send-reports.ts <port> <connections> <seconds>`. What to send stands on standard input.
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { packReport } from '#domains/reports/sealing'
import { getPercentile } from './figures.ts'

const [port = '', connections = '64', seconds = '10'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const { tokens, epoch, box, sealed } = JSON.parse(await text(process.stdin)) as {
	tokens: string[]
	epoch: string
	box: string
	sealed: string
}
const bytes = new Uint8Array(Buffer.from(sealed, 'base64'))
// The danger lane asks for no work, which would take a quarter of a second of the sender for each.
const bodies = tokens.map((token) =>
	packReport(
		{ token, epoch, lane: 'danger' },
		{ lookup: randomBytes(16), auth: randomBytes(32), mark: randomBytes(16), box },
		bytes,
	),
)

const send = (body: Uint8Array): Promise<number> =>
	new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length }
		const options = { agent, host: '127.0.0.1', port: Number(port), path: '/intake/reports', method: 'POST' }
		const asked = request({ ...options, headers }, (response) => {
			response.resume().on('end', () => resolve(response.statusCode ?? 0))
		}).on('error', reject)
		asked.end(body)
	})

const waits: number[] = []
let [lost, next, acknowledged] = [0, 0, 0]
const warmUp = 1500
const started = performance.now()
const [from, end] = [started + warmUp, started + warmUp + 1000 * Number(seconds)]

const work = async (): Promise<void> => {
	while (performance.now() < end && next < bodies.length) {
		const body = bodies[next++]
		if (!body) return
		const asked = performance.now()
		const status = await send(body)
		if (status !== 201) lost += 1
		else acknowledged += 1
		const answered = performance.now()
		if (asked >= from && answered <= end) waits.push(answered - asked)
	}
}
await Promise.all(Array.from({ length: Number(connections) }, work))
const ran = (Math.min(performance.now(), end) - from) / 1000
agent.destroy()
console.log(
	JSON.stringify({ perSecond: waits.length / ran, p99: getPercentile(waits, 0.99), lost, acknowledged }),
)
