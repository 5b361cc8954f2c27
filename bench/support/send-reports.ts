/**
 * Sends sealed reports over so many connections for so long, each with a token of its own, and says how fast they were
 * acknowledged: `node send-reports.ts <port> <connections> <seconds>`. What to send stands on standard input. It speaks HTTP by
 * itself, with few words: on two processors whatever the sender takes is taken from the server.
 */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { packReport } from '#domains/reports/sealing'
import { getPercentile } from './figures.ts'

const [port = '', connections = '64', seconds = '10'] = process.argv.slice(2)
const { tokens, epoch, box, sealed } = JSON.parse(await text(process.stdin)) as {
	tokens: string[]
	epoch: string
	box: string
	sealed: string
}
const bytes = new Uint8Array(Buffer.from(sealed, 'base64'))

/** A whole request. Priority `danger` asks for no work, which would take a quarter of a second of the sender for each. */
const pack = (token: string): Buffer => {
	const keys = { lookup: randomBytes(16), auth: randomBytes(32), mark: randomBytes(16), box }
	const body = packReport({ token, epoch, lane: 'danger' }, keys, bytes)
	const head = [
		'POST /intake/reports HTTP/1.1',
		'host: 127.0.0.1',
		'content-type: application/octet-stream',
		`content-length: ${body.length}`,
	]
	return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
}
// Made before the clock runs, all but the sealed bytes, which are the same: a gigabyte of them would help nobody.
const requests = tokens.map((token) => Buffer.from(pack(token).subarray(0, -bytes.length)))

/** The status of a whole answer; 0 while more of it is to come. */
const readStatus = (answer: string): number => {
	const end = answer.indexOf('\r\n\r\n')
	const length = Number(/\r\ncontent-length: (\d+)/iu.exec(answer)?.[1])
	return end >= 0 && answer.length >= end + 4 + length ? Number(answer.slice(9, 12)) : 0
}

const waits: number[] = []
let [lost, next, acknowledged] = [0, 0, 0]
const warmUp = 1500
const started = performance.now()
const [from, end] = [started + warmUp, started + warmUp + 1000 * Number(seconds)]

const work = (): Promise<void> =>
	new Promise((resolve) => {
		const socket = connect(Number(port), '127.0.0.1').setNoDelay()
		let [asked, answer, isWaiting] = [0, '', false]
		const sendNext = (): void => {
			asked = performance.now()
			const request = requests[next]
			if (asked >= end || !request) return void socket.end()
			next += 1
			isWaiting = true
			socket.write(Buffer.concat([request, bytes]))
		}
		socket.on('connect', sendNext).on('data', (part) => {
			answer += part.toString('latin1')
			const status = readStatus(answer)
			if (status === 0) return
			isWaiting = false
			answer = ''
			if (status === 201) acknowledged += 1
			else lost += 1
			const answered = performance.now()
			if (asked >= from && answered <= end) waits.push(answered - asked)
			sendNext()
		})
		socket
			.on('error', () => undefined)
			.on('close', () => {
				if (isWaiting) lost += 1
				resolve()
			})
	})
const { user, system } = process.cpuUsage()
await Promise.all(Array.from({ length: Number(connections) }, work))
const ran = (Math.min(performance.now(), end) - from) / 1000
const cpu = process.cpuUsage({ user, system })
console.log(
	JSON.stringify({
		perSecond: waits.length / ran,
		p50: getPercentile(waits, 0.5),
		p99: getPercentile(waits, 0.99),
		lost,
		acknowledged,
		cpu: (cpu.user + cpu.system) / 1e6,
	}),
)
