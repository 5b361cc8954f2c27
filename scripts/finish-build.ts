/**
 * Last step of the build: lists all client files with their digests, gives pages their public address, says of each script
 * which bytes it may have, writes on each page what it weighs, removes what pages
 * without client code never ask for, and compresses everything once, so that serving costs no work.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'
import { readConfig } from '../src/lib/platform/server/index.ts'
import { writePack } from '../src/lib/platform/server/file-pack.ts'
import { addIntegrity, formatManifest } from '../src/lib/tools/seal/code-manifest/index.ts'
import { findFiles, isClientFile, toAddress } from './find-files.ts'

const started = Date.now()
const { origin: named, port } = readConfig()
const origin = named ?? `http://127.0.0.1:${port}`
/** Pages are many: the last step of quality would make them 1.5 % smaller for twice the time. */
const options = (size: number, quality = 11) => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: quality,
		[constants.BROTLI_PARAM_SIZE_HINT]: size,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
	},
})

for (const file of findFiles('build/prerendered/**/__data.json')) rmSync(file)

/**
 * The adapter's tables say what each built file weighed before this step, and name files that it removes: whoever came past the entry, which
 * sends all of them itself, got a line cut off. Without them the adapter sends none.
 */
const emptyTables = (code: string): string => {
	const empty = JSON.stringify(JSON.stringify({ entries: [], aliases: [] }))
	const table = /^(export const (?:prerendered_)?assets = JSON\.parse\()".*"(\);?)$/gmu
	if (Array.from(code.matchAll(table)).length !== 2)
		throw new Error('finishing the build: the adapter keeps its tables of files in another form')
	return code.replaceAll(table, (_, start: string, end: string) => `${start}${empty}${end}`)
}
const adapter = 'build/adapter-node.js'
writeFileSync(adapter, emptyTables(readFileSync(adapter, 'utf8')))

// Beside the files, so that the list has its digest: a page may hold this script and no other.
copyFileSync('src/islands/early-leave.js', 'build/client/early-leave.js')

/** All that a browser is given to run, and what stands beside it: the same in every build of one source. */
const manifest = new Map(
	findFiles('build/client/**')
		.filter((file) => statSync(file).isFile() && !/\.(?:br|gz)$|\/code-manifest\.txt$/u.test(file))
		.map((file) => [toAddress(file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
)
writeFileSync('build/client/code-manifest.txt', formatManifest(manifest))

/** Bytes of the files that a page asks for on first view: its fonts and its small script. */
const weighed = new Map<string, number>()
const weigh = (address: string): number => {
	const known = weighed.get(address)
	if (known !== undefined) return known
	const body = readFileSync(`build/client${address}`)
	const size = address.endsWith('.woff2')
		? body.length
		: brotliCompressSync(body, options(body.length)).length
	weighed.set(address, size)
	return size
}
const digits = findFiles('build/client/_app/immutable/assets/digits.*.woff2').map(toAddress)

const finishPage = (html: string): string => {
	const placed = addIntegrity(html.replaceAll('http://sveltekit-prerender', origin), manifest)
	if (!placed.includes('%weight%')) return placed
	const asked = [...placed.matchAll(/(?:href|src)="(\/_app\/[^"]+\.(?:woff2|js))"/gu)].map(
		(match) => match[1] ?? '',
	)
	const own = brotliCompressSync(Buffer.from(placed), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
	}).length
	const total = own + [...new Set([...asked, ...digits])].reduce((sum, address) => sum + weigh(address), 0)
	return placed.replaceAll('%weight%', String(Math.ceil(total / 1024)))
}

/** `**` passes by folders that begin with a dot: `.well-known` is asked for by name. */
const texts = ['build/prerendered/**/', 'build/prerendered/.well-known/'].flatMap((folder) =>
	findFiles(`${folder}*.{html,xml,txt,json,jsonld,csv,cff,svg,ics,webmanifest}`),
)
for (const file of texts) writeFileSync(file, finishPage(readFileSync(file, 'utf8')))

const files = findFiles(
	'build/{client,prerendered}/**/*.{html,js,css,json,jsonld,csv,cff,svg,xml,txt,webmanifest}',
)
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const queue = [...files]
/** Tests read the same bytes however well they were compressed, which is half of the work of a build. */
const isForTests = process.env['BUILD_FOR'] === 'tests'
const work = async (): Promise<void> => {
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		const body = readFileSync(file)
		const quality = isForTests ? 3 : isClientFile(file) ? 11 : 10
		writeFileSync(`${file}.br`, await compressBrotli(body, options(body.length, quality)))
		writeFileSync(`${file}.gz`, await compressGzip(body, { level: isForTests ? 1 : 9 }))
	}
}
await Promise.all(Array.from({ length: 4 }, work))
// The server keeps this one open and reads of it what is asked for; with the files themselves it could not, once they are made anew.
writePack(
	'build/files.br',
	files.map((file) => [`${file}.br`, readFileSync(`${file}.br`)]),
)
console.log(`finished ${files.length} files for ${origin} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
