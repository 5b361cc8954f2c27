/**
 * One attacker at full speed on loopback, in a process of its own: `node attacker.ts <kind> <port> <seconds> <connections> <addresses>`. Says at the
 * end what it did and the processor time that it took. It knows what anybody can read: endpoints, the current key, how work is done.
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { packReport } from '#domains/reports/sealing'
import { formatReceipt, makeReceipt } from '#tools/seal/receipt-code'
import type { Challenge } from '#tools/seal/proof-of-work'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'

export type Attack = 'danger' | 'danger-worked' | 'attachments' | 'mailbox'
/** `worked`: reports for which it did the work; `statuses`: of the requests that do harm. */
export type Attacked = { ran: number; processor: number; worked: number; statuses: Record<string, number> }

const [kind = '', port = '', seconds = '', connections = '', addresses = ''] = process.argv.slice(2)
const given = JSON.parse(await readText(process.stdin)) as { epoch: string; sealed: string; box: string }
const sealed = Buffer.from(given.sealed, 'base64')

/** A connection of its own, from one of so many addresses of this machine. */
const openLine = (number: number) => {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 })
	const localAddress = `127.0.0.${2 + (number % Number(addresses))}`
	return (
		method: 'GET' | 'POST',
		path: string,
		headers: Record<string, string> = {},
		body?: Uint8Array | string,
	): Promise<{ status: number; text: string }> =>
		new Promise((resolve) => {
			const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
			const options = { agent, localAddress, host: '127.0.0.1', port, method, path }
			const asked = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
				void readText(answer).then(
					(text) => resolve({ status: answer.statusCode ?? 0, text }),
					() => resolve({ status: 0, text: '' }),
				)
			})
			asked.on('error', () => resolve({ status: 0, text: '' }))
			asked.end(body)
		})
}
type Line = ReturnType<typeof openLine>

const statuses: Record<string, number> = {}
let worked = 0
const count = (status: number): void => void (statuses[status] = (statuses[status] ?? 0) + 1)

const getToken = async (line: Line): Promise<string> =>
	(JSON.parse((await line('GET', '/intake/challenge')).text) as { token: string }).token

const binary = { 'content-type': 'application/octet-stream' }
const json = { 'content-type': 'application/json' }

const sendDanger = async (line: Line): Promise<{ token: string; work: boolean }> => {
	const token = await getToken(line)
	// The shape of a sealed report, and noise in it: no server can tell.
	randomBytes(64).copy(sealed, sealed.length - 64)
	const keys = { lookup: randomBytes(16), auth: randomBytes(32), mark: randomBytes(16), box: given.box }
	const body = packReport({ token, epoch: given.epoch, lane: 'danger' }, keys, sealed)
	const { status, text } = await line('POST', '/intake/reports', binary, body)
	count(status)
	return { token, work: status === 201 && (JSON.parse(text) as { work?: true }).work === true }
}

const sendWorked = async (line: Line): Promise<void> => {
	const { token, work } = await sendDanger(line)
	if (!work) return
	const { challenge } = JSON.parse((await line('GET', `/intake/work?token=${token}`)).text) as {
		challenge?: Challenge
	}
	if (!challenge) return
	const solution = await solveChallenge(challenge)
	const { status } = await line('POST', '/intake/lift', json, JSON.stringify({ token, solution }))
	if (status === 202) worked += 1
}

const piece = Buffer.alloc(64 * 1024)
/** Announces much and sends little, as often as it can; where so much comes that work is asked, it does none. */
const sendPiece = async (line: Line): Promise<void> => {
	const header = { ...binary, 'x-attachment': `${await getToken(line)} 1 0 9000000` }
	count((await line('POST', '/intake/attachments', header, piece)).status)
}

const origin = `http://127.0.0.1:${port}`
/** Receipts that are none, in their right form. What the page says of a place in the line it does not read. */
const openMailbox = async (line: Line): Promise<void> => {
	const body = new URLSearchParams({ code: formatReceipt(makeReceipt()) }).toString()
	const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
	count((await line('POST', '/fr/mailbox?/open', headers, body)).status)
}

const acts: Readonly<Record<Attack, (line: Line) => Promise<unknown>>> = {
	danger: sendDanger,
	'danger-worked': sendWorked,
	attachments: sendPiece,
	mailbox: openMailbox,
}

const act = acts[kind as Attack]
const started = performance.now()
const isOver = (): boolean => performance.now() - started > Number(seconds) * 1000
await Promise.all(
	Array.from({ length: Number(connections) }, async (_, number) => {
		const line = openLine(number)
		while (!isOver()) await act(line).catch(() => undefined)
	}),
)
const { user, system } = process.cpuUsage()
const said: Attacked = {
	ran: (performance.now() - started) / 1000,
	processor: (user + system) / 1e6,
	worked,
	statuses,
}
console.log(JSON.stringify(said))
process.exit()
