/**
 * The desk as a client of its own: a program on the analyst's machine that gives the browser the code of a release and nothing else. The server is
 * asked for data; a page, a script or a redirect of it is refused. So a changed server cannot take a key (docs/desk-client.md, decision 118).
 *
 * `npm run desk-client -- https://thiqa.example [--bundle build/client] [--manifest FILE] [--root KEY] [--port 8070]`, then open the address that it
 * prints. The manifest is that of the release (`code-manifest.txt`), compared with its digest over another way; left out, the one in the bundle is taken and
 * said. KEY is the root of the poster: who is to get a key is checked by it (decision 110). Left out, the server's is taken, and said.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answer } from './desk-client/answer.ts'
import { readBundle } from './desk-client/bundle.ts'
import { createCookieJar } from './desk-client/cookie-jar.ts'
import { giveRoot, readRoot } from './desk-client/root.ts'

const run = (): void => {
	const { values, positionals } = parseArgs({
		options: {
			bundle: { type: 'string', default: 'build/client' },
			manifest: { type: 'string' },
			root: { type: 'string' },
			port: { type: 'string', default: '8070' },
		},
		allowPositionals: true,
	})
	const server = URL.parse(positionals[0] ?? '')
	const isHere = server !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(server.hostname)
	if (!server || (server.protocol !== 'https:' && !(server.protocol === 'http:' && isHere)))
		throw new Error('wanted the address of the server, with https://')
	const root = values.root === undefined ? undefined : readRoot(values.root)
	const manifest = readFileSync(values.manifest ?? join(values.bundle, 'code-manifest.txt'), 'utf8')
	const checked = readBundle(values.bundle, manifest)
	const bundle = root === undefined ? checked : giveRoot(checked, root)
	const origin = `http://127.0.0.1:${values.port}`
	const token = randomBytes(32).toString('base64url')
	const client = { origin, token, server, bundle, jar: createCookieJar() }
	const listening = createServer((request, response) => void answer(client, request, response))
	listening.on('error', (error) => {
		console.error(`The desk cannot be opened here: ${error.message}`)
		process.exit(1)
	})
	listening.listen(Number(values.port), '127.0.0.1', () => {
		const from =
			values.manifest === undefined ? ' It came with the files: compare the digest with the release.' : ''
		console.log(`${bundle.files.size} files are those of the manifest ${bundle.digest}.${from}`)
		console.log(
			root === undefined
				? 'The root is taken from the server, which could show one of its own: give that of the poster with --root.'
				: `Lists of the server are checked by the root ${root}.`,
		)
		console.log(`Open ${origin}/open/${token}`)
	})
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			listening.close()
			listening.closeAllConnections()
		})
}

try {
	run()
} catch (error) {
	console.error(`The desk cannot be opened here: ${error instanceof Error ? error.message : String(error)}`)
	process.exitCode = 1
}
