/**
 * The way of a sealed attachment to the server: in pieces whose size follows the line, each on a disk before the next. What broke
 * off goes on where it was for as long as the page is open; the key and the sealed bytes are nowhere else.
 */
import { longestPiece, shortestPiece } from './kinds.ts'

const firstPiece = 256 * 1024
/** A piece should take about so long (milliseconds): the server hangs up on one that takes thirty seconds. */
const wantedTime = 5000
/** Number of retries of a piece, with longer waits, before the person is asked. */
const mostTries = 5

/** Size of the next piece after one of `bytes` took `milliseconds`. */
export const toNextPiece = (bytes: number, milliseconds: number): number => {
	const fitting = (bytes * wantedTime) / Math.max(1, milliseconds)
	return Math.round(Math.min(longestPiece, Math.max(shortestPiece, Math.min(fitting, bytes * 2))))
}

/** An attachment on its way. `sent`: so many bytes are on the server's disk. */
export type Sending = { part: number; sealed: Uint8Array<ArrayBuffer>; sent: number }

/** The reason why it did not arrive: the line, too many at once, no space there, or a form that is over. */
export type SendingProblem = 'network' | 'full' | 'late' | 'used'

type Answer = { sent: number } | { again: true } | { work: true } | { problem: SendingProblem }

export type SendingTools = {
	fetch: typeof fetch
	wait: (milliseconds: number) => Promise<unknown>
	now: () => number
}

const ofCode: Readonly<Record<string, SendingProblem>> = {
	'attachments.full': 'full',
	'token.used': 'used',
	'token.wrong': 'late',
	'token.too-old': 'late',
}

const read = async (response: Response): Promise<Answer> => {
	const { at, code } = (await response.json().catch(() => ({}))) as { at?: number; code?: string }
	if (typeof at === 'number') return { sent: at }
	if (code === 'attachments.work') return { work: true }
	const problem = ofCode[code ?? '']
	if (problem) return { problem }
	return response.status >= 500 || response.status === 400 ? { again: true } : { problem: 'network' }
}

const sendPiece = async (
	{ part, sealed, sent }: Sending,
	{
		token,
		size,
		solution,
		send,
	}: { token: string; size: number; solution?: string | undefined; send: typeof fetch },
): Promise<Answer> => {
	const body = sealed.subarray(sent, sent + size)
	try {
		const response = await send('/intake/attachments', {
			method: 'POST',
			headers: {
				'content-type': 'application/octet-stream',
				'x-attachment': [token, part, sent, sealed.length, ...(solution ? [solution] : [])].join(' '),
			},
			body,
			credentials: 'omit',
			cache: 'no-store',
		})
		return await read(response)
	} catch {
		return { again: true }
	}
}

/**
 * Sends what is not there yet, and writes into `sending.sent` how far it is. Answer: `undefined` when all of it is on a disk there.
 *
 * @param token - of the form whose report comes afterwards
 */
export const sendAttachment = async (
	sending: Sending,
	token: string,
	{
		onProgress = () => {},
		work = async () => undefined,
		tools = {
			fetch: globalThis.fetch.bind(globalThis),
			wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
			now: () => performance.now(),
		},
	}: {
		onProgress?: () => void
		/** The work for this token, asked for when so much comes there that nobody is taken without. */
		work?: () => Promise<string | undefined>
		tools?: SendingTools
	} = {},
): Promise<SendingProblem | undefined> => {
	let [size, tries] = [firstPiece, 0]
	let solution: string | undefined
	while (sending.sent < sending.sealed.length) {
		const started = tools.now()
		const answer = await sendPiece(sending, { token, size, solution, send: tools.fetch })
		if ('problem' in answer) return answer.problem
		if ('sent' in answer && answer.sent > sending.sent) {
			size = toNextPiece(Math.min(size, answer.sent - sending.sent), tools.now() - started)
			tries = 0
		} else {
			tries += 1
			if (tries === mostTries) return 'network'
			const had = solution
			if ('work' in answer) solution ??= await work().catch(() => undefined)
			if (solution !== had) continue
			size = Math.max(shortestPiece, Math.round(size / 2))
			await tools.wait(500 * 2 ** tries)
		}
		if ('sent' in answer) sending.sent = Math.min(answer.sent, sending.sealed.length)
		onProgress()
	}
	return undefined
}
