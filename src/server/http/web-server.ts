/**
 * The web server that every entry starts: reads the configuration, holds the built pages in memory, hands the rest to the
 * application.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import {
	checkDataFolder,
	createLog,
	explainFailure,
	loadStaticFiles,
	logRequest,
	openPack,
	readConfig,
	securityHeaders,
	sendStaticFile,
	shutDown,
	type Config,
	type StaticFiles,
} from '#platform'
import { getLocaleOfPath, makePlainPage } from '#ui/plain-page'
import { openHotlineDoors } from './hotline-door.ts'
import { startReports } from './intake.ts'
import { sendKeptPage } from './kept-pages.ts'
import { createPlaces, findOnionAddress } from './place.ts'
import { findLongest, limitUnsaid, longestHeard, longestMessage, takesMethod } from './sent-bodies.ts'
import { countSent, countWhenSent } from '#server/process/counting/counter'
import { isAnsweredHere, isWhole } from '#server/process/parts'
import { releaseStartupMemory } from '#server/process/release-startup-memory'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Answers some requests before anything else does: true when it has. */
type First = (request: IncomingMessage, response: ServerResponse) => boolean

type WebServerOptions = {
	first?: First
	/** Lines that the operator reads once the server listens. */
	announce: (address: string, config: Config) => string[]
}

/** Long enough for 10,000 Arabic characters in a query, each six bytes once encoded. */
const maxHeaderSize = 96 * 1024

/** Says on one screen why the product does not start, without the frames of our code. */
const giveUp = (error: unknown): never => {
	console.error(`Thiqa cannot start: ${explainFailure(error)}`)
	process.exit(1)
}

const readConfigOrGiveUp = (): ReturnType<typeof readConfig> => {
	try {
		return readConfig()
	} catch (error) {
		return giveUp(error)
	}
}

const started = performance.now()
const config = readConfigOrGiveUp()
const log = createLog(config.logLevel)
const builtFiles = loadStaticFiles(
	[{ folder: 'build/client', immutable: '_app/immutable/' }, { folder: 'build/prerendered' }],
	openPack('build/files.br'),
)

process.env.PROTOCOL_HEADER = 'x-thiqa-protocol'
process.env.HOST_HEADER = 'x-thiqa-host'

process.env.BODY_SIZE_LIMIT = String(longestMessage)

const findPlace = createPlaces(config)
const isHost = (host: string): boolean => /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/iu.test(host)

const sendPlainPage = (request: IncomingMessage, response: ServerResponse, status: number): void => {
	const page = makePlainPage(getLocaleOfPath(request.url ?? '/'), status)
	response.writeHead(status, [
		'content-type',
		'text/html; charset=utf-8',
		'cache-control',
		'no-store',
		...(status === 405 ? ['allow', 'GET, HEAD'] : []),
		...securityHeaders.flat(),
	])
	response.end(request.method === 'HEAD' ? undefined : page)
}

/** Refuses what is too long once all of it was sent and thrown away. */
const refuseLength = (request: IncomingMessage, response: ServerResponse, length: number): void => {
	const refuse = (): void => sendPlainPage(request, response, 413)
	if (length > longestHeard) return refuse()
	request.on('end', refuse).resume()
}

/** The path that an address comes down to, its dots and percent signs resolved; `undefined` when it cannot be read. */
const findPath = (url: string): string | undefined => {
	if (!url.startsWith('/') || url.startsWith('//')) return undefined
	try {
		return decodeURI(new URL(url, 'http://localhost').pathname)
	} catch {
		return undefined
	}
}

/** True when an address belongs to a part that another process answers. Most processes are all parts, and ask nothing. */
const isOfOthers = isWhole(config.roles)
	? () => false
	: (url: string): boolean => {
			const path = findPath(url)
			return path !== undefined && !isAnsweredHere(path, config.roles)
		}

/** Sends a page that the application has made before, when it still holds. */
const answerKept = (request: IncomingMessage, response: ServerResponse, host: string): boolean => {
	const begun = performance.now()
	const routeId = sendKeptPage(request, response, host)
	if (routeId === undefined) return false
	logRequest(log, { method: 'GET', routeId, status: 200, milliseconds: performance.now() - begun })
	return true
}

