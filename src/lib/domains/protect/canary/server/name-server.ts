/** The name server of the canary domain on UDP and TCP. It keeps nothing but counts. */
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { CanaryZone } from '#tools/dns-filter/canary-zone'
import type { Listen } from './canary-config.ts'
import { createResponder, maxQuestion, type DnsReply } from './dns-answer.ts'
import { createRateLimit } from './rate-limit.ts'

export type NameServer = {
	port: number
	/** Counts since the last time somebody asked. */
	takeCounts: () => Record<DnsReply['kind'], number>
	close: () => Promise<void>
}

/** A large public resolver asks for many people from one network. */
const limits = { perNetwork: 200, inAll: 5000 }

const maxConnections = 64
const maxQuestionsOfConnection = 16
const patience = 5000

type Respond = (message: Buffer, address: string) => Buffer | undefined

const serveStream = (respond: Respond) => (socket: Socket) => {
	let held = Buffer.alloc(0)
	let asked = 0
	const address = socket.remoteAddress ?? ''
	// From the first byte to the last, however slowly they come.
	const end = setTimeout(() => socket.destroy(), 2 * patience)
	socket.setTimeout(patience, () => socket.destroy())
	socket.on('error', () => socket.destroy()).on('close', () => clearTimeout(end))
	socket.on('data', (data: Buffer) => {
		held = Buffer.concat([held, data])
		while (held.length >= 2) {
			const length = held.readUInt16BE(0)
			if (length > maxQuestion || ++asked > maxQuestionsOfConnection) return void socket.destroy()
			if (held.length < 2 + length) {
				asked--
				return
			}
			const answer = respond(held.subarray(2, 2 + length), address)
			held = held.subarray(2 + length)
			if (!answer) return void socket.destroy()
			const head = Buffer.alloc(2)
			head.writeUInt16BE(answer.length)
			socket.write(Buffer.concat([head, answer]))
		}
	})
}

const listenTcp = (server: Server, { host, port }: Listen): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, () => {
			server.off('error', reject).on('error', () => undefined)
			resolve((server.address() as AddressInfo).port)
		})
	})

const listenUdp = (socket: UdpSocket, { host, port }: Listen): Promise<void> =>
	new Promise((resolve, reject) => {
		socket.once('error', reject)
		socket.bind(port, host, () => {
			socket.off('error', reject).on('error', () => undefined)
			resolve()
		})
	})

/** Starts the name server; `listen.port` 0 takes a free one. */
export const startNameServer = async (zone: CanaryZone, listen: Listen): Promise<NameServer> => {
	const reply = createResponder(zone)
	const isWithin = createRateLimit(limits)
	const counts = { answered: 0, refused: 0, dropped: 0 }
	const respond =
		(via: 'udp' | 'tcp'): Respond =>
		(message, address) => {
			const isAllowed = isWithin(address)
			// Above the limit every other question gets a short answer that asks to come by TCP: a real resolver does.
			const isCut = !isAllowed && via === 'udp' && counts.dropped % 2 === 1
			const made: DnsReply = isAllowed || isCut ? reply(message, via, isCut) : { kind: 'dropped' }
			counts[isAllowed ? made.kind : 'dropped']++
			return made.message
		}
	const respondUdp = respond('udp')
	const tcp = createServer(serveStream(respond('tcp')))
	tcp.maxConnections = maxConnections
	const open = new Set<Socket>()
	tcp.on('connection', (socket) => {
		open.add(socket)
		socket.on('close', () => open.delete(socket))
	})
	const port = await listenTcp(tcp, listen)
	const udp = createSocket(listen.host.includes(':') ? 'udp6' : 'udp4')
	udp.on('message', (message: Buffer, from: RemoteInfo) => {
		const answer = respondUdp(message, from.address)
		// Port 0 cannot be answered: a forged question.
		if (answer && from.port > 0) udp.send(answer, from.port, from.address, () => undefined)
	})
	try {
		await listenUdp(udp, { host: listen.host, port })
	} catch (error) {
		tcp.close()
		throw error
	}
	return {
		port,
		takeCounts: () => {
			const taken = { ...counts }
			Object.assign(counts, { answered: 0, refused: 0, dropped: 0 })
			return taken
		},
		close: async () => {
			for (const socket of open) socket.destroy()
			await Promise.all([
				new Promise<void>((resolve) => tcp.close(() => resolve())),
				new Promise<void>((resolve) => udp.close(() => resolve())),
			])
		},
	}
}
