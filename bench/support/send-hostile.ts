/**
 * Sends what it is given as JSON on standard input, so many a second for so many seconds over 32 connections, hostile bodies and
 * honest ones in between, and says which status came how often for each: `node send-hostile.ts <port> <seconds> <per second>`.
 */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { getPercentile } from './figures.ts'

const [port = '', seconds = '10', perSecond = '1000'] = process.argv.slice(2)
/** Bodies in base64: hostile ones are sent again and again in turn, each honest one once, spread over the time. */
const { hostile, honest } = JSON.parse(await text(process.stdin)) as { hostile: string[]; honest: string[] }

const pack = (body: string): Buffer => {
	const bytes = Buffer.from(body, 'base64')
	const head = `POST /intake/reports HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/octet-stream\r\ncontent-length: ${bytes.length}\r\n\r\n`
	return Buffer.concat([Buffer.from(head), bytes])
}

type Sent = { request: Buffer; isHonest: boolean }
const total = Number(seconds) * Number(perSecond)
const every = Math.floor(total / Math.max(1, honest.length))
const hostileRequests = hostile.map(pack)
const honestRequests = honest.map(pack)
const queue = Array.from({ length: total }, (_, at): Sent => {
	const mine = at % every === every - 1 ? honestRequests[Math.floor(at / every)] : undefined
	const request = mine ?? hostileRequests[at % hostileRequests.length] ?? Buffer.alloc(0)
	return { request, isHonest: mine !== undefined }
})

const statuses: { honest: Record<string, number>; hostile: Record<string, number> } = {
	honest: {},
	hostile: {},
}
const waits: number[] = []
let [next, sent] = [0, 0]
const started = performance.now()
const isDue = (): boolean => ((performance.now() - started) / 1000) * Number(perSecond) > next
const isOver = (): boolean =>
	next >= queue.length || performance.now() - started > 1000 * (Number(seconds) + 5)

const isWhole = (answer: string): boolean => {
	const end = answer.indexOf('\r\n\r\n')
	return end >= 0 && answer.length >= end + 4 + Number(/\r\ncontent-length: (\d+)/iu.exec(answer)?.[1])
}

const work = (): Promise<void> =>
	new Promise((resolve) => {
		const socket = connect(Number(port), '127.0.0.1').setNoDelay()
		let [answer, asked] = ['', 0]
		let under: Sent | undefined
		const go = (): void => {
			if (isOver()) return void socket.end()
			if (!isDue()) return void setTimeout(go, 2)
			under = queue[next]
			next += 1
			sent += 1
			asked = performance.now()
			socket.write(under?.request ?? '')
		}
		socket.on('connect', go).on('data', (part) => {
			answer += part.toString('latin1')
			if (!isWhole(answer)) return
			const kind = under?.isHonest ? 'honest' : 'hostile'
			const status = answer.slice(9, 12)
			statuses[kind][status] = (statuses[kind][status] ?? 0) + 1
			if (under?.isHonest) waits.push(performance.now() - asked)
			answer = ''
			go()
		})
		socket.on('error', () => undefined).on('close', () => resolve())
	})
await Promise.all(Array.from({ length: 32 }, work))
const ran = (performance.now() - started) / 1000
console.log(JSON.stringify({ ran, sent, statuses, p99: getPercentile(waits, 0.99) }))
