/** One request to addresses that have been checked: the name is not looked up again, so nobody can change where it leads in between. */
import { request as requestPlainly, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestOverTls } from 'node:https'
import { isIPv6 } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { GuardedFetchError } from './guarded-fetch-error.ts'

export type PinnedRequest = {
	url: URL
	/** Checked addresses of its host, one at least. */
	addresses: readonly string[]
	method: 'GET' | 'POST' | 'DELETE'
	headers: Readonly<Record<string, string>>
	body: string | Uint8Array | undefined
	signal: AbortSignal
	/** Bytes of the answer, as sent and unpacked. */
	mostBytes: number
	/** Certificates (PEM) of authorities trusted in place of those of the system. */
	authorities: string | undefined
}

const unpackers = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
} as const
const isPacking = (name: string): name is keyof typeof unpackers => Object.hasOwn(unpackers, name)

const counter = (most: number, chunks: Buffer[] = []) => {
	let size = 0
	return new Writable({
		write(chunk: Buffer, _, done) {
			size += chunk.length
			if (size > most) return done(new GuardedFetchError('bytes'))
			chunks.push(chunk)
			done()
		},
	})
}

const readBody = async (
	answer: IncomingMessage,
	{ mostBytes, signal }: Pick<PinnedRequest, 'mostBytes' | 'signal'>,
): Promise<Uint8Array<ArrayBuffer>> => {
	if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw new GuardedFetchError('bytes')
	const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
	const chunks: Buffer[] = []
	const sink = counter(mostBytes, chunks)
	if (packing === 'identity' || packing === '') await pipeline(answer, sink, { signal })
	else if (isPacking(packing)) await pipeline(answer, unpackers[packing](), sink, { signal })
	else throw new GuardedFetchError('encoding')
	return new Uint8Array(Buffer.concat(chunks))
}

const toHeaders = (answer: IncomingMessage): Headers => {
	const headers = new Headers()
	for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2)
		headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '')
	// What is handed on is unpacked and whole.
	for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name)
	return headers
}

const open = (options: PinnedRequest): Promise<IncomingMessage> => {
	const { url, addresses, method, headers, body, signal, authorities } = options
	const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
	const [first = { address: '', family: 4 }] = found
	const settings: RequestOptions & { ca?: string } = {
		method,
		headers: { 'accept-encoding': 'gzip', ...headers },
		signal,
		// A connection of its own: none that was opened for another check is used again.
		agent: false,
		lookup: (_, { all }, done) => (all ? done(null, found) : done(null, first.address, first.family)),
		...(authorities === undefined ? {} : { ca: authorities }),
	}
	const request = url.protocol === 'https:' ? requestOverTls : requestPlainly
	return new Promise((resolve, reject) => {
		request(url, settings, resolve).on('error', reject).end(body)
	})
}

const withoutBody: readonly number[] = [204, 205, 304]

/** True for packed data that is broken: faults of zlib have such codes. */
const isUnpackingFault = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && /^(Z_|ERR_BROTLI|ERR__ERROR)/u.test(String(error.code))

/**
 * The answer, whole and unpacked. Follows no redirection.
 * @throws GuardedFetchError what went wrong; nothing else leaves this function
 */
export const requestPinned = async (options: PinnedRequest): Promise<Response> => {
	try {
		const answer = await open(options)
		try {
			const body = await readBody(answer, options)
			const status = answer.statusCode ?? 502
			return new Response(withoutBody.includes(status) ? null : body, { status, headers: toHeaders(answer) })
		} finally {
			answer.destroy()
		}
	} catch (error) {
		if (error instanceof GuardedFetchError) throw error
		if (options.signal.aborted) throw new GuardedFetchError('time')
		throw new GuardedFetchError(isUnpackingFault(error) ? 'encoding' : 'network')
	}
}
