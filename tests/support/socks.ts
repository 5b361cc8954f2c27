/** A stand-in for the SOCKS port of Tor: it knows one onion address, which leads to a port of this machine, and nothing else. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const version = 5
const [accepted, unreachable] = [0, 4]

/** The host that a request to connect names: version, command, nothing, kind 3, its length, its letters, the port. */
const readHost = (request: Buffer): string => request.toString('latin1', 5, 5 + (request[4] ?? 0))

const answer = (code: number): Buffer => Buffer.from([version, code, 0, 1, 0, 0, 0, 0, 0, 0])

type Way = { host: string; port: number; asked: Set<string> }

const lead = async (client: Socket, { host, port, asked }: Way): Promise<void> => {
	client.on('error', () => {})
	await once(client, 'data')
	client.write(Buffer.from([version, 0]))
	const [request] = (await once(client, 'data')) as [Buffer]
	asked.add(readHost(request))
	if (readHost(request) !== host) return void client.end(answer(unreachable))
	const product = connect(port, '127.0.0.1')
	product.on('error', () => client.destroy())
	client.on('close', () => product.destroy())
	await once(product, 'connect')
	client.write(answer(accepted))
	client.pipe(product).pipe(client)
}

/** Leads `host` to `port`. `asked` holds the names that were asked for so far. */
export const startSocks = async (
	host: string,
	port: number,
): Promise<{ port: number; asked: ReadonlySet<string>; close: () => void }> => {
	const asked = new Set<string>()
	const server = createServer(
		(client) => void lead(client, { host, port, asked }).catch(() => client.destroy()),
	)
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	return { port: (server.address() as AddressInfo).port, asked, close: () => void server.close() }
}
