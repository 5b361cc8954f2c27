/** The endpoint for a piece of an attachment: it goes to the disk as it comes, and nothing of it ever comes back out. */
import type { IncomingMessage } from 'node:http'
import { longestPiece } from '../../attachments/kinds.ts'
import type { Attachments, Piece } from '../attachments/attachments.ts'

/** Status code of each refusal; the rest is 422. */
const statuses: Readonly<Record<string, number>> = {
	'body.cut': 400,
	'attachment.offset': 409,
	'attachments.busy': 503,
	'attachments.full': 503,
	'attachments.work': 503,
	'attachments.too-long': 413,
	'token.used': 409,
}

type Answer = { status: number; value: Record<string, unknown>; headers?: Record<string, string> }

/** Token, part, place of the first byte, bytes of the whole, and the work where it was asked for: in a header, because a body is only poured through. */
const form = /^([\w-]{52}) ([1-9]) (\d{1,8}) ([1-9]\d{0,7})(?: ([A-Za-z0-9+/=]{1,2000}))?$/u

const readPiece = ({ headers }: IncomingMessage): Piece | undefined => {
	const said = headers['x-attachment']
	const [, token = '', part, at, bytes, solution] = form.exec(typeof said === 'string' ? said : '') ?? []
	const length = /^[1-9]\d{0,7}$/u.test(headers['content-length'] ?? '')
		? Number(headers['content-length'])
		: 0
	if (token === '' || length === 0) return undefined
	return { token, part: Number(part), at: Number(at), bytes: Number(bytes), length, solution }
}

/** Takes one piece. What is refused is let pass unread, and the line closed when that would be long. */
export const takeAttachment = async (
	{ take }: Pick<Attachments, 'take'>,
	request: IncomingMessage,
): Promise<Answer> => {
	const isLong = !(Number(request.headers['content-length'] ?? Infinity) <= longestPiece)
	const close = isLong ? { connection: 'close' } : {}
	if (request.headers['content-type'] !== 'application/octet-stream')
		return { status: 415, value: { code: 'body.type' }, headers: close }
	const piece = readPiece(request)
	if (!piece) return { status: 400, value: { code: 'attachment.piece' }, headers: close }
	const taken = await take(piece, request)
	if (!('code' in taken)) return { status: 200, value: taken }
	const status = statuses[taken.code] ?? 422
	return { status, value: taken, headers: { ...close, ...(status === 503 ? { 'retry-after': '5' } : {}) } }
}
