/**
 * Answers what comes in clear to report and mailbox, from browsers without script: hands it on as bytes to a process that ends (`process/apart`), and
 * its page back. No word and no receipt is made a text in this process; what passes through it is overwritten.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLog, logRequest, onShutdown, overwriteReadBlock, toErrorFields, type Config } from '#platform'
import { openKept, toKeptSettings, type Reports } from '#domains/reports/server'
import { findTicket, findToken, findTypedCode } from '#server/process/apart/field'
import { takeTogether, wipe, type Frame } from '#server/process/apart/frames'
import type { AskedPage, ToldPage } from '#server/process/apart/page'
import { openPool, type Pool } from '#server/process/apart/pool'
import type { Task } from '#server/process/apart/waiting'
import { getReports } from '#server/process/reports'
import { findLongest } from './sent-bodies.ts'

/** Processes that wait ready. */
const ready = 2

/** Answers with a page of numbers to call. */
type Refuse = (request: IncomingMessage, response: ServerResponse, status: number) => void
/** True when the request is answered, or will be. */
type Take = (request: IncomingMessage, response: ServerResponse) => boolean

const page = /^\/[a-z-]+\/(report|mailbox)(?:[/?]|$)/u
/** In the form of the report, and in that for files sealed by hand. What somebody typed has neither sign in it: it is encoded. */
const danger = [Buffer.from('danger=now'), Buffer.from('name="danger"')]

type Asked = Pick<Pool, 'ask'> & { gone: AbortSignal }

/** Danger goes first when the form is one that we gave out: what carries no such token waits with the reports, and its page comes back with a new one. */
const askReport = async (
	{ ask, gone, findTokenFault }: Asked & Pick<Reports['intake']['keeping'], 'findTokenFault'>,
	frame: Task['frame'],
): Promise<Frame> => {
	const saysDanger = danger.some((mark) => frame.body.includes(mark))
	const goesFirst = saysDanger && (await findTokenFault(findToken(frame.body), 'danger')) === undefined
	return ask(frame, goesFirst ? 'danger' : 'report', gone)
}

/** When its turn comes, the mailbox; until then the page with a ticket. `undefined`: who asked has gone meanwhile. */
const askMailbox = async (
	{ ask, gone, lineApart }: Asked & Pick<Reports, 'lineApart'>,
	{ head, body }: Task['frame'],
): Promise<Frame | undefined> => {
	const place = { code: findTypedCode(body), ticket: findTicket(body) }
	const open = async () => (gone.aborted ? undefined : ask({ head, body }, 'mailbox', gone))
	const told = await lineApart.enter(place, open)
	if (told && !('ticket' in told)) return told
	if (!told || gone.aborted) return void wipe(body)
	return ask({ head: { ...head, ticket: told.ticket }, body }, 'ticket', gone)
}

/** The whole body, in memory of its own. `undefined`: longer than it may be, or cut off. */
const takeBody = (request: IncomingMessage, most: number): Promise<Buffer | undefined> =>
	new Promise((resolve) => {
		const pieces: Buffer[] = []
		let length = 0
		request.on('data', (piece: Buffer) => {
			length += piece.length
			if (length <= most) return void pieces.push(piece)
			wipe(piece, ...pieces.splice(0))
		})
		request.on('close', () => {
			const whole = takeTogether(pieces)
			resolve(request.complete && length <= most ? whole : undefined)
		})
	})

const toAsked = (request: IncomingMessage, token: string): AskedPage => {
	const { url = '/', method = '', headers } = request
	const origin = `${String(headers['x-thiqa-protocol'])}://${String(headers['x-thiqa-host'])}`
	const sent = Object.entries(headers).filter(
		([name]) => !/^(?:x-thiqa-|content-length$|transfer-encoding$|connection$)/u.test(name),
	)
	return { url: origin + url, method, headers: sent.map(([name, value]) => [name, String(value)]), token }
}

const send = (response: ServerResponse, { status, headers }: ToldPage, body: Buffer): void => {
	if (response.destroyed) return wipe(body)
	response.on('close', () => wipe(body))
	response.writeHead(status, [
		...headers.filter(([name]) => name !== 'content-length').flat(),
		'content-length',
		String(body.length),
	])
	response.write(body, () => wipe(body))
	response.end()
}

/**
 * Starts the processes that answer pages without script, where reports are taken.
 *
 * @param refuse - answers when no page can be made
 */
export const startApart = async (config: Config, refuse: Refuse): Promise<Take> => {
	if (!config.roles.includes('intake')) return () => false
	const [reports, log] = [await getReports(config), createLog(config.logLevel)]
	const onFault = (error: unknown): void => log.error('server.fault', toErrorFields(error))
	const pool = openPool(ready, { kept: openKept(reports), given: toKeptSettings(reports), onFault })
	onShutdown(async () => pool.close())

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { url = '/' } = request
		const leaving = new AbortController()
		response.on('close', () => leaving.abort())
		const body = await takeBody(request, findLongest(url))
		overwriteReadBlock(config)
		if (!body) return request.complete ? refuse(request, response, 413) : undefined
		const frame = { head: toAsked(request, reports.intake.makeToken()), body }
		const asked = { ask: pool.ask, gone: leaving.signal }
		const told =
			page.exec(url)?.[1] === 'mailbox'
				? await askMailbox({ ...asked, lineApart: reports.lineApart }, frame)
				: await askReport({ ...asked, findTokenFault: reports.intake.keeping.findTokenFault }, frame)
		if (told) send(response, told.head as ToldPage, told.body)
	}
	return (request, response) => {
		if (request.method !== 'POST' || !page.test(request.url ?? '')) return false
		const started = performance.now()
		answer(request, response).catch((error: unknown) => {
			if (!(error instanceof Error && 'status' in error)) onFault(error)
			if (response.destroyed) return
			refuse(request, response, 503)
			const milliseconds = performance.now() - started
			const routeId = `/[lang=lang]/(intake)/${page.exec(request.url ?? '')?.[1] ?? ''}`
			logRequest(log, { method: 'POST', routeId, status: 503, milliseconds })
		})
		return true
	}
}
