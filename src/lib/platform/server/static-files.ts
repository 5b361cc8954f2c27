import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { chooseEncoding } from './accept-encoding.ts'
import { securityHeaders } from './security-headers.ts'

/** One body of a file, with all of its headers made in advance as the flat list that `writeHead` takes. */
type Variant = { headers: string[]; body: Buffer }

/**
 * A file in memory: compressed where that was made at build, else as it is. The few who take no compression get it unpacked, so that
 * thousands of pages lie in memory once and small. `etag` is empty where nothing may be kept.
 */
type StaticFile = {
	etag: string
	notModified: string[]
	plain: Variant | undefined
	br: Variant | undefined
	gzip: Variant | undefined
}

/** Files by the path they are asked for. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

/** A folder of files and whether their names change with their content, so that they may be kept for ever. */
export type StaticFolder = { folder: string; immutable?: string }

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.jsonld': 'application/ld+json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.cff': 'text/yaml; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.xml': 'application/xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.opus': 'audio/ogg',
	'.pdf': 'application/pdf',
	'.zip': 'application/zip',
}

/** A page that must leave no copy on the device says so in its mark-up. */
const isSensitive = (type: string, body: Buffer): boolean =>
	type.startsWith('text/html') && body.includes('data-sensitive')

const toFile = (
	name: string,
	isImmutable: boolean,
	read: (suffix: string) => Buffer | undefined,
): StaticFile => {
	const body = read('') ?? Buffer.alloc(0)
	const type = types[extname(name)] ?? 'application/octet-stream'
	const keepsNothing = isSensitive(type, body)
	const etag = keepsNothing ? '' : `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
	const caching = keepsNothing
		? 'no-store'
		: isImmutable
			? 'public, max-age=31536000, immutable'
			: 'public, no-cache'
	const shared = [
		...['content-type', type, 'cache-control', caching, 'vary', 'accept-encoding'],
		...(etag ? ['etag', etag] : []),
		...securityHeaders.flat(),
	]
	const toVariant = (bytes: Buffer | undefined, encoding: string): Variant | undefined =>
		bytes && {
			body: bytes,
			headers: [
				...shared,
				...(encoding ? ['content-encoding', encoding] : []),
				'content-length',
				String(bytes.length),
			],
		}
	const br = toVariant(read('.br'), 'br')
	return {
		etag,
		notModified: shared,
		plain: br ? undefined : toVariant(body, ''),
		br,
		gzip: toVariant(read('.gz'), 'gzip'),
	}
}

const unpack = ({ br, notModified }: StaticFile): Variant => {
	const body = brotliDecompressSync(br?.body ?? Buffer.alloc(0))
	return { body, headers: [...notModified, 'content-length', String(body.length)] }
}

/** `ar/help.html` is asked for as `/ar/help`, other files by their name. */
const toAddress = (name: string): string =>
	`/${name
		.split(sep)
		.join('/')
		.replace(/(^|\/)index\.html$/u, '')
		.replace(/\.html$/u, '')}`

/** A file in memory of its own: what `readFileSync` gives may keep a larger shared piece alive, twice the bytes in all. */
const readWhole = (path: string): Buffer => {
	const read = readFileSync(path)
	const own = Buffer.allocUnsafeSlow(read.length)
	read.copy(own)
	return own
}

/**
 * Reads whole folders into memory, with the `.br` and `.gz` files that stand beside a file as its compressed bodies.
 * Dot files and folders are left out, `.well-known` excepted.
 */
export const loadStaticFiles = (folders: readonly StaticFolder[]): StaticFiles => {
	const files = new Map<string, StaticFile>()
	for (const { folder, immutable } of folders) {
		const names = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
			.filter((name) => !name.split(sep).some((part) => part.startsWith('.') && part !== '.well-known'))
		const known = new Set(names)
		for (const name of names) {
			if (/\.(br|gz)$/u.test(name)) continue
			const isImmutable = immutable !== undefined && name.split(sep).join('/').startsWith(immutable)
			const read = (suffix: string): Buffer | undefined =>
				suffix === '' || known.has(name + suffix) ? readWhole(join(folder, name + suffix)) : undefined
			files.set(toAddress(name), toFile(name, isImmutable, read))
		}
	}
	return files
}

const findFile = (files: StaticFiles, url: string): StaticFile | undefined => {
	const end = url.indexOf('?')
	return files.get(end < 0 ? url : url.slice(0, end))
}

/**
 * Answers a GET or HEAD from memory: no look at the disk, no header made anew.
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
		response.writeHead(304, file.notModified)
		response.end()
		return true
	}
	const encoding = chooseEncoding(headers['accept-encoding'])
	const variant = (encoding && file[encoding]) ?? file.plain ?? unpack(file)
	response.writeHead(200, variant.headers)
	response.end(method === 'HEAD' ? undefined : variant.body)
	return true
}
