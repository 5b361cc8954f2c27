/**
 * The server's entry: reads the configuration, holds the built pages in memory, hands the rest to the application.
 * Node runs this file as it stands.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createLog, loadStaticFiles, readConfig, securityHeaders, sendStaticFile, shutDown } from '#platform'
import { getLocaleOfPath, makePlainPage } from '#ui/plain-page'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Long enough for 10,000 Arabic letters in a query, each six bytes once encoded. */
const maxHeaderSize = 96 * 1024

const started = performance.now()
const config = readConfig()
const log = createLog(config.logLevel)
const files = loadStaticFiles([
	{ folder: 'build/client', immutable: '_app/immutable/' },
	{ folder: 'build/prerendered' },
])

process.env.PROTOCOL_HEADER = 'x-thiqa-protocol'
process.env.HOST_HEADER = 'x-thiqa-host'

const publicUrl = config.origin === undefined ? undefined : new URL(config.origin)
const isHost = (host: string): boolean => /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/iu.test(host)

const sendPlainPage = (request: IncomingMessage, response: ServerResponse, status: number): void => {
	const page = makePlainPage(getLocaleOfPath(request.url ?? '/'), status)
	response.writeHead(status, [
		...['content-type', 'text/html; charset=utf-8', 'cache-control', 'no-store'],
		...(status === 405 ? ['allow', 'GET, HEAD'] : []),
		...securityHeaders.flat(),
	])
	response.end(request.method === 'HEAD' ? undefined : page)
}

/** An address that can be read: its percent signs are in order. */
const isReadable = (url: string): boolean => {
	try {
		decodeURI(url.split('?')[0] ?? '')
		return true
	} catch {
		return false
	}
}

const answer = (handler: Handler) => (request: IncomingMessage, response: ServerResponse) => {
	if (sendStaticFile(files, request, response)) return
	const { method = '', url = '/', headers } = request
	const host = publicUrl?.host ?? headers.host ?? ''
	if (!['GET', 'HEAD', 'POST'].includes(method)) return sendPlainPage(request, response, 405)
	if (!url.startsWith('/') || url.startsWith('//') || !isReadable(url) || !isHost(host)) {
		return sendPlainPage(request, response, 400)
	}
	headers['x-thiqa-host'] = host
	headers['x-thiqa-protocol'] = publicUrl?.protocol.replace(':', '') ?? 'http'
	handler(request, response, () => sendPlainPage(request, response, 404))
}

/** A request that is not HTTP, or whose headers are too long, still gets a page with numbers to call. */
const answerBrokenRequest = (error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void => {
	if (!socket.writable) return
	const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
	const path = error.rawPacket?.subarray(0, 64).toString('latin1').split(' ')[1] ?? '/'
	const page = Buffer.from(makePlainPage(getLocaleOfPath(path), status))
	const reason = status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'
	socket.end(
		`HTTP/1.1 ${status} ${reason}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page.toString()}`,
	)
}

const stop = (server: ReturnType<typeof createServer>) => {
	let isStopping = false
	return (): void => {
		if (isStopping) return
		isStopping = true
		log.info('server.stopping')
		setTimeout(() => server.closeAllConnections(), 5_000).unref()
		server.close(() => {
			shutDown().then(
				() => process.exit(0),
				() => process.exit(1),
			)
		})
		server.closeIdleConnections()
	}
}

const run = async (): Promise<void> => {
	const built = new URL('../build/handler.js', import.meta.url).href
	const { handler } = (await import(built)) as { handler: Handler }
	const server = createServer(
		{ maxHeaderSize, keepAliveTimeout: 65_000, requestTimeout: 30_000 },
		answer(handler),
	)
	server.on('clientError', answerBrokenRequest)
	server.on('error', (error: NodeJS.ErrnoException) => {
		const reason =
			error.code === 'EADDRINUSE' ? 'another program listens there: set PORT to a free one' : error.message
		console.error(`Thiqa cannot listen on ${config.host}:${config.port}: ${reason}`)
		process.exit(1)
	})
	process.on('SIGTERM', stop(server)).on('SIGINT', stop(server))
	server.listen(config.port, config.host, () => {
		const milliseconds = Math.round(performance.now() - started)
		log.info('server.ready', { milliseconds, port: config.port })
		const address = config.origin ?? `http://${config.host}:${config.port}`
		console.error(`Thiqa is ready after ${(milliseconds / 1000).toFixed(1)} s:`)
		for (const [path, name] of [
			['', 'the website'],
			['/fr/help', 'help finder'],
			['/contacts.json', 'open data'],
			['/health', 'health'],
		])
			console.error(`  ${address}${path}  (${name})`)
	})
}

run().catch((error: unknown) => {
	console.error(`Thiqa cannot start: ${error instanceof Error ? error.message : String(error)}`)
	process.exit(1)
})
