import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { readFrame, takeTogether, writeFrame } from './frames.ts'

/** Both ends of a real connection: a stream in memory would hand the sender's own bytes on. */
const connectBoth = async (): Promise<[Socket, Socket]> => {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const here = connect((server.address() as AddressInfo).port, '127.0.0.1')
	const [there] = (await once(server, 'connection')) as [Socket]
	onTestFinished(() => {
		here.destroy()
		server.close()
	})
	return [here, there]
}

test('messages come through as they were, whatever their length, and a body is overwritten where it was', async () => {
	const [here, there] = await connectBoth()
	for (const length of [0, 1, 39, 64, 65, 700_000]) {
		const body = Buffer.alloc(length, 'mot')
		const copy = Buffer.from(body)
		const head = { url: '/fr/report', headers: [['accept', 'كل شيء']] }
		const told = readFrame(there)
		await writeFrame(here, { head, body })
		const { head: came, body: given } = await told
		expect(came).toEqual(head)
		expect(given.equals(copy)).toBe(true)
		expect(body.every((byte) => byte === 0)).toBe(true)
	}
})

test('pieces are overwritten once they are together, in memory that V8 does not move', () => {
	const pieces = [Buffer.from('code=1234'), Buffer.from('+5678')]
	const whole = takeTogether(pieces)
	expect(whole.toString()).toBe('code=1234+5678')
	expect(pieces.map((piece) => piece.every((byte) => byte === 0))).toEqual([true, true])
	expect(whole.buffer.byteLength).toBeGreaterThan(64)
})

test('a pipe that ends in the middle is an error, and not half a message', async () => {
	const pipe = new PassThrough()
	const told = readFrame(pipe)
	pipe.write(Buffer.from([0, 0, 0, 2, 0, 0, 0, 9, 0x7b, 0x7d, 1]))
	pipe.destroy()
	await expect(told).rejects.toThrow('has ended')
})
