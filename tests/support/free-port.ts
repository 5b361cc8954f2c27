import { createServer } from 'node:net'

/** Below the range from which the kernel takes ports for outgoing calls: one of those can be taken between this look and a start seconds later. */
const [first, ranges, size] = [10_000, 200, 100]
let given = 0

const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createServer().once('error', () => resolve(false))
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
	})

/** A port on which nobody listens, out of a range of this process, each port once. Throws when the range is used up and taken. */
export const findFreePort = async (): Promise<number> => {
	const start = first + (process.pid % ranges) * size
	for (let looked = 0; looked < size; looked++) {
		const port = start + (given++ % size)
		if (await isFree(port)) return port
	}
	throw new Error(`looking for a free port: none from ${start} to ${start + size - 1}`)
}
