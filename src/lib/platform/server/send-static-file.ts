/** Sends a file that {@link loadStaticFiles} holds: whole, as a part of it, or not at all when the browser has it. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from './accept-encoding.ts'
import { findRange, type ByteRange } from './byte-range.ts'
import { makeVariant, type StaticFile, type StaticFiles } from './static-files.ts'

/** The path with its percent signs resolved; as it stands when it cannot be read. */
const decode = (path: string): string => {
	try {
		return decodeURI(path)
	} catch {
		return path
	}
}

/** The file of an address, however its path is escaped: the application's own way to `/%66r` sent another length than its bytes. */
const findFile = (files: StaticFiles, url: string): StaticFile | undefined => {
	const end = url.indexOf('?')
	const path = end < 0 ? url : url.slice(0, end)
	return files.get(path) ?? (path.includes('%') ? files.get(decode(path)) : undefined)
}

/** Bytes of a file from one place to another; `undefined` when it is no longer on the disk. */
const readPart = (
	{ plain }: StaticFile,
	{ first, last }: { first: number; last: number },
): Buffer | undefined => {
	if (typeof plain !== 'string') return plain.body.subarray(first, last + 1)
	try {
		const file = openSync(plain, 'r')
		try {
			const part = Buffer.allocUnsafe(last - first + 1)
			const length = readSync(file, part, 0, part.length, first)
			return length === part.length ? part : undefined
		} finally {
			closeSync(file)
		}
	} catch {
		return undefined
	}
}

/** Answers 206 or 416; false when the part cannot be read, and nothing has been sent. */
const sendPart = (file: StaticFile, range: ByteRange, response: ServerResponse): boolean => {
	if (range === 'unsatisfiable') {
		response.writeHead(416, [...file.shared, 'content-range', `bytes */${file.size}`, 'content-length', '0'])
		response.end()
		return true
	}
	const part = readPart(file, range)
	if (!part) return false
	const place = `bytes ${range.first}-${range.last}/${file.size}`
	response.writeHead(206, [...file.shared, 'content-range', place, 'content-length', String(part.length)])
	response.end(part)
	return true
}

/**
 * Answers a GET or HEAD; as nearly every browser asks, and what was asked for lately, from memory: no look at the disk, no header made anew.
 *
 * @returns false when there is no such file or the method is another one; nothing has been sent then
 */
export const sendStaticFile = (
	files: StaticFiles,
	request: IncomingMessage,
	response: ServerResponse,
): boolean => {
	const { method, headers } = request
	if (method !== 'GET' && method !== 'HEAD') return false
	const file = findFile(files, request.url ?? '/')
	if (!file) return false
	if (file.etag !== '' && headers['if-none-match']?.includes(file.etag) === true) {
		response.writeHead(304, file.shared)
		response.end()
		return true
	}
	const range =
		headers.range !== undefined && method === 'GET' && file.size > 0 ? findRange(headers, file) : undefined
	if (range !== undefined && sendPart(file, range, response)) return true
	const encoding = chooseEncoding(headers['accept-encoding'])
	const ready = encoding === 'br' && file.br ? file.br() : file.plain
	const variant =
		typeof ready === 'string' || (encoding === 'gzip' && file.gzip) ? makeVariant(file, encoding) : ready
	if (!variant) return false
	response.writeHead(200, variant.headers)
	response.end(method === 'HEAD' ? undefined : variant.body)
	return true
}
