import { request } from 'node:http'
import { text as readText } from 'node:stream/consumers'

/** Longest wait for an answer, in milliseconds: the other end writes a file. A transaction of ours is open meanwhile; reports that come then are kept in files. */
const patience = 10_000

/** Asks a program of this machine over its socket: with a body by POST, without by GET. Rejects when nobody answers. */
export const askSocket = (
	socket: string,
	path: string,
	body?: string,
): Promise<{ status: number; text: string }> =>
	new Promise((resolve, reject) => {
		const asked = request(
			{ socketPath: socket, path, method: body === undefined ? 'GET' : 'POST', timeout: patience },
			(answer) => {
				readText(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject)
			},
		)
		asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
		asked.on('error', reject)
		asked.end(body)
	})
