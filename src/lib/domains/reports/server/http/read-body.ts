import type { IncomingMessage } from 'node:http'

/**
 * The whole body in memory, and nowhere else. `'too-long'` as soon as it is known to be, whatever the header says; `'cut'` when
 * the connection ended first.
 */
export const readBody = (request: IncomingMessage, most: number): Promise<Buffer | 'too-long' | 'cut'> => {
	if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve('too-long')
	return new Promise((resolve) => {
		const parts: Buffer[] = []
		let length = 0
		request.on('data', (part: Buffer) => {
			length += part.length
			if (length <= most) return void parts.push(part)
			request.removeAllListeners('data').pause()
			resolve('too-long')
		})
		request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
		request.on('error', () => resolve('cut'))
		request.on('close', () => resolve('cut'))
	})
}