const answer =
	(handler: Handler, files: StaticFiles, first: First) =>
	(request: IncomingMessage, response: ServerResponse) => {
		const { method = '', url = '/', headers, httpVersion } = request
		const isRead = method === 'GET' || method === 'HEAD'
		if (!takesMethod(url, method)) return sendPlainPage(request, response, 405)
		if (headers.host === undefined && httpVersion !== '1.0') return sendPlainPage(request, response, 400)
		const place = findPlace(headers.host)
		if (isOfOthers(url)) return sendPlainPage(request, response, 404)
		const overTor = findOnionAddress(config.onion, place, url)
		if (overTor) response.setHeader('onion-location', overTor)
		if (first(request, response)) return
		if (isRead && sendStaticFile(files, request, response)) return countSent(request, response)
		const length = Number(headers['content-length'] ?? 0)
		if (length > findLongest(url)) return refuseLength(request, response, length)
		limitUnsaid(request)
		const { host, protocol } = place
		if (answerKept(request, response, host)) return countSent(request, response)
		const path = findPath(url)
		if (path === undefined || !isHost(host)) return sendPlainPage(request, response, 400)
		// The application answers for its own files in two bare words; those that exist have been sent above.
		if (path.startsWith('/_app')) return sendPlainPage(request, response, 404)
		countWhenSent(request, response)
		headers['x-thiqa-host'] = host
		headers['x-thiqa-protocol'] = protocol
		handler(request, response, () => sendPlainPage(request, response, 404))
	}

/** A request that is not HTTP, or whose headers are too long, still gets a page with numbers to call. */
const answerBrokenRequest = (error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void => {
	if (!socket.writable) return
	const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
	const path = error.rawPacket?.subarray(0, 64).toString('latin1').split(' ')[1] ?? '/'
	const page = Buffer.from(makePlainPage(getLocaleOfPath(path), status))
	const reason = status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'
	const headers = [
		['content-type', 'text/html; charset=utf-8'],
		['content-length', String(page.length)],
		['cache-control', 'no-store'],
		['connection', 'close'],
		...securityHeaders,
	]
	const head = headers.map((header) => header.join(': ')).join('\r\n')
	socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n\r\n${page.toString()}`)
}

const stop = (server: ReturnType<typeof createServer>) => {
	let isStopping = false
	return (): void => {
		if (isStopping) return
		isStopping = true
		log.info('server.stopping')
		setTimeout(() => server.closeAllConnections(), 4_000).unref()
		server.close(() => {
			shutDown().then(
				() => process.exit(0),
				() => process.exit(1),
			)
		})
		server.closeIdleConnections()
	}
}

const run = async ({ first = () => false, announce }: WebServerOptions): Promise<void> => {
	checkDataFolder(config.dataDir, 'systemctl start thiqa  (or another program that starts it as that user)')
	const built = new URL('../../../build/handler.js', import.meta.url).href
	const { handler } = (await import(built)) as { handler: Handler }
	const { takeIntake, takeApart } = await startReports(config, sendPlainPage)
	const answerPage: Handler = (request, response, next) => {
		if (!takeApart(request, response)) handler(request, response, next)
	}
	const files = await openHotlineDoors(config, builtFiles)
	const server = createServer(
		{ maxHeaderSize, keepAliveTimeout: 65_000, requestTimeout: 30_000, requireHostHeader: false },
		answer(
			answerPage,
			files,
			(request, response) => takeIntake(request, response) || first(request, response),
		),
	)
	server.on('clientError', answerBrokenRequest)
	server.on('error', (error: NodeJS.ErrnoException) => {
		const reason =
			error.code === 'EADDRINUSE' ? 'another program listens there: set PORT to a free one' : error.message
		console.error(`Thiqa cannot listen on ${config.host}:${config.port}: ${reason}`)
		process.exit(1)
	})
	process.on('SIGTERM', stop(server)).on('SIGINT', stop(server))
	releaseStartupMemory()
	server.listen(config.port, config.host, () => {
		const milliseconds = Math.round(performance.now() - started)
		log.info('server.ready', { milliseconds, port: config.port })
		const address = config.origin ?? `http://${config.host}:${config.port}`
		console.error(`Thiqa is ready after ${(milliseconds / 1000).toFixed(1)} s:`)
		for (const line of announce(address, config)) console.error(`  ${line}`)
	})
}

/** Starts the server of this process; ends the process with one line when it cannot. */
export const startWebServer = (options: WebServerOptions): void => void run(options).catch(giveUp)
