/**
 * A small internet on loopback: a name server that answers safe names, unsafe names and ordinary names each with an
 * address of their own, over UDP, TCP, TLS and HTTPS. Programs under test ask it instead of a public resolver.
 */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import packet, { type Answer, type DecodedPacket } from 'dns-packet'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { makeCertificates } from './certificates.ts'

/** What the world answers. Safe addresses of Google, YouTube and Bing are the published ones. */
export const world = {
	googleSafe: '216.239.38.120',
	googleSafe6: '2001:4860:4802:32::78',
	youtubeModerate: '216.239.38.119',
	youtubeStrict: '216.239.38.120',
	bingSafe: ['150.171.27.16', '150.171.28.16'],
	duckduckgoSafe: '198.51.100.31',
	ecosiaSafe: '198.51.100.32',
	pixabaySafe: '198.51.100.33',
	canarySafe: '198.51.100.34',
	/** An engine as it is without safe search. */
	unsafe: '203.0.113.66',
	unsafe6: '2001:db8::66',
	/** Every other name. */
	ordinary: '198.51.100.10',
	ordinary6: '2001:db8::10',
} as const

const safe: Readonly<Record<string, readonly string[]>> = {
	'forcesafesearch.google.com': [world.googleSafe],
	'restrict.youtube.com': [world.youtubeStrict],
	'restrictmoderate.youtube.com': [world.youtubeModerate],
	'strict.bing.com': world.bingSafe,
	'safe.duckduckgo.com': [world.duckduckgoSafe],
	'strict-safe-search.ecosia.org': [world.ecosiaSafe],
	'safesearch.pixabay.com': [world.pixabaySafe],
	'search-safe.canary.example.ma': [world.canarySafe],
}

const isUnsafe = (name: string): boolean =>
	/^(www|m)\.(google\.[a-z.]+|youtube\.com|youtube-nocookie\.com|bing\.com|ecosia\.org|duckduckgo\.com)$/u.test(
		name,
	) ||
	/^((start\.)?duckduckgo\.com|pixabay\.com|search\.brave\.com|edgeservices\.bing\.com)$/u.test(name) ||
	/^youtubei?\.googleapis\.com$/u.test(name) ||
	name === 'search.canary.example.ma'

/** `nowhere.example.ma` and all below it do not exist, nor does the name by which dnscrypt-proxy tells liars. */
const isNowhere = (name: string): boolean => /(^|\.)(nowhere\.example\.ma|test\.dnscrypt)$/u.test(name)

const findAddresses = (name: string): readonly string[] =>
	safe[name] ?? (isUnsafe(name) ? [world.unsafe] : [world.ordinary])

const findAddresses6 = (name: string): readonly string[] => {
	if (name === 'forcesafesearch.google.com') return [world.googleSafe6]
	if (safe[name]) return []
	return [isUnsafe(name) ? world.unsafe6 : world.ordinary6]
}

/** A record of a type that the codec does not know, as raw data. */
const raw = (name: string, type: string, data: readonly number[]): Answer =>
	({ name, type, ttl: 60, data: Buffer.from(data) }) as never

/** `1 . alpn=h2`: what a service says of itself in SVCB (64) and HTTPS (65) records. */
const service = [0, 1, 0, 0, 1, 0, 3, 2, 0x68, 0x32]

const answersTo = (name: string, type: string): Answer[] => {
	const key = name.toLowerCase()
	if (type === 'AAAA') return findAddresses6(key).map((data) => ({ name, type: 'AAAA', ttl: 60, data }))
	if (type === 'TXT' && !safe[key])
		return [{ name, type: 'TXT', ttl: 60, data: isUnsafe(key) ? 'unsafe' : 'ordinary' }]
	// Browsers ask for HTTPS records beside addresses: an engine must not slip through there.
	if ((type === 'UNKNOWN_65' || type === 'UNKNOWN_64') && isUnsafe(key)) return [raw(name, type, service)]
	if (type === 'A') return findAddresses(key).map((data) => ({ name, type: 'A', ttl: 60, data }))
	// Discovery of designated resolvers (RFC 9462): the world offers one, a filter must hide it.
	if (key === '_dns.resolver.arpa' && type === 'UNKNOWN_64') return [raw(name, type, service)]
	return []
}

const soa = (name: string): Answer => ({
	name,
	type: 'SOA',
	ttl: 60,
	data: {
		mname: 'ns.example.ma',
		rname: 'h.example.ma',
		serial: 1,
		refresh: 60,
		retry: 60,
		expire: 60,
		minimum: 60,
	},
})

const FLAG_QR_AA_RA = 0x0480
const reply = (query: DecodedPacket): Buffer => {
	const question = query.questions?.[0]
	const name = question?.name ?? ''
	const answers = question && !isNowhere(name.toLowerCase()) ? answersTo(name, question.type) : []
	const zone = name.split('.').slice(-2).join('.') || '.'
	return packet.encode({
		type: 'response',
		id: query.id ?? 0,
		flags:
			FLAG_QR_AA_RA |
			((query.flags ?? 0) & packet.RECURSION_DESIRED) |
			(isNowhere(name.toLowerCase()) ? 3 : 0),
		questions: query.questions ?? [],
		answers,
		authorities: answers.length > 0 ? [] : [soa(zone)],
	})
}

