/** Bytes on a socket, as a broken or hostile client sends them, and what the product answers. */
import { connect } from 'node:net'
import { inject } from 'vitest'
import { silence } from './patience.ts'

export type RawAnswer = { status: number; head: string; body: string }

/** Sends `bytes` as they are. Answer: status 0 and nothing else when the connection ends without a word. */
export const sendRaw = (bytes: string | Buffer): Promise<RawAnswer> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = new URL(inject('origin'))
		const parts: Buffer[] = []
		const socket = connect(Number(port), hostname, () => socket.write(bytes))
		socket.setTimeout(silence, () => socket.destroy(new Error('sending bytes: no answer')))
		const finish = (): void => {
			const text = Buffer.concat(parts).toString()
			const end = text.indexOf('\r\n\r\n')
			resolve({
				status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1] ?? 0),
				head: text.slice(0, Math.max(end, 0)).toLowerCase(),
				body: text.slice(end + 4),
			})
		}
		socket.on('data', (part: Buffer) => parts.push(part))
		// A server that refuses a request may cut the line while we are still sending: what it said counts.
		socket.on('error', (error) => (parts.length > 0 ? finish() : reject(error)))
		socket.on('close', finish)
	})

/** A request line and headers, each given as it shall stand on the wire. */
export const request = (line: string, ...headers: string[]): Promise<RawAnswer> =>
	sendRaw([line, ...headers, 'connection: close', '', ''].join('\r\n'))

const host = 'host: 127.0.0.1'

/** A GET of a path that no well-behaved client would send. */
export const getRaw = (path: string): Promise<RawAnswer> => request(`GET ${path} HTTP/1.1`, host)

/** Any method on a path, without a body. */
export const ask = (method: string, path: string): Promise<RawAnswer> =>
	request(`${method} ${path} HTTP/1.1`, host, 'content-length: 0')
