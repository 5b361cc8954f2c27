import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { FilePack } from './file-pack.ts'
import { framedHeaders, isForPagesOfOthers } from './for-pages-of-others.ts'
import { isOpenData, openDataHeaders } from './open-data.ts'
import { securityHeaders } from './security-headers.ts'

/** One body of a file, with all of its headers made in advance as the flat list that `writeHead` takes. */
export type Variant = { headers: string[]; body: Buffer }

/**
 * A file, as nearly everyone takes it: in brotli where that was made at build, else as it is. In memory are those that were asked for last
 * (`file-pack.ts`) and small ones that no compression makes smaller; the others stay on the disk. The plain text of a compressed file is unpacked.
 * `etag` is empty where nothing may be kept.
 */
export type StaticFile = {
	etag: string
	shared: string[]
	plain: Variant | string
	/** Missing where it was not compressed. */
	br: (() => Variant) | undefined
	/** Path of the copy in gzip; empty when there is none. */
	gzip: string
	/** Bytes of a file that is not compressed, of which parts may be asked for; 0 for all others. */
	size: number
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
	'.ico': 'image/x-icon',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.opus': 'audio/ogg',
	'.pdf': 'application/pdf',
	'.zip': 'application/zip',
}

/** A page that must leave no copy on the device says so in its mark-up. */
const isSensitive = (type: string, body: Buffer): boolean =>
	type.startsWith('text/html') && body.includes('data-sensitive')

/** Size in bytes from which a file that is not compressed is read when it is asked for: a PDF, a lesson to carry. */
const large = 32 * 1024

const withLength = (shared: readonly string[], body: Buffer, encoding = ''): Variant => ({
	body,
	headers: [
		...shared,
		...(encoding ? ['content-encoding', encoding] : []),
		'content-length',
		String(body.length),
	],
})

