/**
 * Looks at an installation as a visitor does, and says whether what it sends is the code that was published:
 * `npm run canary:code -- https://thiqa.example --manifest code-manifest.txt [--page /fr/report]... [--state FILE]`.
 *
 * The manifest is that of the release or of your own build (`build/client/code-manifest.txt`), never the server's word for itself. Ends with 1
 * and what differs: to be run by others than the operator, from other places, again and again, because a server may send one visitor something
 * else. `--state` keeps what was seen, to tell a change of the whole from a change to one.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseManifest } from '../src/lib/tools/seal/code-manifest/index.ts'
import { findForeignCode, type Ask } from './canary-code/foreign-code.ts'
import { runCommand } from './installation.ts'

const patience = 30_000
const mostBytes = 20_000_000

/** Asks as a browser does that was never here: no cookie, no cache, a language. */
const askAt =
	(origin: string): Ask =>
	async (address) => {
		const answer = await fetch(new URL(address, origin), {
			headers: { 'accept-language': 'fr,ar;q=0.8', 'cache-control': 'no-cache' },
			redirect: 'error',
			signal: AbortSignal.timeout(patience),
		})
		const body = Buffer.from(await answer.arrayBuffer())
		if (body.length > mostBytes) throw new Error(`${address} is longer than ${mostBytes} bytes`)
		return { status: answer.status, body, policy: answer.headers.get('content-security-policy') ?? '' }
	}

const usualPages = ['/fr', '/ar/help', '/fr/report', '/ar/report', '/fr/mailbox']

const run = async (): Promise<void> => {
	const { values, positionals } = parseArgs({
		options: {
			manifest: { type: 'string' },
			page: { type: 'string', multiple: true },
			state: { type: 'string' },
		},
		allowPositionals: true,
	})
	const [origin] = positionals
	if (origin === undefined || values.manifest === undefined)
		throw new Error('Use: npm run canary:code -- ADDRESS --manifest FILE [--page /fr/report] [--state FILE]')
	const text = readFileSync(values.manifest, 'utf8')
	const manifest = parseManifest(text)
	if (!manifest || manifest.size === 0) throw new Error(`${values.manifest} is no list of files and digests`)
	const found = await findForeignCode(askAt(origin), manifest, values.page ?? usualPages)
	const seen = createHash('sha256').update(text).digest('hex')
	if (values.state !== undefined)
		writeFileSync(values.state, `${new Date().toISOString()} ${seen} ${found.foreign.length}\n`, {
			flag: 'a',
		})
	if (found.foreign.length > 0) throw new Error(found.foreign.join('\n'))
	console.log(`${found.pages} pages and ${found.files} files are those of the manifest ${seen}.`)
	console.log(
		'This is what was sent now, to this machine. To another it may send something else: run it elsewhere too.',
	)
}

runCommand(run(), 'FOREIGN CODE: ')
