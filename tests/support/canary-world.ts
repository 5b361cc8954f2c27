/**
 * The canary helper on loopback, and a public resolver in front of it: what a name server at home asks. Everything below
 * the canary domain goes to the real helper, everything else to the little internet of `dns-world.ts`.
 */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { request, createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import packet from 'dns-packet'
import { startCanary, type Canary } from '#domains/protect/canary/server'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import {
	readOutcome,
	runProbes,
	toProbeHost,
	type Outcome,
	type Probe,
	type ProbeName,
} from '../../src/lib/domains/protect/canary/index.ts'
import { startDnsWorld } from './dns-world.ts'
import { findFreePort } from './free-port.ts'
import { silence } from './patience.ts'

export const canaryDomain = 'canary.example.ma'

/** Each address of the helper, and one of a sign-in page that answers for everything. */
export const places = { plain: '127.0.0.2', safe: '127.0.0.3', portal: '127.0.0.4' } as const

/** Asks a name server on loopback; nothing when it does not answer. */
const pass = (message: Buffer, port: number): Promise<Buffer | undefined> =>
	new Promise((resolve) => {
		const socket = createSocket('udp4')
		const finish = (answer?: Buffer) => {
			clearTimeout(timer)
			socket.close()
			resolve(answer)
		}
		const timer = setTimeout(() => finish(), 5000)
		socket.on('error', () => finish()).on('message', finish)
		socket.connect(port, '127.0.0.1', () => socket.send(message))
	})

const RECURSION_AVAILABLE = 0x80

/** As a public resolver says it: with recursion available; SERVFAIL when nobody answers. */
const toResolverAnswer = (message: Buffer, answer: Buffer | undefined): Buffer => {
	const made = answer
		? Buffer.from(answer)
		: packet.encode({
				type: 'response',
				id: message.readUInt16BE(0),
				flags: 2,
				questions: packet.decode(message).questions ?? [],
			})
	made[3] = (made[3] ?? 0) | RECURSION_AVAILABLE
	return made
}

export type CanaryWorld = {
	canary: Canary
	/** Port of the web answers, on either address. */
	webPort: number
	/** Plain DNS of the public resolver. */
	resolverPort: number
	/** File with the certificate that its DNS over HTTPS is signed by. */
	certificates: string
	/** The filter, asking this resolver in the place of its own. */
	behind: (filter: DnsFilter) => DnsFilter
	/** What a name server that stands before a sign-in page answers: its own address, for every name. */
	startPortal: () => Promise<{ port: number; close: () => void }>
	/** Cuts the helper off from the resolver, and back. */
	setHelperPort: (port: number) => void
	close: () => Promise<void>
}

export const startCanaryWorld = async (folder: string, site = 'http://127.0.0.1'): Promise<CanaryWorld> => {
	const outside = await startDnsWorld(folder, ['family.cloudflare-dns.com'])
	const webPort = await findFreePort()
	const canary = await startCanary({
		place: {
			domain: canaryDomain,
			address: { ipv4: places.plain },
			safeAddress: { ipv4: places.safe },
		},
		site,
		dns: { host: '127.0.0.1', port: 0 },
		web: { host: places.plain, port: webPort },
		safeWeb: { host: places.safe, port: webPort },
	})
	let helperPort = canary.ports.dns
	const answer = async (message: Buffer): Promise<Buffer> => {
		const name = packet.decode(message).questions?.[0]?.name.toLowerCase() ?? ''
		const isOurs = name === canaryDomain || name.endsWith(`.${canaryDomain}`)
		return toResolverAnswer(message, await pass(message, isOurs ? helperPort : outside.port))
	}
	const udp = createSocket('udp4')
	udp.on('message', (message, from) => {
		answer(message).then(
			(made) => udp.send(made, from.port, from.address),
			() => undefined,
		)
	})
	await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
	const [key, cert] = ['server.key', 'server.crt'].map((name) => readFileSync(join(folder, name)))
	const https = createSecureServer({ key, cert, allowHTTP1: true }, (asked, response) => {
		const chunks: Buffer[] = []
		asked.on('data', (chunk: Buffer) => chunks.push(chunk))
		asked.on('end', () => {
			const inUrl = new URL(asked.url, 'https://localhost').searchParams.get('dns')
			answer(inUrl ? Buffer.from(inUrl, 'base64url') : Buffer.concat(chunks)).then(
				(made) => {
					response.writeHead(200, { 'content-type': 'application/dns-message' })
					response.end(made)
				},
				() => response.destroy(),
			)
		})
	})
	const sessions = new Set<Socket>()
	https.on('connection', (socket: Socket) => sessions.add(socket))
	await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve))
	const httpsPort = (https.address() as AddressInfo).port
	const resolverPort = udp.address().port
	return {
		canary,
		webPort,
		resolverPort,
		certificates: outside.certificates,
		behind: (filter) => ({
			...filter,
			resolver: {
				id: filter.resolver.id,
				name: filter.resolver.name,
				ipv4: ['127.0.0.1'],
				ipv6: [],
				port: resolverPort,
				doh: `https://family.cloudflare-dns.com:${httpsPort}/dns-query`,
			},
		}),
		startPortal: async () => {
			const dns = createSocket('udp4')
			dns.on('message', (message, from) => {
				const { questions = [] } = packet.decode(message)
				const name = questions[0]?.name ?? ''
				const answers = [{ name, type: 'A' as const, ttl: 60, data: places.portal }]
				const made = packet.encode({ type: 'response', id: message.readUInt16BE(0), questions, answers })
				dns.send(made, from.port, from.address)
			})
			await new Promise<void>((resolve) => dns.bind(0, '127.0.0.1', resolve))
			const web = createServer((_, response) => void response.end('<h1>Sign in to the Wi-Fi</h1>'))
			await new Promise<void>((resolve) => web.listen(webPort, places.portal, resolve))
			return {
				port: dns.address().port,
				close: () => {
					dns.close()
					web.close()
				},
			}
		},
		setHelperPort: (port) => (helperPort = port),
		close: async () => {
			for (const session of sessions) session.destroy()
			https.close()
			await new Promise<void>((resolve) => udp.close(() => resolve()))
			await Promise.all([outside.close(), canary.close()])
		},
	}
}

/** Asks the web answers at an address for a name, as a browser does that has resolved it. */
const reach = (address: string, port: number, host: string, name: ProbeName): Promise<Outcome> =>
	new Promise((resolve) => {
		const options = {
			host: address,
			port,
			path: '/name.json',
			headers: { host },
			timeout: silence,
			agent: false,
		}
		const asked = request(options, (response) => {
			let text = ''
			response.on('data', (data: Buffer) => (text += data.toString()))
			response.on('end', () => {
				try {
					resolve(readOutcome(name, JSON.parse(text)))
				} catch {
					resolve('strange')
				}
			})
		})
		asked.on('timeout', () => {
			resolve('timed-out')
			asked.destroy()
		})
		asked.on('error', () => resolve('failed')).end()
	})

/** All probes of a browser whose names are resolved by `findAddress`; it throws where there is no answer. */
export const probeThrough = (
	findAddress: (host: string) => Promise<string | undefined>,
	webPort: number,
): Promise<Probe[]> =>
	runProbes(async (name) => {
		if (name === 'site') return 'plain'
		const token = Math.random().toString(36).slice(2)
		const host = toProbeHost(name, canaryDomain, token)
		const address = await findAddress(host).catch(() => undefined)
		return address === undefined ? 'failed' : reach(address, webPort, host, name)
	})