export type DnsWorld = {
	address: string
	port: number
	tlsPort: number
	httpsPort: number
	/** DNS over TLS with a certificate that nobody trusts: a filter must not believe it. */
	impostorPort: number
	/** File with the certificate of the authority that signed the certificates of the world. */
	certificates: string
	/** Names asked so far, in lower case. */
	asked: string[]
	/** The filter, asking this world in the place of its resolver; nothing else in it changes. */
	behind: (filter: DnsFilter) => DnsFilter
	close: () => Promise<void>
}

/** Handles the frames of DNS over TCP and TLS: two bytes of length, then the message. */
const serveStream = (answer: (message: Buffer) => Buffer | undefined) => (socket: Socket) => {
	let buffered = Buffer.alloc(0)
	socket.on('error', () => socket.destroy())
	socket.on('data', (data: Buffer) => {
		buffered = Buffer.concat([buffered, data])
		while (buffered.length >= 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
			const length = buffered.readUInt16BE(0)
			const response = answer(buffered.subarray(2, 2 + length))
			buffered = buffered.subarray(2 + length)
			if (!response) continue
			const head = Buffer.alloc(2)
			head.writeUInt16BE(response.length)
			socket.write(Buffer.concat([head, response]))
		}
	})
}

type Listener = {
	listen: (port: number, address: string, done: () => void) => unknown
	address: () => unknown
	close: (done?: () => void) => unknown
	once: (event: 'error', handler: (error: Error) => void) => unknown
}
const listen = (server: Listener, address: string, port = 0): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
	})

/** Binds UDP and TCP of one port; a second try when another process was quicker on UDP. */
const listenPlain = async (
	answer: (message: Buffer) => Buffer | undefined,
	address: string,
	wanted: number,
) => {
	for (let attempt = 0; ; attempt++) {
		const tcp = createServer(serveStream(answer))
		const port = await listen(tcp, address, wanted)
		const udp = createSocket('udp4')
		udp.on('message', (message, from) => {
			const response = answer(message)
			if (response) udp.send(response, from.port, from.address)
		})
		try {
			await new Promise<void>((resolve, reject) => {
				udp.once('error', reject)
				udp.bind(port, address, resolve)
			})
			return { port, tcp, udp }
		} catch (error) {
			tcp.close()
			if (attempt > 5) throw error
		}
	}
}

/**
 * Starts the world; `names` are the host names for which its certificates hold. On a machine of its own it can stand at
 * the very address of a public resolver.
 */
export const startDnsWorld = async (
	folder: string,
	names: readonly string[],
	{ address = '127.0.0.1', port: wanted = 0 } = {},
): Promise<DnsWorld> => {
	const asked: string[] = []
	const answer = (message: Buffer): Buffer | undefined => {
		try {
			const query = packet.decode(message)
			asked.push((query.questions?.[0]?.name ?? '').toLowerCase())
			return reply(query)
		} catch {
			return undefined
		}
	}
	makeCertificates(folder, names)
	const read = (name: string) => readFileSync(join(folder, name))
	const trusted = { key: read('server.key'), cert: read('server.crt') }
	const { port, tcp, udp } = await listenPlain(answer, address, wanted)
	const tls = createTlsServer(trusted, serveStream(answer))
	const impostor = createTlsServer(
		{ key: read('impostor.key'), cert: read('impostor.crt') },
		serveStream(answer),
	)
	const https = createSecureServer({ ...trusted, allowHTTP1: true }, (request, response) => {
		const chunks: Buffer[] = []
		request.on('data', (chunk: Buffer) => chunks.push(chunk))
		request.on('end', () => {
			const inUrl = new URL(request.url, 'https://localhost').searchParams.get('dns')
			const body = answer(inUrl ? Buffer.from(inUrl, 'base64url') : Buffer.concat(chunks))
			response.writeHead(body ? 200 : 400, { 'content-type': 'application/dns-message' })
			response.end(body ?? Buffer.alloc(0))
		})
	})
	const sockets = new Set<Socket>()
	for (const server of [tcp, tls, impostor, https] as Server[])
		server.on('connection', (socket: Socket) => {
			sockets.add(socket)
			socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
		})
	for (const server of [tls, impostor, https]) server.on('tlsClientError', () => undefined)
	const [tlsPort, impostorPort, httpsPort] = [
		await listen(tls, address),
		await listen(impostor, address),
		await listen(https, address),
	]
	return {
		address,
		port,
		tlsPort,
		httpsPort,
		impostorPort,
		certificates: join(folder, 'ca.crt'),
		asked,
		behind: (filter) => {
			const { doh, ...rest } = filter.resolver
			const moved = doh && new URL(doh)
			if (moved) moved.port = String(httpsPort)
			return {
				...filter,
				resolver: {
					...rest,
					ipv4: [address],
					ipv6: [],
					port,
					tlsPort,
					...(moved && { doh: moved.href }),
				},
			}
		},
		close: async () => {
			for (const socket of sockets) socket.destroy()
			for (const server of [tcp, tls, impostor, https]) server.close()
			await new Promise<void>((resolve) => udp.close(() => resolve()))
		},
	}
}
