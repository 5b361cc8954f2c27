/**
 * One message at a time over a pipe between two of our processes: a head, which holds no word of a visitor, and a body, which does. A body
 * is bytes and is never made a text here; whoever is done with it overwrites it.
 */
import type { Readable, Writable } from 'node:stream'

export type Frame = { head: unknown; body: Buffer }

const lengths = 8

/** Overwrites what came in clear. */
export const wipe = (...pieces: readonly Buffer[]): void => {
	for (const piece of pieces) piece.fill(0)
}

/** V8 keeps what is shorter than this among its own objects, and moves it: copies would stay that nobody can overwrite. */
const leastApart = 128

/** Puts pieces into one buffer of its own, which stays where it is, and overwrites them. */
export const takeTogether = (pieces: readonly Buffer[]): Buffer => {
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
	const whole = Buffer.allocUnsafeSlow(Math.max(leastApart, length)).subarray(0, length)
	let at = 0
	for (const piece of pieces) at += piece.copy(whole, at)
	wipe(...pieces)
	return whole
}

/** Sends a message, and overwrites its body when it has left. */
export const writeFrame = (pipe: Writable, { head, body }: Frame): Promise<void> =>
	new Promise((resolve, reject) => {
		const [text, size] = [Buffer.from(JSON.stringify(head)), Buffer.alloc(lengths)]
		size.writeUInt32BE(text.length)
		size.writeUInt32BE(body.length, 4)
		pipe.write(Buffer.concat([size, text]))
		pipe.write(body, (error) => {
			wipe(body)
			if (error) reject(error)
			else resolve()
		})
	})

/** Where head and body of a message end, once their lengths have come. */
const measure = (pieces: readonly Buffer[], length: number): [head: number, body: number] | undefined => {
	if (length < lengths) return undefined
	const size = Buffer.concat(pieces, lengths)
	const head = lengths + size.readUInt32BE()
	return [head, head + size.readUInt32BE(4)]
}

/** The next message. Rejects when the pipe ends first. */
export const readFrame = (pipe: Readable): Promise<Frame> =>
	new Promise((resolve, reject) => {
		const pieces: Buffer[] = []
		let length = 0
		const stop = (): void => {
			pipe.off('data', hear).off('close', fail).off('error', fail).pause()
		}
		const fail = (): void => {
			stop()
			wipe(...pieces)
			reject(new Error('reading from another process: it has ended'))
		}
		const hear = (piece: Buffer): void => {
			length += pieces.push(piece) && piece.length
			const ends = measure(pieces, length)
			if (!ends || length < ends[1]) return
			stop()
			const whole = takeTogether(pieces)
			const head: unknown = JSON.parse(whole.toString('utf8', lengths, ends[0]))
			resolve({ head, body: whole.subarray(ends[0], ends[1]) })
		}
		pipe.on('data', hear).on('close', fail).on('error', fail).resume()
	})
