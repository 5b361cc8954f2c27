/** What a proxy of a school is tried with: origins that say where a request arrived, and requests through the proxy. */
import { createServer, request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { silence } from './patience.ts'

/** Where names lead in the tests: a loopback address each, so that an answer shows which name was really asked. */
export const places = {
	'forcesafesearch.google.com': '127.0.0.21',
	'restrict.youtube.com': '127.0.0.22',
	'strict.bing.com': '127.0.0.23',
	'safe.duckduckgo.com': '127.0.0.24',
	'school.example.ma': '127.0.0.10',
	'ok.bad.example.ma': '127.0.0.10',
	'www.ok.bad.example.ma': '127.0.0.10',
	'deep.ok.bad.example.ma': '127.0.0.10',
	'casino.example.ma': '127.0.0.66',
	'www.casino.example.ma': '127.0.0.66',
	'bad.example.ma': '127.0.0.66',
	'www.google.com': '127.0.0.66',
	'www.google.co.ma': '127.0.0.66',
	'www.google.com.af': '127.0.0.66',
	'www.youtube.com': '127.0.0.66',
	'www.bing.com': '127.0.0.66',
	'duckduckgo.com': '127.0.0.66',
	'dns.google': '127.0.0.66',
	'listed.example.ma': '127.0.0.66',
	'sub.listed.example.ma': '127.0.0.66',
} as const

/** Lines of a hosts file that lead there. */
export const placesAsHosts = Object.entries(places)
	.map(([name, address]) => `${address} ${name}\n`)
	.join('')

/** An origin answers with the address on which it was reached and the headers that arrived. */
export type Arrival = { at: string; headers: Record<string, string> }

/** Origins on every address of {@link places}, on one port. */
export const startOrigins = async (): Promise<{ port: number; close: () => void }> => {
	const open = () =>
		createServer(({ headers, socket }, response) => {
			response.setHeader('connection', 'close')
			response.end(JSON.stringify({ at: socket.localAddress, headers }))
		})
	const [first, ...others] = [...new Set(Object.values(places))]
	const listen = (port: number, address: string) =>
		new Promise<ReturnType<typeof open>>((resolve, reject) => {
			const server = open().once('error', reject)
			server.listen(port, address, () => resolve(server))
		})
	const leader = await listen(0, first ?? '127.0.0.1')
	const { port } = leader.address() as AddressInfo
	const servers = [leader, ...(await Promise.all(others.map((address) => listen(port, address))))]
	return { port, close: () => servers.forEach((server) => void server.close()) }
}

/** A request in the clear through the proxy: where it arrived, or the status with which it was refused. */
export const get = (
	proxyPort: number,
	host: string,
	port: number,
	headers: Record<string, string> = {},
): Promise<Arrival | number> =>
	new Promise((resolve, reject) => {
		const path = `http://${host}:${port}/page?q=a%20b`
		const options = {
			host: '127.0.0.1',
			port: proxyPort,
			path,
			headers: { host: `${host}:${port}`, ...headers },
		}
		const asked = request(options, (response) => {
			let body = ''
			response.on('data', (text: Buffer) => (body += text.toString()))
			response.on('end', () => {
				const arrived = response.statusCode === 200 && body.startsWith('{"at"')
				resolve(arrived ? (JSON.parse(body) as Arrival) : (response.statusCode ?? 0))
			})
		})
		asked
			.once('error', reject)
			.setTimeout(silence, () => asked.destroy(new Error('no answer from the proxy')))
		asked.end()
	})

/** A tunnel through the proxy: the address on which it arrived, or the status with which it was refused. */
export const tunnel = (proxyPort: number, host: string, port: number): Promise<string | number> =>
	new Promise((resolve, reject) => {
		const socket = connect(proxyPort, '127.0.0.1', () =>
			socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`),
		)
		let got = ''
		let open = false
		const finish = (answer: string | number) => {
			socket.destroy()
			resolve(answer)
		}
		socket
			.once('error', reject)
			.setTimeout(silence, () => socket.destroy(new Error('no answer from the proxy')))
		socket.on('data', (text: Buffer) => {
			got += text.toString()
			const status = /^HTTP\/1\.\d (\d{3})/u.exec(got)?.[1]
			if (status === undefined) return
			if (status !== '200') return finish(Number(status))
			if (!open && got.includes('\r\n\r\n')) {
				open = true
				got = 'HTTP/1.1 200 tunnel\r\n\r\n'
				socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
			}
			const at = /"at":"([\d.]+)"/u.exec(got)?.[1]
			if (at !== undefined) finish(at)
		})
		socket.once('close', () => resolve(0))
	})
