/** Servers on this machine for tests of what asks other machines. */
import { once } from 'node:events'
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from 'node:http'
import type { Server as TlsServer } from 'node:https'
import { onTestFinished } from 'vitest'

/** Listens on this machine until the test ends; the port. */
export const listenHere = async (server: Server | TlsServer, address = '127.0.0.1') => {
	server.listen(0, address)
	await once(server, 'listening')
	onTestFinished(() => {
		server.closeAllConnections()
		server.close()
	})
	const place = server.address()
	return typeof place === 'object' && place ? place.port : 0
}
/** A server that remembers what it was asked. */
export const serve = async (answer: RequestListener, address?: string) => {
	const asked: IncomingMessage[] = []
	const port = await listenHere(
		createServer((request, response) => {
			asked.push(request)
			answer(request, response)
		}),
		address,
	)
	return { port, asked }
}
/** Answers with a text. */
export const say = (text: string) => (_: IncomingMessage, response: ServerResponse) => response.end(text)
/** Answers with a redirection. */
export const sendTo =
	(location: string, status = 302) =>
	(_: IncomingMessage, response: ServerResponse) =>
		response.writeHead(status, { location }).end()