const getEtag = (body: Buffer): string =>
	`"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

const findOwnHeaders = (address: string): readonly (readonly [string, string])[] => {
	if (isOpenData(address)) return openDataHeaders
	return isForPagesOfOthers(address) ? framedHeaders : []
}

/** Headers that a browser reads on a page and nowhere else: 102 bytes of each script and each file of letters. */
const ofPages = ['permissions-policy', 'cross-origin-opener-policy']

/** Those of every answer, and in their place those of what pages of other sites may read or show. */
const getHeaders = (address: string): (readonly [string, string])[] => {
	const own = findOwnHeaders(address)
	const left = /\.(?:js|woff2)$/u.test(address) ? ofPages : []
	return [
		...securityHeaders.filter(([name]) => !left.includes(name) && !own.some(([known]) => known === name)),
		...own,
	]
}

/** The body in brotli: from the pack when it is asked for, or read now. */
const findBrotli = (
	path: string,
	{ shared, pack }: { shared: readonly string[]; pack: FilePack | undefined },
	read: (path: string) => Buffer,
): (() => Variant) => {
	const packed = pack?.find(`${path.split(sep).join('/')}.br`, (body) => withLength(shared, body, 'br'))
	if (packed) return packed
	const ready = withLength(shared, keep(read(`${path}.br`)), 'br')
	return () => ready
}

const toFile = (
	path: string,
	{
		address,
		isImmutable,
		known,
		pack,
	}: {
		address: string
		isImmutable: boolean
		known: (path: string) => boolean
		pack: FilePack | undefined
	},
	read: (path: string) => Buffer,
): StaticFile => {
	const body = read(path)
	const type = types[extname(path)] ?? 'application/octet-stream'
	const keepsNothing = isSensitive(type, body)
	const etag = keepsNothing ? '' : getEtag(body)
	const caching = keepsNothing
		? 'no-store'
		: isImmutable
			? 'public, max-age=31536000, immutable'
			: 'public, no-cache'
	const isPacked = known(`${path}.br`)
	const shared = [
		'content-type',
		type,
		'cache-control',
		caching,
		'vary',
		'accept-encoding',
		...(etag ? ['etag', etag] : []),
		...(isPacked ? [] : ['accept-ranges', 'bytes']),
		...getHeaders(address).flat(),
	]
	return {
		etag,
		shared,
		plain: isPacked || body.length >= large ? path : withLength(shared, keep(body)),
		br: isPacked ? findBrotli(path, { shared, pack }, read) : undefined,
		gzip: known(`${path}.gz`) ? `${path}.gz` : '',
		size: isPacked ? 0 : body.length,
	}
}

/** Makes a variant of a file that is seldom asked for, for this one answer. A copy that is no longer on the disk is left for the one in memory. */
export const makeVariant = (
	{ shared, plain, br, gzip }: StaticFile,
	encoding: 'br' | 'gzip' | undefined,
): Variant | undefined => {
	const read = (path: string, named = ''): Variant | undefined => {
		try {
			return withLength(shared, readFileSync(path), named)
		} catch {
			return undefined
		}
	}
	const packed = encoding === 'gzip' && gzip !== '' ? read(gzip, 'gzip') : undefined
	if (packed) return packed
	if (br) return withLength(shared, brotliDecompressSync(br().body))
	return typeof plain === 'string' ? read(plain) : plain
}

/** `ar/help.html` is asked for as `/ar/help`, other files by their name, and so is what pages of other sites ask for. */
const toAddress = (name: string): string => {
	const named = `/${name.split(sep).join('/')}`
	return isForPagesOfOthers(named)
		? named
		: `/${named
				.slice(1)
				.replace(/(^|\/)index\.html$/u, '')
				.replace(/\.html$/u, '')}`
}

/** A copy of its own: what was read lies in a place that is used again for the next file. */
const keep = (read: Buffer): Buffer => {
	const own = Buffer.allocUnsafeSlow(read.length)
	read.copy(own)
	return own
}

/** Reads file after file into one place, so that going through all of a build leaves nothing behind. */
const createReader = (): ((path: string) => Buffer) => {
	let place = Buffer.allocUnsafeSlow(1024 * 1024)
	return (path) => {
		const file = openSync(path, 'r')
		try {
			const { size } = fstatSync(file)
			if (size > place.length) place = Buffer.allocUnsafeSlow(size * 2)
			let length = 0
			for (let more = -1; more !== 0 && length < size; length += more)
				more = readSync(file, place, length, size - length, length)
			return place.subarray(0, length)
		} finally {
			closeSync(file)
		}
	}
}

/**
 * Reads whole folders, with the `.br` and `.gz` files that stand beside a file as its compressed bodies.
 * Dot files and folders are left out, `.well-known` excepted.
 *
 * @param pack - what holds their `.br`; those that it does not have are read into memory
 */
export const loadStaticFiles = (folders: readonly StaticFolder[], pack?: FilePack): StaticFiles => {
	const files = new Map<string, StaticFile>()
	const read = createReader()
	for (const { folder, immutable } of folders) {
		const names = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
			.filter((name) => !name.split(sep).some((part) => part.startsWith('.') && part !== '.well-known'))
		const paths = new Set(names.map((name) => join(folder, name)))
		const known = (path: string): boolean => paths.has(path)
		for (const name of names) {
			if (/\.(br|gz)$/u.test(name)) continue
			const isImmutable = immutable !== undefined && name.split(sep).join('/').startsWith(immutable)
			const address = toAddress(name)
			files.set(address, toFile(join(folder, name), { address, isImmutable, known, pack }, read))
		}
	}
	return files
}

/** Quick enough for a start, and within a few bytes of what the build makes. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/**
 * The same files, some of their pages changed: what only the start knows. `change` is given the text of each of these addresses that
 * there is; no copy of the build is served for them any more.
 */
export const changePages = (
	files: StaticFiles,
	addresses: readonly string[],
	change: (html: string) => string,
): StaticFiles => {
	const changed = new Map(files)
	for (const address of addresses) {
		const file = files.get(address)
		const built = file && makeVariant(file, undefined)
		if (!file || !built) continue
		const body = Buffer.from(change(built.body.toString()))
		const etag = file.etag === '' ? '' : getEtag(body)
		const shared = file.shared.map((part) => (part !== '' && part === file.etag ? etag : part))
		const br = withLength(shared, brotliCompressSync(body, quality), 'br')
		changed.set(address, { etag, shared, plain: withLength(shared, body), br: () => br, gzip: '', size: 0 })
	}
	return changed
}
