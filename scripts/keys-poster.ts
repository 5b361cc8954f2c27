/**
 * Posters in four languages with the root that signs the key of the team (docs/keys.md), on a machine that is not the server:
 *   npm run keys:poster -- <root.pub> <https://address> <folder>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../src/lib/base/index.ts'
import { buildLibrary, getEmergency } from '../src/lib/domains/guide/index.ts'
import { toRootPoster } from '../src/lib/domains/people/keys/paper/index.ts'
import { getPdfMaker } from '../src/lib/platform/server/index.ts'
import { parseVerifierKey } from '../src/lib/tools/seal/signed-note/index.ts'
import { createWords } from '../src/lib/ui/words/index.ts'
import { findFiles } from './find-files.ts'
import { runCommand } from './installation.ts'

const readPaper = (name: string): string =>
	readFileSync(new URL(`../src/lib/ui/paper/${name}`, import.meta.url), 'utf8')

/** Numbers as the content has them: for danger, and of who listens to children, with its hours. */
const readNumbers = () => {
	const files = new Map(findFiles('content/**/*.{md,yaml}').map((file) => [file, readFileSync(file, 'utf8')]))
	const contacts = getEmergency(buildLibrary(files))
	const findPhones = (wanted: 'emergency' | 'child-helpline') =>
		contacts.flatMap(({ kind, brief, channels }) =>
			channels.flatMap((channel) =>
				kind === wanted && channel.type === 'phone' ? [{ ...channel, brief }] : [],
			),
		)
	const [listener] = findPhones('child-helpline')
	if (!listener) throw new Error('content/country/contacts.yaml has nobody who listens to children')
	return { numbers: findPhones('emergency').map(({ value }) => value), listener }
}

const printPosters = async ([keyFile = '', address = '', folder]: readonly string[]): Promise<void> => {
	if (folder === undefined) throw new Error('wanted: <root.pub> <https://address> <folder>')
	const root = readFileSync(keyFile, 'utf8').trim()
	const [known, url] = [parseVerifierKey(root), URL.parse(address)]
	if (!known.ok || known.value.type !== 'ed25519')
		throw new Error(`${keyFile} is not the key of a root: wanted root.pub, as the ceremony made it`)
	if (url?.protocol !== 'https:' || url.pathname !== '/')
		throw new Error(`${address} is not the address of a site: wanted https://your.name`)
	mkdirSync(folder, { recursive: true })
	const [now, { numbers, listener }] = [new Date(), readNumbers()]
	const { value: number, hours, brief } = listener
	const open = typeof hours === 'object' ? `${hours.from}–${hours.to}` : ''
	const makePdf = getPdfMaker({ 'paper.typ': readPaper('paper.typ') })
	for (const language of languages) {
		const called = { label: brief?.[language] ?? '', number, hours: open }
		const posted = { root, origin: url.origin, numbers, listener: called }
		const data = toRootPoster(createWords(language), posted, now.toISOString().slice(0, 10))
		const file = makePdf(readPaper('root-poster.typ'), data, now)
		writeFileSync(join(folder, `poster-${language}.pdf`), file, { flag: 'wx' })
	}
	console.log(`Four posters in ${folder}. Read one against ${keyFile} before they are hung up.`)
}

runCommand(printPosters(process.argv.slice(2)))
