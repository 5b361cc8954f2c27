import { createServer } from 'node:net'

/** A port on which nobody listens. */
export const findFreePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
		})
	})
