/**
 * Checks a copy of the site: `npm run mirror:verify -- /srv/copy --key mirror-key.pem`, or `https://copy.example` in place of the folder. The key
 * comes from the site itself (`/programme/mirror-key.pem`). Ends with 1 and what differs. Of a server it says what it sent now, to us.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fromPublicPem } from '../src/lib/domains/programme/mirrors/index.ts'
import {
	findUnsigned,
	readFolder,
	readServer,
	verifyMirror,
} from '../src/lib/domains/programme/mirrors/server/verify-mirror.ts'
import { runCommand } from './installation.ts'

const run = async (): Promise<void> => {
	const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
	const [place] = positionals
	if (place === undefined || values.key === undefined)
		throw new Error('Use: npm run mirror:verify -- FOLDER-OR-ADDRESS --key mirror-key.pem')
	const key = fromPublicPem(readFileSync(values.key, 'utf8'))
	if (!key) throw new Error(`${values.key} is no public key of Ed25519 in PEM`)
	const isServer = /^https?:\/\//u.test(place)
	const verdict = await verifyMirror(isServer ? readServer(new URL(place).origin) : readFolder(place), key)
	if (!verdict.ok) throw new Error(verdict.issues.map(({ message }) => message).join('\n'))
	const unsigned = isServer ? [] : findUnsigned(place)
	if (unsigned.length > 0)
		throw new Error(unsigned.map((path) => `${path} was added: nobody signed it`).join('\n'))
	const { home, day, files } = verdict.value
	console.log(`The copy is whole: ${files} files of ${home}, as they were on ${day}.`)
	if (isServer)
		console.log(
			'This is what the server sent now, to this machine. It may hold more, and send others something else.',
		)
}

runCommand(run(), 'NOT verified: ')
