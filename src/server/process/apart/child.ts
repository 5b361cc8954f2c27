/**
 * Entry of a process that answers pages of report and mailbox sent without script: words and receipt are in clear here, and
 * nowhere else on the server. It opens neither database nor keys, and is ended after what it has answered (`pool.ts`).
 */
import { once } from 'node:events'
import { Socket } from 'node:net'
import type { KeptSettings } from '#domains/reports/server'
import { declareSlot } from '../slot.ts'
import { readFrame, takeTogether, writeFrame } from './frames.ts'
import type { ToldKept } from './line.ts'
import type { keptLine } from './pages.ts'
import { pipeNumber, type AskedPage, type ToldPage } from './page.ts'

type Respond = (request: Request, options: { getClientAddress: () => string }) => Promise<Response>
type Application = { init: (options: { env: Record<string, string> }) => Promise<void>; respond: Respond }

process.on('disconnect', () => process.exit(0))
/** Once the process that keeps reports has ended, nothing of this one is of use, and its own end is no fault to show. */
const tell = (said: unknown): void =>
	void process.send?.(said, undefined, undefined, (error) => {
		if (error) process.exit(0)
	})
// Whoever ends the service reaches every process of it: the one that keeps reports ends this one, once all is answered.
process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined)

const [given] = (await once(process, 'message')) as [KeptSettings]
let now: Pick<AskedPage, 'token' | 'ticket'> = { token: '' }
// The built application opens it: all that a report needs is there, and is not read a second time as source.
const slot: typeof keptLine = declareSlot('apart')
slot.put({
	given,
	send: tell,
	listen: (hear) => void process.on('message', (told: ToldKept) => hear(told)),
	takeToken: () => now.token,
	findTicket: () => now.ticket,
})
const built = new URL('../../../../build/server/server.js', import.meta.url).href
const { server: application } = (await import(built)) as { server: Application }
await application.init({ env: {} })

const answer = async (head: AskedPage, body?: Buffer): Promise<{ head: ToldPage; body: Buffer }> => {
	now = head
	const { url, method, headers } = head
	const request = new Request(url, { method, headers, ...(body ? { body: new Uint8Array(body) } : {}) })
	const response = await application.respond(request, { getClientAddress: () => '127.0.0.1' })
	const made = Buffer.from(await response.arrayBuffer())
	return { head: { status: response.status, headers: [...response.headers] }, body: takeTogether([made]) }
}

// Pages are read and made once before anybody waits for them.
for (const page of ['report', 'mailbox'])
	await answer({ url: `http://localhost/ar/${page}`, method: 'GET', headers: [], token: '' })

const pipe = new Socket({ fd: pipeNumber })
tell('ready')
for (;;) {
	const { head, body } = await readFrame(pipe).catch(() => process.exit(0))
	await writeFrame(pipe, await answer(head as AskedPage, body))
}
